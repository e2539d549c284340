#include "searchd/search/snapshot_watcher.h"

#include <chrono>
#include <exception>
#include <utility>

#include "indexer/schema/errors.h"

namespace techpolicy {

SnapshotWatcher::SnapshotWatcher(IndexStore store, unsigned readers, unsigned poll_ms)
    : store_(std::move(store)), readers_(readers) {
  refresh();
  thread_ = std::jthread([this, poll_ms](const std::stop_token& stop) { poll(stop, poll_ms); });
}

std::shared_ptr<const Snapshot> SnapshotWatcher::current() const {
  const std::lock_guard lock(mutex_);
  if (!current_) throw IndexError(problem_);
  return current_;
}

std::string SnapshotWatcher::problem() const {
  const std::lock_guard lock(mutex_);
  return current_ ? std::string() : problem_;
}

void SnapshotWatcher::refresh() {
  const std::lock_guard opening(refresh_mutex_);
  std::string problem;
  try {
    open_newest();
    return;
  } catch (const Xapian::Error& error) {
    problem = "the index in " + store_.directory().string() +
              " cannot be read: " + error.get_description() +
              "; if this stays so, build it again with `indexer build`";
  } catch (const std::exception& error) {
    problem = error.what();
  }
  const std::lock_guard lock(mutex_);
  problem_ = std::move(problem);
}

void SnapshotWatcher::open_newest() {
  // Read before opening: a commit in between makes one opening too many, never one too few.
  std::string token = store_.change_token();
  std::shared_ptr<const Snapshot> previous;
  {
    const std::lock_guard lock(mutex_);
    previous = current_;
  }
  if (previous && token == opened_token_) return;
  std::shared_ptr<const Snapshot> opened = Snapshot::open(store_, readers_, previous);
  opened_token_ = std::move(token);
  const std::lock_guard lock(mutex_);
  current_.swap(opened);  // The old one, now in `opened`, is destroyed after the lock is freed.
}

void SnapshotWatcher::poll(const std::stop_token& stop, unsigned poll_ms) {
  std::mutex waiting;
  std::unique_lock lock(waiting);
  while (!stop.stop_requested()) {
    stopping_.wait_for(lock, stop, std::chrono::milliseconds(poll_ms), [] { return false; });
    if (!stop.stop_requested()) refresh();
  }
}

}  // namespace techpolicy
