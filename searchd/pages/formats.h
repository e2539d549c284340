// Numbers, dates and languages as people read them, by ICU.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unicode/locid.h>

#include "indexer/schema/partial_date.h"

namespace techpolicy {

/// The language of the pages.
[[nodiscard]] const icu::Locale& page_locale();

[[nodiscard]] std::string format_number(std::uint64_t number);  ///< "84,579"

[[nodiscard]] std::string format_decimal(double number);  ///< With one decimal: "3.4".

/// A part of one: "12 %" as the language writes it, with a decimal below ten.
[[nodiscard]] std::string format_share(double part);

/// As precise as the date is known and no more: "17 April 2026", "April 2026", "2026".
[[nodiscard]] std::string format_date(const PartialDate& date);

/// The name of a BCP 47 language: "French"; "language unknown" for "und" and "".
[[nodiscard]] std::string language_name(const std::string& code);

}  // namespace techpolicy
