// Reads web/strings.json once and fills its texts.
#include "searchd/pages/strings.h"

#include <functional>
#include <map>
#include <memory>
#include <nlohmann/json.hpp>
#include <stdexcept>
#include <unicode/listformatter.h>
#include <unicode/plurrule.h>

#include "searchd/pages/formats.h"
#include "searchd/pages/web_files.h"

namespace techpolicy {
namespace {

using Table = std::map<std::string, std::string, std::less<>>;

const Table& table() {
  static const Table strings =
      nlohmann::json::parse(web_file("strings.json")).template get<Table>();
  return strings;
}

std::string plural_form(std::uint64_t number) {
  UErrorCode status = U_ZERO_ERROR;
  static const std::unique_ptr<const icu::PluralRules> rules(
      icu::PluralRules::forLocale(page_locale(), status));
  std::string form;
  return rules->select(static_cast<double>(number)).toUTF8String(form);
}

}  // namespace

std::string ui_text(std::string_view key, Fillings fillings) {
  const auto found = table().find(key);
  if (found == table().end()) {
    throw std::logic_error("web/strings.json has no key " + std::string(key));
  }
  // One pass, so that a brace in a filling (a query, a name) stays a brace.
  const std::string& pattern = found->second;
  std::string text;
  for (std::size_t at = 0; at < pattern.size();) {
    std::size_t next = at + 1;
    for (const auto& [name, value] : fillings) {
      if (pattern[at] != '{' || pattern.compare(at + 1, name.size(), name) != 0) continue;
      if (pattern.compare(at + 1 + name.size(), 1, "}") != 0) continue;
      text += value;
      next = at + name.size() + 2;
    }
    if (next == at + 1) text += pattern[at];
    at = next;
  }
  return text;
}

std::string ui_count(std::string_view key, std::uint64_t number) {
  return ui_text(std::string(key) + "." + plural_form(number), {{"n", format_number(number)}});
}

std::string ui_list(const std::vector<std::string>& texts) {
  std::vector<icu::UnicodeString> items;
  for (const std::string& text : texts) items.push_back(icu::UnicodeString::fromUTF8(text));
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<const icu::ListFormatter> formatter(
      icu::ListFormatter::createInstance(page_locale(), status));
  if (U_FAILURE(status)) throw std::runtime_error("ICU has no list format; install its data");
  icu::UnicodeString joined;
  formatter->format(items.data(), static_cast<int32_t>(items.size()), joined, status);
  std::string bytes;
  return joined.toUTF8String(bytes);
}

}  // namespace techpolicy
