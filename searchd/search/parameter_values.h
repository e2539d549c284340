// Values of single request parameters. What is wrong with one is added to a list, never thrown: a
// request is told all its faults at once.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/schema/partial_date.h"
#include "searchd/search/bad_request.h"

namespace techpolicy {

using RequestFaults = std::vector<RequestFault>;

void add_fault(RequestFaults& faults, std::string_view parameter, std::string_view code,
               std::string detail, std::string suggestion = "");

/// Tabs and line breaks are white space in a pasted text and control characters elsewhere.
enum class LineBreaks { allowed, refused };

/// Valid UTF-8 without control characters; else adds "bad_format".
[[nodiscard]] bool check_text(RequestFaults& faults, std::string_view parameter,
                              std::string_view value, LineBreaks line_breaks);

/// A decimal number in [least, greatest].
[[nodiscard]] std::optional<std::uint64_t> read_number(RequestFaults& faults,
                                                       std::string_view parameter,
                                                       std::string_view value, std::uint64_t least,
                                                       std::uint64_t greatest);

/// The place of the value in `allowed`.
[[nodiscard]] std::optional<std::size_t> read_choice(RequestFaults& faults,
                                                     std::string_view parameter,
                                                     std::string_view value,
                                                     const std::vector<std::string_view>& allowed);

/// 0, 1, true or false.
[[nodiscard]] std::optional<bool> read_switch(RequestFaults& faults, std::string_view parameter,
                                              std::string_view value);

[[nodiscard]] std::optional<PartialDate> read_date(RequestFaults& faults,
                                                   std::string_view parameter,
                                                   std::string_view value);

/// "id,title": names of small letters and "_", repeats dropped.
[[nodiscard]] std::vector<std::string> read_names(RequestFaults& faults, std::string_view parameter,
                                                  std::string_view value);

}  // namespace techpolicy
