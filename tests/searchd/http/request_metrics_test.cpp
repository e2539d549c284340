// Counts as a monitor reads them.
#include "searchd/http/request_metrics.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <thread>
#include <vector>

namespace techpolicy {
namespace {

using testing::HasSubstr;

TEST(RequestMetrics, CountsByRouteStatusAndTime) {
  RequestMetrics metrics;
  metrics.count("search", 200, 0.004);
  metrics.count("search", 200, 0.005);
  metrics.count("search", 400, 60);
  metrics.count("", 404, 0.0001);
  const std::string text = metrics.text();
  EXPECT_THAT(text, HasSubstr("# TYPE searchd_requests_total counter\n"));
  EXPECT_THAT(text, HasSubstr("searchd_requests_total{route=\"search\",status=\"200\"} 2\n"));
  EXPECT_THAT(text, HasSubstr("searchd_requests_total{route=\"search\",status=\"400\"} 1\n"));
  EXPECT_THAT(text, HasSubstr("searchd_requests_total{route=\"\",status=\"404\"} 1\n"));
  EXPECT_THAT(text, HasSubstr("_bucket{route=\"search\",le=\"0.0025\"} 0\n"));
  EXPECT_THAT(text, HasSubstr("_bucket{route=\"search\",le=\"0.005\"} 2\n")) << "bounds included";
  EXPECT_THAT(text, HasSubstr("_bucket{route=\"search\",le=\"10\"} 2\n")) << "cumulative";
  EXPECT_THAT(text, HasSubstr("_bucket{route=\"search\",le=\"+Inf\"} 3\n"));
  EXPECT_THAT(text, HasSubstr("_sum{route=\"search\"} 60.009\n"));
  EXPECT_THAT(text, HasSubstr("_count{route=\"search\"} 3\n"));
}

TEST(RequestMetrics, ThreadsLoseNothing) {
  RequestMetrics metrics;
  std::vector<std::thread> threads;
  for (int i = 0; i < 4; ++i) {
    threads.emplace_back([&metrics] {
      for (int n = 0; n < 1000; ++n) metrics.count("search", 200, 0.001);
    });
  }
  for (std::thread& thread : threads) thread.join();
  EXPECT_THAT(metrics.text(), HasSubstr("_count{route=\"search\"} 4000\n"));
}

}  // namespace
}  // namespace techpolicy
