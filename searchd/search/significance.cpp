#include "searchd/search/significance.h"

#include <array>
#include <cmath>

namespace techpolicy {

double log_likelihood(const Share& here, const Share& elsewhere) {
  if (here.value() <= elsewhere.value()) return 0;
  const auto number = [](std::uint64_t count) { return static_cast<double>(count); };
  const double having = number(here.having + elsewhere.having);
  const double lacking = number(here.of + elsewhere.of) - having;
  const double all = having + lacking;
  struct Cell {
    double observed;
    double row;
    double column;
  };
  const std::array cells = {
      Cell{number(here.having), having, number(here.of)},
      Cell{number(here.of - here.having), lacking, number(here.of)},
      Cell{number(elsewhere.having), having, number(elsewhere.of)},
      Cell{number(elsewhere.of - elsewhere.having), lacking, number(elsewhere.of)},
  };
  double sum = 0;
  for (const Cell& cell : cells) {
    if (cell.observed > 0)
      sum += cell.observed * std::log(cell.observed * all / (cell.row * cell.column));
  }
  return 2 * sum;
}

}  // namespace techpolicy
