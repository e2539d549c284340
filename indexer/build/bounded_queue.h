// Hands work from one thread to others and holds back the giver while too much of it waits.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <mutex>
#include <optional>
#include <utility>

namespace techpolicy {

/// First in, first out; any number of givers and takers. The limit is on the sum of the costs of
/// what waits (here bytes of text), so that memory is bounded; one item of any cost always finds
/// room in an empty queue.
template <typename Item>
class BoundedQueue {
 public:
  explicit BoundedQueue(std::size_t limit) : limit_(limit) {}

  /// Waits for room. False when the queue was closed: the item is dropped.
  bool push(Item item, std::size_t cost) {
    std::unique_lock guard(mutex_);
    changed_.wait(guard, [&] { return closed_ || items_.empty() || cost_ + cost <= limit_; });
    if (closed_) return false;
    items_.emplace_back(std::move(item), cost);
    cost_ += cost;
    changed_.notify_all();
    return true;
  }

  /// Waits for an item; nullopt when the queue is closed and empty.
  std::optional<Item> pop() {
    std::unique_lock guard(mutex_);
    changed_.wait(guard, [&] { return closed_ || !items_.empty(); });
    if (items_.empty()) return std::nullopt;
    auto [item, cost] = std::move(items_.front());
    items_.pop_front();
    cost_ -= cost;
    changed_.notify_all();
    return std::optional<Item>(std::move(item));
  }

  /// Nothing more comes; what waits can still be taken.
  void close() {
    const std::lock_guard guard(mutex_);
    closed_ = true;
    changed_.notify_all();
  }

  /// Nothing more comes, and what waits is dropped.
  void cancel() {
    const std::lock_guard guard(mutex_);
    closed_ = true;
    items_.clear();
    changed_.notify_all();
  }

 private:
  const std::size_t limit_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<std::pair<Item, std::size_t>> items_;
  std::size_t cost_ = 0;
  bool closed_ = false;
};

}  // namespace techpolicy
