#include "searchd/search/unsupported_operators.h"

#include <algorithm>
#include <array>
#include <string>

#include "searchd/search/query_characters.h"
#include "searchd/search/query_fault.h"

namespace techpolicy {
namespace {

constexpr std::string_view kDigits = "0123456789";

bool is_number(std::string_view text) {
  return !text.empty() && text.find_first_not_of(kDigits) == std::string_view::npos;
}

[[noreturn]] void refuse(std::string_view name, std::size_t position, QueryEdit edit,
                         const std::string& way_out) {
  throw QueryFault("unsupported_operator", position,
                   "The operator \"" + std::string(name) + "\" is not supported. " + way_out,
                   {std::move(edit)});
}

bool is_letter_or_digit_at(std::u32string_view text, std::size_t place) {
  return place < text.size() && is_letter_or_digit(text[place]);
}

/// The word without what is not supported: "deepsek~1" is "deepsek", "a|b" is "a OR b".
std::u32string without_symbols(std::u32string_view word) {
  std::u32string rest;
  for (std::size_t i = 0; i < word.size(); ++i) {
    const char32_t c = ascii_form(word[i]);
    if (!is_operator_symbol(c)) {
      rest.push_back(word[i]);
    } else if (c == U'|') {
      rest += U" OR ";
    } else if (c == U'*' || c == U'?') {
      if (!rest.empty() && is_letter_or_digit_at(word, i + 1)) rest.push_back(U' ');
    } else {
      while (i + 1 < word.size() && (is_letter_or_digit(word[i + 1]) || word[i + 1] == U'.')) ++i;
    }
  }
  return rest;
}

/// Where in a word a symbol stands that acts as an operator; npos where none does.
std::size_t symbol_in(std::u32string_view word) {
  const bool punctuation = !has_letter_or_digit(word);
  for (std::size_t i = 0; i < word.size(); ++i) {
    const char32_t c = ascii_form(word[i]);
    const bool inside = i > 0 && i + 1 < word.size();
    if (c == U'*' || c == U'~' || c == U'^') return i;
    if (!punctuation && (c == U'?' || (c == U'|' && inside))) return i;
  }
  return std::u32string_view::npos;
}

}  // namespace

bool is_operator_word(std::string_view word) {
  return word == "AND" || word == "OR" || word == "NOT";
}

bool is_unsupported_word(std::string_view word) {
  constexpr std::array<std::string_view, 4> kWords = {"NEAR", "ADJ", "SENTENCE", "PARAGRAPH"};
  if (std::find(kWords.begin(), kWords.end(), word) != kWords.end()) return true;
  if (word.starts_with("NEAR") && is_number(word.substr(4))) return true;
  if (word.starts_with("ADJ") && is_number(word.substr(3))) return true;
  const std::size_t slash = word.find('/');
  if (slash == std::string_view::npos) return false;
  constexpr std::array<std::string_view, 5> kDistances = {"near", "adj", "w", "pre", "onear"};
  const std::string name = ascii_lower_case(word.substr(0, slash));
  const std::string unit = ascii_lower_case(word.substr(slash + 1));
  return std::find(kDistances.begin(), kDistances.end(), name) != kDistances.end() &&
         (is_number(unit) || unit == "s" || unit == "p");
}

bool is_operator_symbol(char32_t c) {
  return c == U'*' || c == U'?' || c == U'~' || c == U'^' || c == U'|';
}

void refuse_symbols_in_word(std::u32string_view text, std::size_t begin, std::size_t end) {
  const std::u32string_view word = text.substr(begin, end - begin);
  const std::size_t place = symbol_in(word);
  if (place == std::u32string_view::npos) return;
  const std::string symbol = ascii_text(word.substr(place, 1));
  refuse(symbol, begin + place, {begin, end, without_symbols(word)},
         symbol == "|" ? "Write OR between the words."
                       : "Write the words out; for all articles leave the query empty.");
}

void refuse_wildcards_in_quotes(std::u32string_view text, std::size_t begin, std::size_t end) {
  for (std::size_t i = begin; i < end; ++i) {
    const char32_t c = ascii_form(text[i]);
    const bool left = i > begin && is_letter_or_digit(text[i - 1]);
    const bool right = i + 1 < end && is_letter_or_digit(text[i + 1]);
    if ((c == U'*' && (left || right)) || (c == U'?' && left && right)) {
      refuse(ascii_text(text.substr(i, 1)), i, {i, i + 1, left && right ? U" " : U""},
             "Write the words of a phrase out.");
    }
  }
}

void refuse_unsupported_word(std::u32string_view text, std::size_t begin, std::size_t end) {
  const std::string word = ascii_text(text.substr(begin, end - begin));
  if (word == "&&") refuse(word, begin, {begin, end, U"AND"}, "Write AND.");
  if (word == "||") refuse(word, begin, {begin, end, U"OR"}, "Write OR.");
  if (!is_unsupported_word(word)) return;
  refuse(word, begin, {begin, end, U""},
         "Write AND for both words anywhere in an article, or put it in quotation marks to search "
         "for it as a word.");
}

}  // namespace techpolicy
