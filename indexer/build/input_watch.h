// Tells when something below the inputs has changed, so that they are looked at again.
//
// Linux's inotify, a watch a folder. What it cannot tell (folders that are not local, more folders
// than the system allows to watch, events that were dropped) is found by looking again anyway, in
// intervals.
#pragma once

#include <atomic>
#include <chrono>
#include <filesystem>
#include <span>
#include <string>

namespace techpolicy {

/// Belongs to one thread.
class InputWatch {
 public:
  /// Throws std::runtime_error where the system gives no means to watch.
  explicit InputWatch(std::span<const std::string> inputs);
  ~InputWatch();
  InputWatch(const InputWatch&) = delete;
  InputWatch& operator=(const InputWatch&) = delete;

  /// Watches all folders there are now. To be called before each look at the inputs, so that what
  /// changes during the look is told afterwards.
  void watch_folders();

  /// False where some folder could not be watched: changes in it are seen at intervals only.
  [[nodiscard]] bool complete() const { return complete_; }

  /// Returns once something has changed and then nothing for a moment, at the latest after
  /// `interval`, or when `stop` is true.
  void wait(std::chrono::milliseconds interval, const std::atomic<bool>& stop);

 private:
  void watch(const std::filesystem::path& folder);
  [[nodiscard]] bool changes_within(std::chrono::milliseconds time) const;

  std::span<const std::string> inputs_;
  int inotify_ = -1;
  bool complete_ = true;
};

}  // namespace techpolicy
