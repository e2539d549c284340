#include "indexer/articles/declared_language.h"

#include <algorithm>
#include <array>
#include <unicode/uloc.h>
#include <utility>

#include "indexer/analysis/analyzer.h"
#include "indexer/articles/ascii.h"

namespace techpolicy {
namespace {

/// Names as they are met in metadata; most state a code.
constexpr std::array<std::pair<std::string_view, std::string_view>, 26> kNames = {{
    {"English", "en"},   {"French", "fr"},    {"Français", "fr"},   {"German", "de"},
    {"Deutsch", "de"},   {"Spanish", "es"},   {"Español", "es"},    {"Italian", "it"},
    {"Italiano", "it"},  {"Dutch", "nl"},     {"Nederlands", "nl"}, {"Portuguese", "pt"},
    {"Português", "pt"}, {"Russian", "ru"},   {"Русский", "ru"},    {"Polish", "pl"},
    {"Arabic", "ar"},    {"Turkish", "tr"},   {"Japanese", "ja"},   {"日本語", "ja"},
    {"Korean", "ko"},    {"한국어", "ko"},    {"Chinese", "zh"},    {"中文", "zh"},
    {"Mandarin", "zh"},  {"Ukrainian", "uk"},
}};

/// The code in "en_US" or "eng"; empty where there is no known one.
std::string code_in_tag(std::string_view tag) {
  const std::string subtag = ascii_lower(tag.substr(0, tag.find_first_of("-_.,; ")));
  const bool letters = std::all_of(subtag.begin(), subtag.end(), is_ascii_letter);
  if (subtag.size() < 2 || subtag.size() > 3 || !letters) return {};
  std::array<char, 8> code{};
  UErrorCode status = U_ZERO_ERROR;
  uloc_getLanguage(subtag.c_str(), code.data(), static_cast<std::int32_t>(code.size()), &status);
  // ICU gives the three-letter code of languages that it knows, and nothing for others.
  if (U_FAILURE(status) || *uloc_getISO3Language(code.data()) == '\0') return {};
  return code.data() == std::string_view("und") ? std::string{} : code.data();
}

}  // namespace

std::string language_code(std::string_view declared) {
  const std::string_view trimmed = ascii_trim(declared);
  std::string code = code_in_tag(trimmed);
  if (!code.empty() || trimmed.empty() || trimmed.size() > 40) return code;
  const std::string name = fold(trimmed);
  for (const auto& [known, known_code] : kNames) {
    if (name == fold(known)) return std::string(known_code);
  }
  return {};
}

}  // namespace techpolicy
