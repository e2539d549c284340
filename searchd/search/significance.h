// How much more often something stands in one set of articles than in others.
#pragma once

#include <cstdint>

namespace techpolicy {

/// Articles that have something, of how many.
struct Share {
  std::uint64_t having = 0;
  std::uint64_t of = 0;

  [[nodiscard]] double value() const {
    return of == 0 ? 0 : static_cast<double>(having) / static_cast<double>(of);
  }
};

/// The log-likelihood ratio G2 of the two shares' 2x2 table, 2 * sum of O ln(O / E) (Dunning 1993,
/// "Accurate methods for the statistics of surprise and coincidence"); 0 where the share here is
/// not the greater.
[[nodiscard]] double log_likelihood(const Share& here, const Share& elsewhere);

/// From here up a difference is called one: p < 0.001 of chi squared with one degree of freedom.
inline constexpr double kLeastLogLikelihood = 10.83;
/// What stands in fewer articles than this is an accident whatever the formula says.
inline constexpr std::uint64_t kLeastArticles = 3;

}  // namespace techpolicy
