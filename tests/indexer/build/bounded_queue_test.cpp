// Order, the limit, closing and cancelling, also across threads.
#include "indexer/build/bounded_queue.h"

#include <atomic>
#include <chrono>
#include <gtest/gtest.h>
#include <thread>
#include <vector>

namespace techpolicy {
namespace {

TEST(BoundedQueue, GivesItemsInOrderAndEndsWhenClosed) {
  BoundedQueue<int> queue(100);
  for (int i = 0; i < 5; ++i) EXPECT_TRUE(queue.push(i, 1));
  queue.close();
  EXPECT_FALSE(queue.push(9, 1)) << "closed";
  for (int i = 0; i < 5; ++i) EXPECT_EQ(queue.pop(), i) << "what waits can still be taken";
  EXPECT_EQ(queue.pop(), std::nullopt);
}

TEST(BoundedQueue, AnItemOverTheLimitPassesAlone) {
  BoundedQueue<int> queue(10);
  EXPECT_TRUE(queue.push(1, 1000));
  EXPECT_EQ(queue.pop(), 1);
}

TEST(BoundedQueue, HoldsBackTheGiver) {
  BoundedQueue<int> queue(2);
  std::atomic<int> pushed{0};
  std::thread giver([&] {
    for (int i = 0; i < 6; ++i) {
      if (queue.push(i, 1)) ++pushed;
    }
  });
  std::this_thread::sleep_for(std::chrono::milliseconds(50));
  EXPECT_EQ(pushed, 2) << "room for two";
  for (int i = 0; i < 6; ++i) EXPECT_EQ(queue.pop(), i);
  giver.join();
}

TEST(BoundedQueue, CancellingFreesTheGiverAndDropsWhatWaits) {
  BoundedQueue<int> queue(1);
  EXPECT_TRUE(queue.push(1, 1));
  std::atomic<bool> refused{false};
  std::thread giver([&] { refused = !queue.push(2, 1); });
  std::this_thread::sleep_for(std::chrono::milliseconds(20));
  queue.cancel();
  giver.join();
  EXPECT_TRUE(refused);
  EXPECT_EQ(queue.pop(), std::nullopt);
}

}  // namespace
}  // namespace techpolicy
