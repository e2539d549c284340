// Cuts a query text into tokens. Private to tokenize_query() and tokenize_plain_query(): the one
// place that knows which character is an operator where.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "searchd/search/query_characters.h"
#include "searchd/search/query_fields.h"
#include "searchd/search/query_tokens.h"

namespace techpolicy {

/// Reads one text, once: one call of tokens() or plain_tokens().
class QueryLexer {
 public:
  explicit QueryLexer(std::u32string_view text) : text_(text) {}

  std::vector<QueryToken> tokens();
  std::vector<QueryToken> plain_tokens();

 private:
  /// The character as the grammar sees it; NUL past the end.
  [[nodiscard]] char32_t at(std::size_t place) const {
    return place < text_.size() ? ascii_form(text_[place]) : U'\0';
  }
  [[nodiscard]] bool is_quote_at(std::size_t place) const {
    return place < text_.size() && quote_family(text_[place]) != QuoteFamily::none;
  }
  [[nodiscard]] bool ends_word(std::size_t place) const {
    return is_query_space(at(place)) || at(place) == U'(' || at(place) == U')' ||
           is_quote_at(place);
  }
  [[nodiscard]] bool is_gap(std::size_t place) const {
    return is_query_space(at(place)) || (place < text_.size() && is_separator_at(text_, place));
  }
  [[nodiscard]] bool starts_operand(std::size_t place) const {
    return !is_gap(place) && at(place) != U')';
  }
  [[nodiscard]] std::size_t name_end(std::size_t place) const {
    while (is_name_character(at(place))) ++place;
    return place;
  }
  [[nodiscard]] std::string name(std::size_t begin, std::size_t end) const {
    return ascii_lower_case(ascii_text(text_.substr(begin, end - begin)));
  }
  /// The known field whose name and colon stand at a place.
  [[nodiscard]] std::optional<QueryField> field_at(std::size_t place) const {
    const std::size_t end = name_end(place);
    return at(end) == U':' ? query_field_by_name(name(place, end)) : std::nullopt;
  }

  bool skip_separators() {
    while (position_ < text_.size() && is_gap(position_)) ++position_;
    return position_ < text_.size();
  }

  QueryToken& add(QueryTokenKind kind, std::size_t begin, std::size_t end) {
    QueryToken token;
    token.kind = kind;
    token.begin = begin;
    token.end = end;
    if (kind == QueryTokenKind::word) token.text = text_.substr(begin, end - begin);
    tokens_.push_back(std::move(token));
    position_ = end;
    return tokens_.back();
  }

  void read_token();
  bool read_sign();
  void read_exact();
  void read_word();
  void read_bare_word(std::size_t begin, bool exact);
  void read_quoted(bool literal);
  bool read_field();
  void read_value(const QueryField& field, std::size_t field_begin);
  void read_at_least(std::size_t begin, std::size_t colon);
  void read_plain_word();
  void add_plain_word(std::size_t begin, std::size_t end);
  [[nodiscard]] std::size_t word_end(std::size_t begin) const;
  [[nodiscard]] std::size_t after_marks(std::size_t place) const;
  [[nodiscard]] std::size_t open_quote_end(std::size_t begin) const;

  [[noreturn]] void refuse_open_quote(std::size_t begin) const;
  [[noreturn]] void refuse_unknown_field(std::size_t colon, std::string_view nearest) const;
  [[noreturn]] void refuse_empty_value(std::size_t colon) const;
  void refuse_sign_in_value(std::size_t field_begin) const;

  // Of other systems.
  void refuse_foreign_field(std::size_t begin, std::size_t end) const;
  void refuse_foreign_word_operator(std::size_t begin, std::size_t end) const;
  void refuse_distant_not(std::size_t begin, std::size_t end, const std::string& word) const;
  void refuse_square_bracket(std::size_t begin, std::size_t end) const;
  void refuse_bracket_range(std::size_t value) const;
  void refuse_date_comparison(std::size_t begin) const;
  void refuse_after_quote(std::size_t begin, std::size_t end) const;

  std::u32string_view text_;
  std::size_t position_ = 0;
  std::vector<QueryToken> tokens_;
};

}  // namespace techpolicy
