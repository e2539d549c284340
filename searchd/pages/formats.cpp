// ICU behind three functions. Formatters of dates are not safe for several threads: one a thread.
#include "searchd/pages/formats.h"

#include <array>
#include <memory>
#include <stdexcept>
#include <unicode/dtptngen.h>
#include <unicode/gregocal.h>
#include <unicode/nounit.h>
#include <unicode/numberformatter.h>
#include <unicode/smpdtfmt.h>

#include "searchd/pages/strings.h"

namespace techpolicy {
namespace {

constexpr double kMillisecondsADay = 86'400'000.0;

const char16_t* skeleton(DatePrecision precision) {
  switch (precision) {
    case DatePrecision::day:
      return u"yMMMMd";
    case DatePrecision::month:
      return u"yMMMM";
    case DatePrecision::year:
      return u"y";
  }
  return u"y";
}

std::unique_ptr<icu::SimpleDateFormat> make_format(DatePrecision precision) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::DateTimePatternGenerator> patterns(
      icu::DateTimePatternGenerator::createInstance(page_locale(), status));
  if (U_FAILURE(status)) throw std::runtime_error("ICU has no date patterns; install its data");
  auto format = std::make_unique<icu::SimpleDateFormat>(
      patterns->getBestPattern(icu::UnicodeString(skeleton(precision)), status), page_locale(),
      status);
  auto calendar =
      std::make_unique<icu::GregorianCalendar>(*icu::TimeZone::getGMT(), page_locale(), status);
  if (U_FAILURE(status)) throw std::runtime_error("ICU has no date format; install its data");
  format->adoptCalendar(calendar.release());
  return format;
}

std::string to_utf8(const icu::UnicodeString& text) {
  std::string bytes;
  return text.toUTF8String(bytes);
}

}  // namespace

const icu::Locale& page_locale() { return icu::Locale::getUK(); }

std::string format_number(std::uint64_t number) {
  static const auto formatter = icu::number::NumberFormatter::withLocale(page_locale());
  UErrorCode status = U_ZERO_ERROR;
  return to_utf8(formatter.formatInt(static_cast<std::int64_t>(number), status).toString(status));
}

std::string format_decimal(double number) {
  static const auto formatter = icu::number::NumberFormatter::withLocale(page_locale())
                                    .precision(icu::number::Precision::fixedFraction(1));
  UErrorCode status = U_ZERO_ERROR;
  return to_utf8(formatter.formatDouble(number, status).toString(status));
}

std::string format_share(double part) {
  constexpr double kWhole = 0.0995;  // from here on decimals say nothing
  const auto precision = icu::number::Precision::maxFraction(part >= kWhole || part == 0 ? 0 : 1);
  const auto formatter = icu::number::NumberFormatter::withLocale(page_locale())
                             .unit(icu::NoUnit::percent())
                             .scale(icu::number::Scale::powerOfTen(2))
                             .precision(precision);
  UErrorCode status = U_ZERO_ERROR;
  return to_utf8(formatter.formatDouble(part, status).toString(status));
}

std::string format_date(const PartialDate& date) {
  thread_local std::array<std::unique_ptr<icu::SimpleDateFormat>, 3> formats;
  auto& format = formats.at(static_cast<std::size_t>(date.precision));
  if (!format) format = make_format(date.precision);
  icu::UnicodeString text;
  return to_utf8(format->format(date.first_day() * kMillisecondsADay, text));
}

std::string language_name(const std::string& code) {
  if (code.empty() || code == "und") return ui_text("language_unknown");
  UErrorCode status = U_ZERO_ERROR;
  icu::UnicodeString name;
  icu::Locale::forLanguageTag(code, status).getDisplayName(page_locale(), name);
  return U_FAILURE(status) || name.isEmpty() ? code : to_utf8(name);
}

}  // namespace techpolicy
