// Patterns are compared segment by segment: no regular expressions, which overflow the stack on
// long paths.
#include "searchd/http/route_table.h"

#include "searchd/http/percent_encoding.h"

namespace techpolicy {
namespace {

bool is_capture(const std::string& part) { return part.starts_with('{') && part.ends_with('}'); }

std::optional<std::vector<std::string>> match(const std::vector<std::string>& pattern,
                                              const std::vector<std::string>& segments) {
  if (pattern.size() != segments.size()) return std::nullopt;
  std::vector<std::string> captures;
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    if (is_capture(pattern[i])) {
      if (segments[i].empty()) return std::nullopt;
      captures.push_back(segments[i]);
    } else if (pattern[i] != segments[i]) {
      return std::nullopt;
    }
  }
  return captures;
}

}  // namespace

RouteTable::RouteTable(std::vector<Route> routes) {
  for (Route& route : routes) {
    auto pattern = split_path(route.pattern).value();
    rows_.push_back({std::move(route), std::move(pattern)});
  }
}

std::optional<RouteTable::Match> RouteTable::find(const std::vector<std::string>& segments) const {
  std::optional<Match> best;
  for (const Row& row : rows_) {
    auto captures = match(row.pattern, segments);
    if (!captures) continue;
    if (!best || captures->size() < best->captures.size())
      best = {&row.route, std::move(*captures)};
  }
  return best;
}

}  // namespace techpolicy
