#include "indexer/build/salience.h"

#include <algorithm>
#include <cmath>

namespace techpolicy {
namespace {

constexpr double kOften = 1.2;
constexpr double kEarly = 2.0;
constexpr double kEarlyFalls = 5.0;  ///< A third of it is left after a fifth of the text.
constexpr double kShareOfType = 0.5;
constexpr double kUsualWords = 600;

}  // namespace

double salience(const Presence& presence, std::uint32_t mentions_of_type, std::size_t words) {
  const double usual = std::min(1.0, kUsualWords / std::max(1.0, static_cast<double>(words)));
  const double share = static_cast<double>(presence.mentions) / mentions_of_type;
  return kOften * std::log1p(presence.mentions * usual) +
         kEarly * std::exp(-kEarlyFalls * presence.first_place) + kShareOfType * share;
}

}  // namespace techpolicy
