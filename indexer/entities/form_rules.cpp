// Spacing and case rules of names.
#include "indexer/entities/form_rules.h"

#include <algorithm>
#include <span>

#include "indexer/entities/script_rules.h"

namespace techpolicy {
namespace {

// A word of fewer letters in lower case is no sure name even where it is no ordinary word.
constexpr std::size_t kShortestLowerName = 5;
constexpr std::size_t kShortestLowerPart = 4;

bool is_soft(Separator separator) {
  return separator == Separator::space || separator == Separator::hyphen ||
         separator == Separator::line_break;
}

/// `found` stands in the text before `token` where the alias has `wanted`.
bool separator_fits(Separator found, Separator wanted, const Token& token) {
  if (found == Separator::paragraph) return false;
  if (found == wanted) return true;
  if (is_soft(wanted)) return is_soft(found) || found == Separator::none;
  if (wanted == Separator::comma) return is_soft(found);
  if (wanted == Separator::none) return token.script == TokenScript::word && is_soft(found);
  return false;
}

std::span<const Token> tokens_of(const NamePlace& place) {
  return std::span(place.text.tokens).subspan(place.first, place.last - place.first + 1);
}

bool shows_capital(const Token& token) {
  return token.capitalized || token.all_caps || token.has_digit;
}

/// Without any capital a name counts only where it can be no ordinary words: "huawei", "sam
/// altman".
bool is_name_in_lower_case(const NameForm& form, const NamePlace& place) {
  if (form.ambiguity != Ambiguity::distinctive) return false;
  const std::size_t shortest = place.first == place.last ? kShortestLowerName : kShortestLowerPart;
  return std::ranges::any_of(tokens_of(place), [&](const Token& token) {
    return token.folded.size() >= shortest && !place.vocabulary.is_word(token.folded);
  });
}

bool case_of_any_fits(const NameForm& form, const NamePlace& place) {
  if (!form.has_capital || form.starts_lower) return true;
  if (std::ranges::none_of(tokens_of(place), shows_capital)) {
    return is_name_in_lower_case(form, place);
  }
  const bool single = place.first == place.last;
  return form.ambiguity == Ambiguity::distinctive || !single || place.first_token().capitalized;
}

bool exact_case_fits(const NameForm& form, const NamePlace& place) {
  if (is_written_as(form, place)) return true;
  if (place.first == place.last) return false;
  // A name of several words is sure enough in other capitals: "Kids online safety Act", "CHIPS
  // ACT".
  return place.first_token().capitalized || place.first_token().upper_line;
}

/// "Live nation building", "made Apple pay": the small words are ordinary ones, and what has a
/// capital would have it anyway.
bool is_phrase_of_words(const NameForm& form, const NamePlace& place) {
  if (!form.keeps_capitals || place.first_token().upper_line) return false;
  bool has_small_word = false;
  for (std::size_t i = 0; i < form.capitals.size(); ++i) {
    const Token& token = place.text.tokens[place.first + i];
    const bool word = place.vocabulary.is_word(token.folded);
    if (form.capitals[i] && !shows_capital(token)) {
      if (!word) return false;
      has_small_word = true;
    } else {
      const NameUse* use = place.vocabulary.name(token.folded);
      if (!word && (use == nullptr || !use->whole)) return false;
    }
  }
  return has_small_word && std::ranges::any_of(tokens_of(place), shows_capital);
}

bool case_fits(const NameForm& form, const NamePlace& place) {
  if (is_phrase_of_words(form, place)) return false;
  switch (form.letter_case) {
    case AliasCase::any:
      return case_of_any_fits(form, place);
    case AliasCase::cap:
      return place.first_token().capitalized;
    case AliasCase::exact:
      return exact_case_fits(form, place);
  }
  return false;
}

std::string_view without_full_stop(std::string_view text) {
  if (text.ends_with('.')) text.remove_suffix(1);
  return text;
}

bool has_lower_letter(std::string_view text) {
  return std::ranges::any_of(text, [](char c) { return c >= 'a' && c <= 'z'; });
}

}  // namespace

bool spacing_fits(const NameForm& form, const NamePlace& place) {
  for (std::size_t i = 0; i < form.separators.size(); ++i) {
    const Token& token = place.text.tokens[place.first + 1 + i];
    if (!separator_fits(token.before, form.separators[i], token)) return false;
  }
  return true;
}

bool is_written_as(const NameForm& form, const NamePlace& place) {
  const Token& only = place.first_token();
  if (place.first == place.last && !has_lower_letter(form.written)) {
    // Equal when folded, so equal; the plural's "s" is the one lower-case letter allowed.
    const std::string written = written_form(place.text.text, only);
    return place.plural
               ? written.back() == 's' && !has_lower_letter(written.substr(0, written.size() - 1))
               : !only.has_lower;
  }
  std::string written =
      place.first == place.last
          ? written_form(place.text.text, only)
          : std::string(place.text.text.substr(only.begin, place.last_token().end - only.begin));
  if (place.plural) written.pop_back();
  return without_full_stop(written) == without_full_stop(form.written);
}

bool fits_in_text(const NameForm& form, const NamePlace& place) {
  if (!spacing_fits(form, place)) return false;
  if (form.is_blocker()) return true;
  if (place.plural && !form.takes_plural) return false;
  return case_fits(form, place) && script_fits(place);
}

bool fits_in_query(const NameForm& form, const NamePlace& place) {
  if (!spacing_fits(form, place)) return false;
  return form.is_blocker() || !place.plural || form.takes_plural;
}

Ambiguity ambiguity_at(const NameForm& form, const NamePlace& place) {
  const bool may_be_a_word = form.letter_case == AliasCase::exact && place.first == place.last &&
                             place.first_token().upper_line &&
                             place.vocabulary.is_word(place.first_token().folded);
  if (form.ambiguity == Ambiguity::distinctive && may_be_a_word) return Ambiguity::also_a_word;
  return form.ambiguity;
}

}  // namespace techpolicy
