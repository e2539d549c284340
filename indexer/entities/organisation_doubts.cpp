#include "indexer/entities/organisation_doubts.h"

#include <algorithm>
#include <array>

#include "indexer/entities/organisation_shapes.h"

namespace techpolicy {
namespace {

constexpr std::size_t kAppositionWords = 5;
constexpr std::size_t kShortestDefined = 3;

double when(bool holds) { return holds ? 1.0 : 0.0; }

double is_beside_known(const NameSetting& s) { return when(s.run.beside_known); }

double is_other_thing(const NameSetting& s) {
  return when(ends_in(s, Cue::other_head) && !s.run.has_legal_form());
}

/// "this ICR", "an LNG": one of many. Not "a Google spokesman".
double is_one_of_many(const NameSetting& s) {
  constexpr std::string_view kDeterminers[] = {"a",    "an",  "this", "these", "each",  "any",
                                               "such", "our", "your", "their", "every", "no"};
  const bool one = s.follows_closely() &&
                   std::ranges::find(kDeterminers, s.word_before(1)) != std::end(kDeterminers);
  return when(one && !s.possessive() && !s.after_is(1, Cue::staff) &&
              !s.after_is(1, Cue::officer) && !s.run.has_legal_form());
}

/// "an information collection request (ICR)": stands for words that are nobody's name, or for a
/// name that proves itself. The letters are compared from the last to the first.
double stands_for_words(const NameSetting& s) {
  const Token& token = s.run.token(s.run.first);
  const bool acronym =
      s.run.size() == 1 && token.all_caps && token.before == Separator::open_bracket;
  if (!acronym || token.folded.size() < kShortestDefined) return 0;
  std::size_t n = 1;
  for (auto letter = token.folded.rbegin(); letter != token.folded.rend(); ++letter) {
    while (s.before_is(n, Cue::function_word)) ++n;
    const std::string_view word = s.word_before(n);
    if (word.empty() || word.front() != *letter) return 0;
    ++n;
  }
  return 1;
}

/// "GDP", "the EUV"
double is_generic_acronym(const NameSetting& s) {
  return when(s.run.size() == 1 && cues_of(s.run.key).has(Cue::generic_acronym));
}

double is_ordinary_word(const NameSetting& s) {
  if (!s.is_one_word()) return 0;
  // "the Commission", "the Board": which one, only the reader knows.
  if (ends_in(s, Cue::institution_head) && !s.run.has_legal_form()) return 4.0;
  const Token& token = s.run.token(s.run.first);
  return token.sentence_start || token.title_line ? 4.0 : 1.0;
}

double is_all_words(const NameSetting& s) {
  if (s.run.size() < 2) return 0;
  for (std::size_t i = s.run.first; i <= s.run.last; ++i) {
    if (!s.is_word(i)) return 0;
  }
  if (s.run.size() >= 3) return is_institution(s) ? 0.0 : 0.5;
  const std::string& head = s.run.token(s.run.last).folded;
  if (head == "party" || head == "association" || head == "federation" || head == "foundation" ||
      head == "institute" || head == "university") {
    return 0;
  }
  return s.run.token(s.run.first).sentence_start ? 1.5 : 1.0;
}

double is_in_title_line(const NameSetting& s) {
  return when(s.run.token(s.run.first).title_line && !s.run.has_legal_form());
}

double place_preposition_precedes(const NameSetting& s) {
  const std::string_view noun = s.word_before(2);
  return when(s.follows_closely() && s.before_is(1, Cue::place_preposition) && noun != "stake" &&
              noun != "shares" && !noun.starts_with("invest") && noun != "interest" &&
              noun != "confidence" && noun != "trading");
}

/// Two or three words without a mark of an organisation look like a person's.
double looks_like_person(const NameSetting& s) {
  if (s.run.size() < 2 || s.run.size() > 3) return 0;
  for (std::size_t i = s.run.first; i <= s.run.last; ++i) {
    const Token& token = s.run.token(i);
    if (s.is_word(i) || token.all_caps || token.has_digit || !token.capitalized) return 0;
    if (cues_of(token.folded).has(Cue::company_head)) return 0;
  }
  return when(!has_inner_capital(s));
}

double person_noun_precedes(const NameSetting& s) {
  if (!s.follows_closely() && !s.follows_abbreviation()) return 0;
  return when(s.before_is(1, Cue::person_title) && s.word_before(1) != "by");
}

bool begins_with_given_name(const NameSetting& s) {
  const bool initial =
      s.run.size() >= 2 && s.run.size() <= 3 && s.run.token(s.run.first + 1).folded.size() == 1;
  return (s.run.size() >= 2 && s.run.size() <= 3 &&
          cues_of(s.run.token(s.run.first).folded).has(Cue::given_name)) ||
         (initial && s.run.token(s.run.first + 1).before != Separator::other) ||
         (s.run.size() == 1 && cues_of(s.run.token(s.run.first).folded).has(Cue::given_name));
}

double is_person_name(const NameSetting& s) {
  return when(begins_with_given_name(s) && !s.run.has_legal_form());
}

/// ", 45," and ", chief executive of", ", an analyst at"
double person_noun_follows(const NameSetting& s) {
  const Token* next = s.after(1);
  if (s.possessive() || next == nullptr || next->before != Separator::comma) return 0;
  if (next->folded == "who") return 1;
  const bool digits =
      std::ranges::all_of(next->folded, [](char c) { return c >= '0' && c <= '9'; });
  if (digits && next->folded.size() == 2) return 1;
  for (std::size_t n = 1; n <= kAppositionWords; ++n) {
    const Token* word = s.after(n);
    if (word == nullptr || (n > 1 && word->before == Separator::comma)) return 0;
    if (s.after_is(n, Cue::company_noun)) return 0;
    if (s.after_is(n, Cue::person_title) && word->folded != "by") return 1;
  }
  return 0;
}

constexpr std::array kWeakens = {
    NamePattern{"beside a known name", -1.5, is_beside_known},
    NamePattern{"name of another thing", -2.0, is_other_thing},
    NamePattern{"an acronym of things", -4.0, is_generic_acronym},
    NamePattern{"an ordinary word", -1.0, is_ordinary_word},
    NamePattern{"ordinary words", -0.5, is_all_words},
    NamePattern{"in a title", -1.5, is_in_title_line},
    NamePattern{"looks like a person's name", -0.4, looks_like_person},
};

constexpr std::array kOther = {
    NamePattern{"stands for other words", -2.0, stands_for_words},
    NamePattern{"one of many", -2.0, is_one_of_many},
    NamePattern{"in or near it", -0.8, place_preposition_precedes},
    NamePattern{"a person's post before it", -2.0, person_noun_precedes},
    NamePattern{"a person's post after it", -2.0, person_noun_follows},
    NamePattern{"a given name", -2.0, is_person_name},
};

}  // namespace

std::vector<Evidence> what_weakens(const NameSetting& setting) {
  return weigh_patterns(kWeakens, setting);
}

std::vector<Evidence> what_denies(const NameSetting& setting) {
  return weigh_patterns(kOther, setting);
}

}  // namespace techpolicy
