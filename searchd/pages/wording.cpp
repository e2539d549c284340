#include "searchd/pages/wording.h"

#include <unicode/datefmt.h>
#include <unicode/locid.h>
#include <unicode/numberformatter.h>
#include <unicode/smpdtfmt.h>

namespace techpolicy {
namespace {

std::string utf8(const icu::UnicodeString& text) {
  std::string bytes;
  text.toUTF8String(bytes);
  return bytes;
}

std::string_view pattern_of(DatePrecision precision) {
  switch (precision) {
    case DatePrecision::day: return "d MMMM y";
    case DatePrecision::month: return "MMMM y";
    case DatePrecision::year: return "y";
  }
  return "y";
}

}  // namespace

std::string number_text(std::uint64_t number) {
  UErrorCode status = U_ZERO_ERROR;
  return utf8(icu::number::NumberFormatter::withLocale(icu::Locale::getUK())
                  .formatInt(static_cast<int64_t>(number), status).toString(status));
}

std::string date_text(const std::optional<PartialDate>& date) {
  if (!date) return "no date";
  UErrorCode status = U_ZERO_ERROR;
  icu::SimpleDateFormat format(icu::UnicodeString::fromUTF8(std::string(pattern_of(date->precision))),
                               icu::Locale::getUK(), status);
  format.adoptTimeZone(icu::TimeZone::getGMT()->clone());
  icu::UnicodeString text;
  constexpr double kMillisecondsADay = 86400000.0;
  format.format(date->first_day() * kMillisecondsADay, text);
  return utf8(text);
}

std::string language_text(const std::string& code) {
  if (code == "und" || code.empty()) return "language unknown";
  UErrorCode status = U_ZERO_ERROR;
  icu::UnicodeString name;
  icu::Locale::forLanguageTag(code, status).getDisplayName(icu::Locale::getUK(), name);
  return utf8(name);
}

std::string count_text(std::uint64_t count, const std::string& one, const std::string& many) {
  return number_text(count) + " " + (count == 1 ? one : many);
}

std::string plain_text(const MarkedText& text) {
  std::string plain;
  for (const TextRun& run : text) plain += run.text;
  return plain;
}

std::string meta_text(const std::optional<PartialDate>& date, const std::string& source, const std::string& lang,
                      std::optional<bool> machine_translated) {
  std::string text = date_text(date) + " · " + (source.empty() ? "no source" : source) + " · " + language_text(lang);
  if (machine_translated.value_or(false)) text += " (machine-translated)";
  return text;
}

}  // namespace techpolicy
