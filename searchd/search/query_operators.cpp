#include "searchd/search/query_operators.h"

#include <algorithm>
#include <array>
#include <utility>

#include "searchd/search/query_characters.h"
#include "searchd/search/query_fault.h"

namespace techpolicy {
namespace {

constexpr std::string_view kDigits = "0123456789";
constexpr std::size_t kMaxDigits = 6;

std::optional<std::uint32_t> number(std::string_view text) {
  if (text.empty() || text.find_first_not_of(kDigits) != std::string_view::npos) return {};
  std::uint32_t value = 0;
  for (const char digit : text.substr(0, kMaxDigits)) {
    value = value * 10 + static_cast<std::uint32_t>(digit - '0');
  }
  return value;
}

[[noreturn]] void refuse(std::string_view name, std::size_t position, QueryEdit edit,
                         const std::string& way_out) {
  throw QueryFault("unsupported_operator", position,
                   "The operator \"" + std::string(name) + "\" is not supported. " + way_out,
                   {std::move(edit)});
}

/// "recycl!" of Nexis, "engineer$" and "engineer$3" of Factiva: at the end of three letters or
/// more.
bool truncates(std::u32string_view word, std::size_t symbol) {
  constexpr std::size_t kLeastLetters = 3;
  if (symbol < kLeastLetters) return false;
  for (const char32_t c : word.substr(symbol - kLeastLetters, kLeastLetters)) {
    if (!is_letter_or_digit(c)) return false;
  }
  const std::u32string_view rest = word.substr(symbol + 1);
  return rest.empty() ||
         (word[symbol] == U'$' && rest.size() == 1 && rest[0] >= U'0' && rest[0] <= U'9');
}

/// The word without what is not supported: "foo^2" is "foo", "a|b" is "a OR b", "x~7" is "x~2".
std::u32string without_symbols(std::u32string_view word) {
  std::u32string rest;
  for (std::size_t i = 0; i < word.size(); ++i) {
    const char32_t c = ascii_form(word[i]);
    if (c == U'|') {
      rest += U" OR ";
    } else if ((c == U'!' || c == U'$') && truncates(word, i)) {
      return rest + U"*";
    } else if (c == U'!' && i == 0) {
      rest += U"-";
    } else if (c == U'~' && !rest.empty()) {
      return rest + U"~2";
    } else if (c == U'^' || c == U'~') {
      while (i + 1 < word.size() && (is_letter_or_digit(word[i + 1]) || word[i + 1] == U'.')) ++i;
    } else {
      rest.push_back(word[i]);
    }
  }
  return rest;
}

/// "~1", "~2" or "~" at the end of a word.
bool is_fuzzy_ending(std::u32string_view ending) {
  const std::string text = ascii_text(ending);
  return text == "~" || text == "~1" || text == "~2";
}

/// Where in a word a symbol stands that is no operator of ours; npos where none does.
std::size_t symbol_in(std::u32string_view word) {
  const bool punctuation = !has_letter_or_digit(word);
  for (std::size_t i = 0; i < word.size(); ++i) {
    const char32_t c = ascii_form(word[i]);
    const bool inside = i > 0 && i + 1 < word.size();
    if (c == U'^') return i;
    if (c == U'!' && truncates(word, i)) return i;
    if (c == U'!' && i == 0 && word.size() > 1 && is_letter_or_digit(word[1])) return i;
    if (c == U'$' && truncates(word, i)) return i;
    if (c == U'~' && (i == 0 || !is_fuzzy_ending(word.substr(i)))) return i;
    if (!punctuation && c == U'|' && inside) return i;
  }
  return std::u32string_view::npos;
}

struct ForeignRow {
  std::string_view name;  ///< In small letters; before a number or a slash.
  std::string_view ours;
};

constexpr std::array kDistances = {ForeignRow{"near", "NEAR/"}, ForeignRow{"w", "NEAR/"},
                                   ForeignRow{"", "NEAR/"},     ForeignRow{"adj", "ADJ/"},
                                   ForeignRow{"pre", "ADJ/"},   ForeignRow{"onear", "ADJ/"}};
constexpr std::array kUnits = {ForeignRow{"s", "SENTENCE"}, ForeignRow{"sent", "SENTENCE"},
                               ForeignRow{"p", "PARAGRAPH"}, ForeignRow{"para", "PARAGRAPH"}};
constexpr std::array kWords = {ForeignRow{"NEAR", "NEAR/10"}, ForeignRow{"ADJ", "ADJ/1"},
                               ForeignRow{"&&", "AND"}, ForeignRow{"||", "OR"}};

/// "w/5", "/s", "pre/3".
std::string translated_slash(const std::string& lower, std::size_t slash) {
  const std::string_view unit = std::string_view(lower).substr(slash + 1);
  for (const ForeignRow& row : kDistances) {
    if (lower.compare(0, slash, row.name) != 0) continue;
    if (number(unit)) return std::string(row.ours).append(unit);
    for (const ForeignRow& known : kUnits) {
      if (unit == known.name) return std::string(known.ours);
    }
  }
  return {};
}

/// Factiva's "boeing/N30/airways" and "toyota/F50/", which need no spaces around them.
void refuse_slashes(std::u32string_view text, std::size_t begin, std::size_t end) {
  const std::string lower = ascii_lower_case(ascii_text(text.substr(begin, end - begin)));
  const std::size_t slash = lower.find('/');
  const std::size_t close = slash == std::string::npos ? slash : lower.find('/', slash + 1);
  if (close == std::string::npos || close < slash + 3) return;
  const char kind = lower[slash + 1];
  const std::string count = lower.substr(slash + 2, close - slash - 2);
  if ((kind != 'n' && kind != 'f') || !number(count)) return;
  const std::u32string left(text.substr(begin, slash));
  const std::u32string right(text.substr(begin + close + 1, end - begin - close - 1));
  const std::u32string ours = kind == 'n' ? left + to_code_points(" NEAR/" + count + " ") + right
                                          : U"lead:" + left + U" " + right;
  refuse(lower.substr(slash, close - slash + 1), begin, {begin, end, ours},
         kind == 'n' ? "Write NEAR/" + count + " between the words."
                     : "Write lead: before a word that must stand at the beginning.");
}

}  // namespace

bool is_operator_word(std::string_view word) {
  return word == "AND" || word == "OR" || word == "NOT";
}

std::optional<Proximity> proximity_operator(std::string_view word) {
  if (word == "SENTENCE") return Proximity{Nearness::sentence, 0};
  if (word == "PARAGRAPH") return Proximity{Nearness::paragraph, 0};
  for (const auto& [name, nearness] :
       {std::pair{"NEAR/", Nearness::near}, std::pair{"ADJ/", Nearness::adjacent}}) {
    const std::string_view start = name;
    if (!word.starts_with(start)) continue;
    if (const auto distance = number(word.substr(start.size())))
      return Proximity{nearness, *distance};
  }
  return std::nullopt;
}

std::string print_proximity(const Proximity& proximity) {
  switch (proximity.nearness) {
    case Nearness::near:
      return "NEAR/" + std::to_string(proximity.distance);
    case Nearness::adjacent:
      return "ADJ/" + std::to_string(proximity.distance);
    case Nearness::sentence:
      return "SENTENCE";
    case Nearness::paragraph:
      return "PARAGRAPH";
  }
  return {};
}

std::string translated_operator(std::string_view word) {
  for (const ForeignRow& row : kWords) {
    if (word == row.name) return std::string(row.ours);
  }
  if (proximity_operator(word)) return {};
  const std::string lower = ascii_lower_case(word);
  const std::size_t slash = lower.find('/');
  if (slash != std::string::npos) return translated_slash(lower, slash);
  // Factiva writes near5, adj5: in capitals or not.
  for (const std::string_view name : {"near", "adj"}) {
    if (!lower.starts_with(name) || !number(std::string_view(lower).substr(name.size()))) continue;
    return std::string(name == "near" ? "NEAR/" : "ADJ/").append(lower.substr(name.size()));
  }
  return {};
}

bool is_operator_symbol(char32_t c) {
  return c == U'*' || c == U'?' || c == U'~' || c == U'^' || c == U'|';
}

bool is_wildcard(char32_t c) { return ascii_form(c) == U'*' || c == U'?'; }

void refuse_symbols_in_word(std::u32string_view text, std::size_t begin, std::size_t end) {
  const std::u32string_view word = text.substr(begin, end - begin);
  const std::size_t place = symbol_in(word);
  if (place == std::u32string_view::npos) return;
  const std::string symbol = ascii_text(word.substr(place, 1));
  const std::string way_out = symbol == "|"   ? "Write OR between the words."
                              : symbol == "~" ? "Write ~1 or ~2 at the end of a word."
                              : symbol == "^" ? "Leave it out: words have no weights."
                              : place == 0    ? "Write - or NOT before what is not wanted."
                                              : "Write * for any ending, or put the word in "
                                                "quotation marks.";
  refuse(symbol, begin + place, {begin, end, without_symbols(word)}, way_out);
}

/// "export control*" is (=export ADJ/1 control*).
std::u32string neighbours_in_order(std::u32string_view phrase) {
  std::u32string chain;
  std::size_t words = 0;
  for (std::size_t i = 0; i < phrase.size();) {
    std::size_t end = i;
    while (end < phrase.size() && !is_query_space(phrase[end])) ++end;
    const std::u32string_view word = phrase.substr(i, end - i);
    i = end + 1;
    if (std::none_of(word.begin(), word.end(), is_letter_or_digit)) continue;
    if (words++ > 0) chain += U" ADJ/1 ";
    if (std::none_of(word.begin(), word.end(), is_wildcard)) chain += U'=';
    chain += word;
  }
  return words > 1 ? U"(" + chain + U")" : chain;
}

void refuse_wildcards_in_quotes(std::u32string_view text, std::size_t begin, std::size_t end) {
  for (std::size_t i = begin; i < end; ++i) {
    const char32_t c = ascii_form(text[i]);
    const bool left = i > begin && is_letter_or_digit(text[i - 1]);
    const bool right = i + 1 < end && is_letter_or_digit(text[i + 1]);
    if ((c == U'*' && (left || right)) || (c == U'?' && left && right)) {
      refuse(ascii_text(text.substr(i, 1)), i,
             {begin - 1, end + 1, neighbours_in_order(text.substr(begin, end - begin))},
             "Write the words of a phrase out, or join words with ADJ/1 instead of quoting them.");
    }
  }
}

void refuse_foreign_operator(std::u32string_view text, std::size_t begin, std::size_t end) {
  const std::string word = ascii_text(text.substr(begin, end - begin));
  if (const std::optional<Proximity> proximity = proximity_operator(word)) {
    const bool counted =
        proximity->nearness == Nearness::near || proximity->nearness == Nearness::adjacent;
    if (!counted || (proximity->distance >= 1 && proximity->distance <= kMaxDistance)) return;
    Proximity mended = *proximity;
    mended.distance = std::clamp(mended.distance, 1U, kMaxDistance);
    throw QueryFault("bad_distance", begin,
                     "The distance is a number of words from 1 to " + std::to_string(kMaxDistance) +
                         "; for more use PARAGRAPH or AND.",
                     {{begin, end, to_code_points(print_proximity(mended))}});
  }
  refuse_slashes(text, begin, end);
  const std::string ours = translated_operator(word);
  if (ours.empty()) return;
  refuse(word, begin, {begin, end, to_code_points(ours)},
         "Write " + ours + ", or put it in quotation marks to search for it as a word.");
}

}  // namespace techpolicy
