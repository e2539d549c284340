// Syntax of other search systems that the lexer recognises by what stands around it. It is refused
// with what to write instead: read as words it would be misread in silence.
#include <algorithm>
#include <string>

#include "searchd/search/query_fault.h"
#include "searchd/search/query_foreign.h"
#include "searchd/search/query_lexer.h"
#include "searchd/search/query_operators.h"

namespace techpolicy {
namespace {

[[noreturn]] void refuse(const std::string& theirs, std::size_t position,
                         const std::string& way_out, std::vector<QueryEdit> edits) {
  throw QueryFault("unsupported_operator", position,
                   "\"" + theirs + "\" is not part of this language. " + way_out, std::move(edits));
}

bool is_digit(char32_t c) { return c >= U'0' && c <= U'9'; }

}  // namespace

/// "headline(chips)", "atleast5(chips)", "AROUND(5)", "hd=chips", "@title chips".
void QueryLexer::refuse_foreign_field(std::size_t begin, std::size_t end) const {
  const std::string word = name(begin, end);
  if (at(end) == U'(') {
    const std::size_t close = std::min(text_.find(U')', end), text_.size());
    const std::string inside = ascii_text(text_.substr(end + 1, close - end - 1));
    if (word == "around" && proximity_operator("NEAR/" + inside)) {
      const std::string ours = "NEAR/" + inside;
      refuse("AROUND", begin, "Write " + ours + ".",
             {{begin, std::min(close + 1, text_.size()), to_code_points(" " + ours + " ")}});
    }
  }
  const std::string function = own_function(word);
  const bool counts = function.starts_with("atleast:");
  if (!function.empty() && (at(end) == U'(' || counts)) {
    refuse(word, begin, function == " " ? "Leave it out." : "Write \"" + function + "\".",
           {{begin, end, to_code_points(function)}});
  }
  const std::size_t equals = name_end(begin);
  if (equals > begin && at(equals) == U'=' && starts_operand(equals + 1)) {
    const std::string tag = name(begin, equals);
    const std::string field(query_field_by_name(tag) ? tag : own_field_of_tag(tag));
    if (!field.empty()) {
      refuse(tag + "=", begin, "Write " + field + ": before the value.",
             {{begin, equals + 1, to_code_points(field + ":")}});
    }
  }
  if (at(begin) != U'@') return;
  const std::string field = name(begin + 1, end);
  if (!query_field_by_name(field) && own_field(field).empty()) return;
  std::size_t value = end;
  while (value < text_.size() && is_query_space(at(value))) ++value;
  const std::string ours = query_field_by_name(field) ? field : std::string(own_field(field));
  refuse("@" + field, begin, "Write " + ours + ": directly before a word or parenthesis.",
         {{begin, value, to_code_points(ours + ":")}});
}

/// Operators that are words: "a MAYBE b", "a NOTNEAR/3 b", "a NOT w/3 b", "a << b", "a | b",
/// "a % b", "a SAME b".
void QueryLexer::refuse_foreign_word_operator(std::size_t begin, std::size_t end) const {
  const std::string word = ascii_text(text_.substr(begin, end - begin));
  const bool has_left = !tokens_.empty() && (tokens_.back().kind == QueryTokenKind::word ||
                                             tokens_.back().kind == QueryTokenKind::quoted);
  const bool after_group = !tokens_.empty() && tokens_.back().kind == QueryTokenKind::close;
  if (word == "MAYBE") {
    const std::size_t left = has_left ? tokens_.back().begin : begin;
    refuse(word, begin, "Write +a OR b: a must match, b adds to the score.",
           {{left, left, has_left ? U"+" : U""}, {begin, end, U"OR"}});
  }
  if (word == "SAME") refuse(word, begin, "Write PARAGRAPH.", {{begin, end, U"PARAGRAPH"}});
  if (word == "ANDNOT" || word == "BUTNOT")
    refuse(word, begin, "Write NOT.", {{begin, end, U"NOT"}});
  if (word == "<<") {
    refuse(word, begin, "Write ADJ/100 for words in this order.", {{begin, end, U"ADJ/100"}});
  }
  if (word == "|" && (has_left || after_group)) {
    refuse(word, begin, "Write OR, or leave it out.", {{begin, end, U"OR"}});
  }
  const bool percent_of =
      has_left && !tokens_.back().text.empty() && is_digit(tokens_.back().text.back());
  if (word == "%" && (has_left || after_group) && !percent_of) {
    refuse(word, begin, "Write NOT, or leave it out.", {{begin, end, U"NOT"}});
  }
  refuse_distant_not(begin, end, word);
}

/// "a NOTNEAR/3 b" and "a NOT w/3 b": a, with no b near it. Here whole articles are excluded.
void QueryLexer::refuse_distant_not(std::size_t begin, std::size_t end,
                                    const std::string& word) const {
  const bool joined = word.starts_with("NOTNEAR/");
  const bool apart = !tokens_.empty() && tokens_.back().kind == QueryTokenKind::negation;
  if (!joined && !apart) return;
  const std::string near = joined ? word.substr(3) : translated_operator(word);
  const auto proximity = proximity_operator(near.empty() ? word : near);
  if (!proximity) return;
  const std::size_t before = tokens_.size() - (apart ? 1 : 0);
  std::size_t value = end;
  while (value < text_.size() && is_query_space(at(value))) ++value;
  const std::size_t value_end = word_end(value);
  const bool simple =
      before > 0 && tokens_[before - 1].kind == QueryTokenKind::word && value_end > value;
  std::vector<QueryEdit> edits;
  const std::size_t from = apart ? tokens_.back().begin : begin;
  if (simple) {
    const std::u32string left = tokens_[before - 1].text;
    edits = {{from, value_end,
              U"NOT (" + left + U" " + to_code_points(print_proximity(*proximity)) + U" " +
                  std::u32string(text_.substr(value, value_end - value)) + U")"}};
  }
  refuse(apart ? "NOT " + word : word, from,
         "Write a NOT (a NEAR/5 b), which leaves out articles that hold both near each other.",
         std::move(edits));
}

/// "[a OR b]": a bracket that does not end in the word it begins.
void QueryLexer::refuse_square_bracket(std::size_t begin, std::size_t end) const {
  const std::size_t open = text_.substr(begin, end - begin).find(U'[');
  const bool closed = text_.substr(begin, end - begin).find(U']') != std::u32string_view::npos;
  if (open != 0 || closed) return;
  const std::size_t close = text_.find(U']', end);
  if (close == std::u32string_view::npos) {
    refuse("[", begin, "Write ( ) around what belongs together.", {{begin, begin + 1, U""}});
  }
  refuse("[", begin, "Write ( ) around what belongs together.",
         {{begin, begin + 1, U"("}, {close, close + 1, U")"}});
}

/// "dateFiled:[2020-01-01 TO 2020-12-31]", with "*" for an open end.
void QueryLexer::refuse_bracket_range(std::size_t value) const {
  const bool opens = at(value) == U'[' || at(value) == U'{';
  const std::size_t close = text_.find_first_of(U"]}", value);
  if (!opens || close == std::u32string_view::npos) return;
  const std::u32string inside(text_.substr(value + 1, close - value - 1));
  const std::size_t to = inside.find(U" TO ");
  if (to == std::u32string::npos) return;
  std::u32string range = inside.substr(0, to) + U".." + inside.substr(to + 4);
  std::erase_if(range, [](char32_t c) { return c == U'*' || is_query_space(c); });
  throw QueryFault("bad_date", value, "Write a range of dates as 2025-03..2025-06.",
                   {{value, close + 1, range}});
}

/// "date>2024", "date:>=2024-03", "year<2020".
void QueryLexer::refuse_date_comparison(std::size_t begin) const {
  const std::size_t end_of_name = name_end(begin);
  const std::string field = name(begin, end_of_name);
  if (field != "date" && field != "year" && own_field(field) != "date") return;
  const std::size_t sign = end_of_name + (at(end_of_name) == U':' ? 1 : 0);
  const bool later = at(sign) == U'>';
  if (!later && at(sign) != U'<') return;
  const bool included = at(sign + 1) == U'=';
  const std::size_t value = sign + (included ? 2 : 1);
  if (!is_digit(at(value))) return;
  const std::size_t end = word_end(value);
  const std::u32string date(text_.substr(value, end - value));
  std::u32string ours = (later ? U"after:" : U"before:") + date;
  if (included) ours = later ? U"date:" + date + U".." : U"date:.." + date;
  refuse(to_utf8(text_.substr(begin, value - begin)), begin, "Write " + to_utf8(ours) + ".",
         {{begin, end, ours}});
}

/// "\"a b\"~3" and "\"a b c\"/2" after the closing quote at `end`.
void QueryLexer::refuse_after_quote(std::size_t begin, std::size_t end) const {
  if ((at(end) != U'~' && at(end) != U'/') || !is_digit(at(end + 1))) return;
  std::size_t digits = end + 1;
  while (is_digit(at(digits))) ++digits;
  const std::u32string number(text_.substr(end + 1, digits - end - 1));
  const std::u32string& words = tokens_.back().text;
  const bool near = at(end) == U'~';
  std::u32string ours;
  for (const char32_t c : words) {
    ours += c == U' ' ? (near ? U" NEAR/" + number + U" " : U" OR ") : std::u32string(1, c);
  }
  const bool phrase = words.find(U' ') != std::u32string::npos;
  if (phrase) ours = U"(" + ours + U")";
  refuse(to_utf8(text_.substr(end, digits - end)), end,
         near ? "Write NEAR/n between the words." : "Write the words with OR; the best come first.",
         {{begin, digits, ours}});
}

}  // namespace techpolicy
