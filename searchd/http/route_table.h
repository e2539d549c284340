// Which handler answers a path.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "searchd/http/http_message.h"

namespace techpolicy {

/// Immutable; any number of threads may look up at once.
class RouteTable {
 public:
  explicit RouteTable(std::vector<Route> routes);

  struct Match {
    const Route* route;  ///< Owned by the table.
    std::vector<std::string> captures;
  };

  /// Finds the route for decoded path segments; of several the one with the fewest {...} parts. A
  /// {...} part takes one segment that is not empty.
  [[nodiscard]] std::optional<Match> find(const std::vector<std::string>& segments) const;

 private:
  struct Row {
    Route route;
    std::vector<std::string> pattern;  ///< Its segments.
  };
  std::vector<Row> rows_;
};

}  // namespace techpolicy
