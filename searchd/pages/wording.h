// Numbers, dates and other words as people read them.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "indexer/schema/partial_date.h"
#include "searchd/search/search_result.h"

namespace techpolicy {

[[nodiscard]] std::string number_text(std::uint64_t number);                     ///< 84,579
[[nodiscard]] std::string date_text(const std::optional<PartialDate>& date);     ///< 17 April 2026; no date
[[nodiscard]] std::string language_text(const std::string& code);                ///< French
[[nodiscard]] std::string count_text(std::uint64_t count, const std::string& one, const std::string& many);
[[nodiscard]] std::string plain_text(const MarkedText& text);
/// Date, source, language and whether machine-translated, with dots between.
[[nodiscard]] std::string meta_text(const std::optional<PartialDate>& date, const std::string& source,
                                    const std::string& lang, std::optional<bool> machine_translated);

}  // namespace techpolicy
