#include "indexer/entities/organisation_shapes.h"

#include <algorithm>

namespace techpolicy {
namespace {

constexpr std::ptrdiff_t kFewestSmallLetters = 3;
constexpr std::ptrdiff_t kMostInnerCapitals = 3;
constexpr std::size_t kLongestCamelCase = 20;

/// Of every company and authority: "Board of Directors".
bool is_of_any(std::string_view word) {
  constexpr std::string_view kOfAny[] = {
      "directors",  "governors",   "trustees", "visitors", "managers",      "appeals",   "regents",
      "counselors", "supervisors", "advisors", "experts",  "commissioners", "scientific"};
  return std::ranges::find(kOfAny, word) != std::end(kOfAny);
}

/// "Responsible Party", "Performance Review Board": a role, nobody's name.
bool is_role(const NameSetting& s) {
  constexpr std::string_view kRoles[] = {
      "responsible", "third",     "interested", "contracting", "affected",  "other",     "covered",
      "relevant",    "competent", "review",     "executive",   "governing", "managing",  "central",
      "advisory",    "steering",  "help",       "support",     "political", "notifying", "approval",
      "contact",     "call",      "management", "data"};
  return s.run.size() <= 3 &&
         std::ranges::find(kRoles, s.run.token(s.run.last - 1).folded) != std::end(kRoles);
}

/// Units ("GHz"), encoded bytes and plurals of acronyms ("MPs") have capitals inside as well.
bool is_camel_case(const std::string& written) {
  for (const std::string_view start : {"Mc", "Mac", "De", "Le", "Van"}) {
    if (written.starts_with(start)) return false;
  }
  const auto is_upper = [](char c) { return c >= 'A' && c <= 'Z'; };
  const auto is_lower = [](char c) { return c >= 'a' && c <= 'z'; };
  const auto digits = std::ranges::count_if(written, [](char c) { return c >= '0' && c <= '9'; });
  const auto lower = std::ranges::count_if(written, is_lower);
  const auto inner = std::count_if(written.begin() + 1, written.end(), is_upper);
  return digits == 0 && lower >= kFewestSmallLetters && inner >= 1 && inner <= kMostInnerCapitals &&
         written.size() <= kLongestCamelCase;
}

}  // namespace

bool ends_in(const NameSetting& s, Cue cue) {
  return cues_of(s.run.token(s.run.last).folded).has(cue);
}

bool begins_with_institution(const NameSetting& s) {
  if (s.run.size() < 3) return false;
  for (std::size_t i = s.run.first; i + 1 < s.run.last; ++i) {
    const bool head = cues_of(s.run.token(i).folded).has(Cue::institution_head);
    const std::string& link = s.run.token(i + 1).folded;
    const bool links = link == "of" || link == "for" || link == "on";
    if (head && links) return !is_of_any(s.run.token(i + 2).folded);
  }
  return false;
}

bool is_institution(const NameSetting& s) {
  if (s.run.token(s.run.first).title_line) return false;
  if (begins_with_institution(s)) return true;
  if (is_body_of_people(s)) return true;
  return s.run.size() >= 2 && ends_in(s, Cue::institution_head) && !is_role(s);
}

bool is_body_of_people(const NameSetting& s) {
  constexpr std::string_view kKinds[] = {"working",      "stakeholder", "expert",   "advisory",
                                         "coordination", "cooperation", "steering", "certification",
                                         "coordinating", "resilience",  "task",     "study"};
  return s.run.size() >= 3 && s.run.token(s.run.last).folded == "group" &&
         std::ranges::find(kKinds, s.run.token(s.run.last - 1).folded) != std::end(kKinds);
}

bool has_inner_capital(const NameSetting& s) {
  for (std::size_t i = s.run.first; i <= s.run.last; ++i) {
    if (!s.run.token(i).glued && is_camel_case(s.written(i))) return true;
  }
  return false;
}

}  // namespace techpolicy
