#include "searchd/pages/companions_view.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <string>
#include <vector>

#include "searchd/pages/formats.h"
#include "searchd/pages/labels.h"
#include "searchd/pages/search_links.h"
#include "searchd/pages/sentences_page.h"
#include "searchd/pages/strings.h"

namespace techpolicy {
namespace {

/// The picture is drawn in a box of this size; the page scales it.
constexpr double kWidth = 640;
constexpr double kHeight = 320;
constexpr double kReachX = 150;  ///< Names stand outside, at most kNameLength signs.
constexpr double kReachY = 112;
constexpr std::size_t kNameLength = 23;
constexpr double kLargest = 15;  ///< Radius of the strongest neighbour.
constexpr double kSmallest = 4;
constexpr double kThickest = 5;

std::string number(double value) { return std::to_string(std::lround(value * 10) / 10); }

SearchRequest naming_both(const EntityKey& one, const EntityKey& other) {
  return narrowed_by(with_value({}, one.type, one.id), other.type, other.id);
}

std::string dates(const Companion& companion) {
  if (!companion.first_date || !companion.last_date) return {};
  const std::string first = format_date(*companion.first_date);
  const std::string last = format_date(*companion.last_date);
  return first == last ? first : ui_text("span", {{"from", first}, {"to", last}});
}

/// A share of the largest as something that is seen: areas are compared, not radii.
double size_of(std::uint64_t together, std::uint64_t most) {
  return std::sqrt(static_cast<double>(together) /
                   static_cast<double>(std::max<std::uint64_t>(most, 1)));
}

/// Where a neighbour stands, seen from the centre: `x` to the right and `y` down, from -1 to 1.
struct Direction {
  double x;
  double y;
};

/// Around the centre from the top on, clockwise.
Direction direction(std::size_t i, std::size_t count) {
  const double turn = 2 * std::numbers::pi * static_cast<double>(i) / static_cast<double>(count);
  return {std::sin(turn), -std::cos(turn)};
}

/// Cut where it would leave the picture.
std::string short_name(const std::string& name) {
  std::size_t signs = 0;
  for (std::size_t at = 0; at < name.size(); ++at) {
    const bool begins = (static_cast<unsigned char>(name[at]) & 0xC0U) != 0x80U;
    if (begins && ++signs > kNameLength) return name.substr(0, at) + "…";
  }
  return name;
}

/// The name away from the centre, so that no line runs through it: beside the circle, at top and
/// bottom above and below it.
void add_name(View& node, const std::string& name, const Direction& at, double radius) {
  constexpr double kGap = 6;
  constexpr double kHalfLetter = 4;
  constexpr double kLetter = 11;
  const double x = kWidth / 2 + kReachX * at.x;
  const double y = kHeight / 2 + kReachY * at.y;
  const bool beside = std::abs(at.x) > 0.2;
  const double sideward = beside ? std::copysign(radius + kGap, at.x) : 0;
  const double upward = at.y < 0 ? -radius - kGap : radius + kGap + kLetter;
  node.text("name", short_name(name)).text("name_x", number(x + sideward));
  node.text("name_y", number(beside ? y + kHalfLetter : y + upward));
  node.text("side", !beside ? "" : at.x > 0 ? "right" : "left");
}

View row_view(const EntityKey& entity, const Companion& companion) {
  View row;
  row.text("name", companion.name).text("type", entity_type(companion.key));
  row.text("page_url", entity_url(companion.key));
  row.text("together", format_number(companion.together));
  row.text("together_url", search_url(naming_both(entity, companion.key)));
  row.text("sentences", format_number(companion.sentences));
  row.text("sentences_url",
           companion.sentences == 0 ? "" : sentences_url({}, {entity, companion.key}));
  row.text("lift", format_decimal(companion.lift));
  return row.text("dates", dates(companion));
}

View node_view(const EntityKey& entity, const Companion& companion, const Direction& at,
               std::uint64_t most) {
  const double size = size_of(companion.together, most);
  const double radius = kSmallest + (kLargest - kSmallest) * size;
  View node;
  node.text("x", number(kWidth / 2 + kReachX * at.x));
  node.text("y", number(kHeight / 2 + kReachY * at.y)).text("r", number(radius));
  add_name(node, companion.name, at, radius);
  node.text("thick", number(1 + (kThickest - 1) * size));
  const bool said_together = companion.sentences > 0;
  node.text("url", said_together ? sentences_url({}, {entity, companion.key})
                                 : search_url(naming_both(entity, companion.key)));
  const std::string articles = ui_count("articles", companion.together);
  return node.text("hint", ui_text("companion_hint",
                                   {{"name", companion.name},
                                    {"articles", articles},
                                    {"sentences", ui_count("sentences", companion.sentences)}}));
}

}  // namespace

void add_companions(View& page, const CompanionsResult& companions) {
  if (companions.companions.empty()) {
    page.list("companions", {});
    return;
  }
  const EntityKey& entity = companions.entity.key;
  std::uint64_t most = 0;
  for (const Companion& companion : companions.companions) {
    most = std::max(most, companion.together);
  }
  const std::size_t drawn =
      std::min<std::size_t>(kNeighboursInPicture, companions.companions.size());
  std::vector<View> nodes;
  std::vector<View> rows;
  for (std::size_t i = 0; i < companions.companions.size(); ++i) {
    const Companion& companion = companions.companions[i];
    if (i < drawn) nodes.push_back(node_view(entity, companion, direction(i, drawn), most));
    rows.push_back(row_view(entity, companion));
  }
  View view;
  view.text("centre", companions.entity.name);
  view.list("nodes", std::move(nodes)).list("rows", std::move(rows));
  page.list("companions", {std::move(view)});
}

}  // namespace techpolicy
