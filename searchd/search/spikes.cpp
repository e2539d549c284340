#include "searchd/search/spikes.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace techpolicy {
namespace {

/// Makes the median absolute deviation of normal values their standard deviation.
constexpr double kOfNormal = 1.4826;

double median(std::vector<double> values) {
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), middle, values.end());
  if (values.size() % 2 == 1) return *middle;
  return (*middle + *std::max_element(values.begin(), middle)) / 2;
}

}  // namespace

std::vector<Spike> find_spikes(std::span<const std::uint64_t> counts) {
  if (counts.size() < kLeastBars) return {};
  std::vector<double> values;
  for (const std::uint64_t count : counts) values.push_back(static_cast<double>(count));
  const double middle = median(values);
  const double sum = std::accumulate(values.begin(), values.end(), 0.0);
  std::vector<double> distances;
  for (const double value : values) distances.push_back(std::abs(value - middle));
  const double spread = kOfNormal * median(std::move(distances));
  std::vector<Spike> spikes;
  for (std::size_t i = 0; i < values.size(); ++i) {
    const double others = (sum - values[i]) / static_cast<double>(values.size() - 1);
    const double usual = middle > 0 ? middle : others;
    const double deviation = std::max({spread, std::sqrt(usual), 1.0});
    if (counts[i] < kLeastInSpike || values[i] <= usual + kLeastDeviations * deviation) continue;
    if (spikes.empty() || spikes.back().last + 1 != i) spikes.push_back({i, i, 0, 0});
    spikes.back().last = i;
    spikes.back().count += counts[i];
    spikes.back().usual += usual;
  }
  return spikes;
}

}  // namespace techpolicy
