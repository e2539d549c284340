#include "searchd/http/request_metrics.h"

#include <algorithm>
#include <cstdio>

namespace techpolicy {
namespace {

constexpr const char* kRequests = "searchd_requests_total";
constexpr const char* kDuration = "searchd_request_duration_seconds";

std::string number(double value) {
  std::array<char, 32> text{};
  std::snprintf(text.data(), text.size(), "%.9g", value);
  return text.data();
}

void describe(std::string& text, const std::string& name, const char* help, const char* type) {
  text.append("# HELP " + name + " " + help + "\n# TYPE " + name + " " + type + "\n");
}

}  // namespace

void RequestMetrics::count(std::string_view route, int status, double seconds) {
  const std::lock_guard lock(mutex_);
  auto known = routes_.find(route);
  if (known == routes_.end()) known = routes_.try_emplace(std::string(route)).first;
  Route& counts = known->second;
  ++counts.by_status[status];
  ++counts.requests;
  counts.seconds += seconds;
  const auto bucket = std::ranges::lower_bound(kBounds, seconds);
  if (bucket != kBounds.end()) ++counts.buckets[static_cast<std::size_t>(bucket - kBounds.begin())];
}

std::string RequestMetrics::text() const {
  const std::lock_guard lock(mutex_);
  std::string text;
  describe(text, kRequests, "Requests answered, by route and status", "counter");
  for (const auto& [name, route] : routes_) {
    for (const auto& [status, count] : route.by_status) {
      text.append(std::string(kRequests) + "{route=\"" + name + "\",status=\"" +
                  std::to_string(status) + "\"} " + std::to_string(count) + "\n");
    }
  }
  describe(text, kDuration, "Time from a whole request to its answer, by route", "histogram");
  for (const auto& [name, route] : routes_) {
    const std::string label = "{route=\"" + name + "\"";
    std::uint64_t below = 0;
    for (std::size_t i = 0; i < kBounds.size(); ++i) {
      below += route.buckets[i];
      text.append(std::string(kDuration) + "_bucket" + label + ",le=\"" + number(kBounds[i]) +
                  "\"} " + std::to_string(below) + "\n");
    }
    text.append(std::string(kDuration) + "_bucket" + label + ",le=\"+Inf\"} " +
                std::to_string(route.requests) + "\n");
    text.append(std::string(kDuration) + "_sum" + label + "} " + number(route.seconds) + "\n");
    text.append(std::string(kDuration) + "_count" + label + "} " + std::to_string(route.requests) +
                "\n");
  }
  return text;
}

}  // namespace techpolicy
