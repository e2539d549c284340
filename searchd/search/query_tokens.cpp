#include "searchd/search/query_tokens.h"

#include <algorithm>
#include <string>

#include "searchd/search/query_characters.h"
#include "searchd/search/query_lexer.h"

namespace techpolicy {

std::vector<QueryToken> tokenize_query(std::u32string_view text) {
  return QueryLexer(text).tokens();
}

std::vector<QueryToken> tokenize_plain_query(std::u32string_view text) {
  return QueryLexer(text).plain_tokens();
}

std::size_t address_end(std::u32string_view text, std::size_t begin) {
  std::size_t scheme = begin;
  while (scheme < text.size() && is_name_character(text[scheme])) ++scheme;
  const std::u32string_view rest = text.substr(std::min(scheme, text.size()));
  const bool url = scheme > begin && rest.starts_with(U"://");
  const std::string start = ascii_lower_case(ascii_text(text.substr(begin, 4)));
  return url || start == "www." ? literal_end(text, begin) : begin;
}

std::size_t literal_end(std::u32string_view text, std::size_t begin) {
  std::size_t end = begin;
  std::size_t open = 0;
  for (; end < text.size(); ++end) {
    const char32_t c = ascii_form(text[end]);
    if (is_query_space(c) || quote_family(text[end]) != QuoteFamily::none) break;
    if (c == U')' && open == 0) break;
    if (c == U'(') ++open;
    if (c == U')') --open;
  }
  return end;
}

}  // namespace techpolicy
