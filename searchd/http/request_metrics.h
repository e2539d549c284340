// What the server did, counted for a monitor: requests by route and status, and how long they took.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <mutex>
#include <string>
#include <string_view>

namespace techpolicy {

/// Any number of threads may count and read at once.
class RequestMetrics {
 public:
  /// `route`: its name in the route table; empty where no route answered. Of a streamed answer the
  /// time until its first byte.
  void count(std::string_view route, int status, double seconds);

  /// All counts in the text format of Prometheus, version 0.0.4.
  [[nodiscard]] std::string text() const;

  /// Upper bounds of the histogram's buckets, in seconds.
  static constexpr std::array kBounds = {0.001, 0.0025, 0.005, 0.01, 0.025, 0.05,
                                         0.1,   0.25,   0.5,   1.0,  2.5,   10.0};

 private:
  struct Route {
    std::map<int, std::uint64_t> by_status;
    std::array<std::uint64_t, kBounds.size()> buckets{};  ///< Of each the requests it took itself.
    std::uint64_t requests = 0;
    double seconds = 0;
  };

  mutable std::mutex mutex_;
  std::map<std::string, Route, std::less<>> routes_;
};

}  // namespace techpolicy
