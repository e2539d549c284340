// Keeps the newest snapshot of an index at hand while the indexer goes on writing.
#pragma once

#include <condition_variable>
#include <memory>
#include <mutex>
#include <stop_token>
#include <string>
#include <thread>

#include "indexer/store/index_store.h"
#include "searchd/search/snapshot.h"

namespace techpolicy {

/// Any number of threads may call at once.
class SnapshotWatcher {
 public:
  /// Opens the index if it is there, then looks for changes every `poll_ms` milliseconds.
  SnapshotWatcher(IndexStore store, unsigned readers, unsigned poll_ms);
  ~SnapshotWatcher() = default;
  SnapshotWatcher(const SnapshotWatcher&) = delete;
  SnapshotWatcher& operator=(const SnapshotWatcher&) = delete;

  /// Throws IndexError with problem() where there is none.
  [[nodiscard]] std::shared_ptr<const Snapshot> current() const;

  /// Opens the newest snapshot now, unless the current one is it. Where that fails the current one
  /// stays, and the next poll tries again.
  void refresh();

  /// Why there is no snapshot; empty when there is one.
  [[nodiscard]] std::string problem() const;

 private:
  void poll(const std::stop_token& stop, unsigned poll_ms);
  void open_newest();

  const IndexStore store_;
  const unsigned readers_;
  std::mutex refresh_mutex_;  ///< Held while opening; guards opened_token_.
  std::string opened_token_;
  mutable std::mutex mutex_;  ///< Guards current_ and problem_; never held for long.
  std::shared_ptr<const Snapshot> current_;
  std::string problem_;
  std::condition_variable_any stopping_;
  std::jthread thread_;  ///< Last: it uses all the others.
};

}  // namespace techpolicy
