// Keeps the newest snapshot of an index at hand.
#pragma once

#include <condition_variable>
#include <memory>
#include <mutex>
#include <string>
#include <thread>

#include "indexer/store/index_store.h"
#include "searchd/search/snapshot.h"

namespace techpolicy {

/// A thread of its own looks for new revisions. An index that cannot be opened leaves the old
/// snapshot in place.
class SnapshotWatcher {
 public:
  SnapshotWatcher(IndexStore store, unsigned readers, unsigned poll_milliseconds, Today today);
  ~SnapshotWatcher();
  SnapshotWatcher(const SnapshotWatcher&) = delete;
  SnapshotWatcher& operator=(const SnapshotWatcher&) = delete;

  /// Throws IndexError with problem() where there is none.
  [[nodiscard]] std::shared_ptr<const Snapshot> current() const;
  /// Why there is no snapshot; empty where there is one.
  [[nodiscard]] std::string problem() const;
  /// Opens the newest revision now.
  void refresh();

 private:
  void watch(unsigned poll_milliseconds);
  void open_newest();

  IndexStore store_;
  unsigned readers_;
  Today today_;
  std::mutex opening_;  ///< One thread opens at a time.
  mutable std::mutex mutex_;
  std::shared_ptr<const Snapshot> snapshot_;
  std::string problem_;
  std::string token_;
  bool stopping_ = false;
  std::condition_variable stop_;
  std::thread thread_;
};

}  // namespace techpolicy
