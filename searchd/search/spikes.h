// Stretches of a timeline that stand far above its usual.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace techpolicy {

/// Neighbouring bars [first, last], both included.
struct Spike {
  std::size_t first = 0;
  std::size_t last = 0;
  std::uint64_t count = 0;  ///< Of its bars together.
  double usual = 0;         ///< Of as many bars.

  friend bool operator==(const Spike&, const Spike&) = default;
};

/// In fewer bars nothing is usual.
inline constexpr std::size_t kLeastBars = 8;
/// A bar of fewer articles is no spike.
inline constexpr std::uint64_t kLeastInSpike = 5;
/// Deviations above the usual, as proposed for modified z-scores (Iglewicz and Hoaglin 1993, "How
/// to detect and handle outliers").
inline constexpr double kLeastDeviations = 3.5;

/// Bars whose count is at least kLeastInSpike and more than kLeastDeviations above the usual,
/// joined where they are neighbours. The usual is the median of the counts; where that is 0, the
/// mean of the other bars. A deviation is 1.4826 times the median absolute deviation, and never
/// less than that of a Poisson distribution: the root of the usual, at least 1.
[[nodiscard]] std::vector<Spike> find_spikes(std::span<const std::uint64_t> counts);

}  // namespace techpolicy
