#include "tests/searchd/search/wish.h"

#include "searchd/search/query_operators.h"

namespace techpolicy {
namespace {

std::string joined(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : " ") + word;
  return text;
}

}  // namespace

std::string Wish::text() const {
  const std::string prefix = field ? std::string(field_row(*field).name) + ":" : "";
  switch (kind) {
    case Kind::word:
      return prefix + words.front();
    case Kind::exact:
      return prefix + "\"" + words.front() + "\"";
    case Kind::phrase:
      return prefix + "\"" + joined(words) + "\"";
    case Kind::sequence:
      return prefix + "\"" + joined(words) + "\"";
    case Kind::mention:
      return {};
    case Kind::name:
      return prefix + words.front();
    case Kind::company:
      return "company:" + entity;
    case Kind::about:
      return "about:" + entity;
    case Kind::date:
      return "date:" + from + ".." + to;
    case Kind::pattern:
      return prefix + words.front();
    case Kind::fuzzy:
      return prefix + words.front() + "~" + std::to_string(number);
    case Kind::cased:
      return "caps:" + words.front();
    case Kind::at_least:
      return "atleast:" + std::to_string(number) + " (" + parts.front().text() + ")";
    case Kind::chain: {
      std::string text = "(" + parts.front().text() + ")";
      for (std::size_t i = 0; i < links.size(); ++i) {
        text += " " + print_proximity(links[i]) + " (" + parts[i + 1].text() + ")";
      }
      return text;
    }
    case Kind::none_of:
      return "NOT (" + parts.front().text() + ")";
    case Kind::all:
    case Kind::any: {
      std::string text;
      for (const Wish& part : parts) {
        // Parentheses keep words that only happen to stand together from being read as a name.
        text += (text.empty() ? "" : (kind == Kind::all ? " AND " : " OR ")) + std::string("(") +
                part.text() + ")";
      }
      return text;
    }
  }
  return {};
}

}  // namespace techpolicy
