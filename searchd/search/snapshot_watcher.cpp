#include "searchd/search/snapshot_watcher.h"

#include <chrono>

#include "indexer/schema/errors.h"

namespace techpolicy {

SnapshotWatcher::SnapshotWatcher(IndexStore store, unsigned readers, unsigned poll_milliseconds,
                                 Today today)
    : store_(std::move(store)), readers_(readers == 0 ? 1 : readers), today_(std::move(today)) {
  refresh();
  thread_ = std::thread([this, poll_milliseconds] { watch(poll_milliseconds); });
}

SnapshotWatcher::~SnapshotWatcher() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  stop_.notify_all();
  thread_.join();
}

std::shared_ptr<const Snapshot> SnapshotWatcher::current() const {
  const std::lock_guard lock(mutex_);
  if (!snapshot_) throw IndexError(problem_);
  return snapshot_;
}

std::string SnapshotWatcher::problem() const {
  const std::lock_guard lock(mutex_);
  return snapshot_ ? "" : problem_;
}

void SnapshotWatcher::refresh() {
  const std::lock_guard lock(opening_);
  open_newest();
}

void SnapshotWatcher::open_newest() {
  const std::string token = store_.change_token();
  std::shared_ptr<const Snapshot> previous;
  {
    const std::lock_guard lock(mutex_);
    if (snapshot_ && token == token_) return;
    previous = snapshot_;
  }
  std::string problem;
  try {
    previous = Snapshot::open(store_, readers_, previous.get(), today_);
  } catch (const IndexError& error) {
    problem = error.what();
  } catch (const Xapian::Error& error) {
    problem = error.get_msg();
  }
  const std::lock_guard lock(mutex_);
  problem_ = problem;
  if (!problem.empty()) return;
  snapshot_ = std::move(previous);
  token_ = token;
}

void SnapshotWatcher::watch(unsigned poll_milliseconds) {
  std::unique_lock lock(mutex_);
  while (!stop_.wait_for(lock, std::chrono::milliseconds(poll_milliseconds),
                         [this] { return stopping_; })) {
    lock.unlock();
    refresh();
    lock.lock();
  }
}

}  // namespace techpolicy
