#include "indexer/build/salience.h"

#include <cmath>

namespace techpolicy {
namespace {

constexpr double kInTitle = 3.0;
constexpr double kInFirstParagraph = 1.0;
constexpr double kShareOfType = 0.5;

}  // namespace

double salience(const Presence& presence, std::uint32_t mentions_of_type) {
  const double share = static_cast<double>(presence.mentions) / mentions_of_type;
  return (presence.in_title ? kInTitle : 0.0) +
         (presence.in_first_paragraph ? kInFirstParagraph : 0.0) + std::log1p(presence.mentions) +
         kShareOfType * share;
}

}  // namespace techpolicy
