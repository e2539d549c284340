#include "indexer/entities/organisation_shapes.h"

#include <algorithm>

namespace techpolicy {
namespace {

/// Of every company and authority: "Board of Directors".
bool is_of_any(std::string_view word) {
  constexpr std::string_view kOfAny[] = {
      "directors",  "governors",   "trustees", "visitors", "managers",      "appeals",   "regents",
      "counselors", "supervisors", "advisors", "experts",  "commissioners", "scientific"};
  return std::ranges::find(kOfAny, word) != std::end(kOfAny);
}

/// "Responsible Party", "Performance Review Board": a role, nobody's name.
bool is_role(const NameSetting& s) {
  constexpr std::string_view kRoles[] = {"responsible", "third",   "interested", "contracting",
                                         "affected",    "other",   "covered",    "relevant",
                                         "competent",   "review",  "executive",  "governing",
                                         "managing",    "central", "advisory",   "steering"};
  return s.run.size() <= 3 &&
         std::ranges::find(kRoles, s.run.token(s.run.last - 1).folded) != std::end(kRoles);
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
  return s.run.size() >= 2 && ends_in(s, Cue::institution_head) && !is_role(s);
}

bool has_inner_capital(const NameSetting& s) {
  for (std::size_t i = s.run.first; i <= s.run.last; ++i) {
    const Token& token = s.run.token(i);
    if (token.all_caps || !token.has_lower || token.glued) continue;
    std::string written = s.written(i);
    if (written.ends_with('s')) written.pop_back();  // "MPs"
    if (std::ranges::none_of(written, [](char c) { return c >= 'a' && c <= 'z'; })) continue;
    if (written.starts_with("Mc") || written.starts_with("Mac") || written.starts_with("De") ||
        written.starts_with("Le") || written.starts_with("Van")) {
      continue;
    }
    for (std::size_t k = 1; k < written.size(); ++k) {
      if (written[k] >= 'A' && written[k] <= 'Z') return true;
    }
  }
  return false;
}

}  // namespace techpolicy
