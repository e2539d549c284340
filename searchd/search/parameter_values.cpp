#include "searchd/search/parameter_values.h"

#include <algorithm>
#include <charconv>
#include <system_error>
#include <utility>

#include "searchd/search/query_characters.h"
#include "searchd/search/query_dates.h"
#include "searchd/search/search_request.h"

namespace techpolicy {
namespace {

bool is_control(char32_t c) { return c < 0x20 || (c >= 0x7F && c < 0xA0); }

bool is_text_space(char32_t c) { return c == U'\t' || c == U'\n' || c == U'\r'; }

bool is_name(std::string_view text) {
  return !text.empty() &&
         text.find_first_not_of("abcdefghijklmnopqrstuvwxyz_") == std::string_view::npos;
}

}  // namespace

void add_fault(RequestFaults& faults, std::string_view parameter, std::string_view code,
               std::string detail, std::string suggestion) {
  RequestFault fault;
  fault.parameter = parameter;
  fault.code = code;
  fault.detail = std::move(detail);
  fault.suggestion = std::move(suggestion);
  faults.push_back(std::move(fault));
}

bool check_text(RequestFaults& faults, std::string_view parameter, std::string_view value,
                LineBreaks line_breaks) {
  const std::u32string points = to_code_points(value);
  if (to_utf8(points) != value) {
    add_fault(faults, parameter, "bad_format", "The value is not UTF-8.");
    return false;
  }
  const bool is_text = line_breaks == LineBreaks::allowed;
  if (std::any_of(points.begin(), points.end(), [is_text](char32_t c) {
        return is_control(c) && !(is_text && is_text_space(c));
      })) {
    add_fault(faults, parameter, "bad_format", "The value holds control characters.");
    return false;
  }
  return true;
}

std::optional<std::uint64_t> read_number(RequestFaults& faults, std::string_view parameter,
                                         std::string_view value, std::uint64_t least,
                                         std::uint64_t greatest) {
  if (value.find_first_not_of("0123456789") != std::string_view::npos || value.empty()) {
    add_fault(faults, parameter, "bad_format", "Write a whole number in digits.");
    return std::nullopt;
  }
  std::uint64_t number = 0;
  const auto end = value.data() + value.size();
  const bool too_large = std::from_chars(value.data(), end, number).ec != std::errc{};
  if (too_large || number < least || number > greatest) {
    add_fault(faults, parameter, "out_of_range",
              "Must be between " + std::to_string(least) + " and " + std::to_string(greatest) + ".",
              std::to_string(too_large ? greatest : std::clamp(number, least, greatest)));
    return std::nullopt;
  }
  return number;
}

std::optional<std::size_t> read_choice(RequestFaults& faults, std::string_view parameter,
                                       std::string_view value,
                                       const std::vector<std::string_view>& allowed) {
  const auto found = std::find(allowed.begin(), allowed.end(), value);
  if (found != allowed.end()) return static_cast<std::size_t>(found - allowed.begin());
  std::string list;
  for (const std::string_view name : allowed) {
    list += (list.empty() ? "" : ", ") + std::string(name);
  }
  add_fault(faults, parameter, "not_allowed", "Must be one of: " + list + ".",
            std::string(nearest_name(value, allowed)));
  faults.back().allowed.assign(allowed.begin(), allowed.end());
  return std::nullopt;
}

std::optional<bool> read_switch(RequestFaults& faults, std::string_view parameter,
                                std::string_view value) {
  const auto choice = read_choice(faults, parameter, value, {"0", "1", "false", "true"});
  return choice ? std::optional(*choice % 2 == 1) : std::nullopt;
}

std::optional<PartialDate> read_date(RequestFaults& faults, std::string_view parameter,
                                     std::string_view value) {
  std::optional<PartialDate> date = parse_partial_date(value);
  if (!date) {
    const std::string repaired = repaired_date_value(QueryFieldKind::date, value);
    add_fault(faults, parameter, "bad_format", "Write a date as YYYY, YYYY-MM or YYYY-MM-DD.",
              parse_partial_date(repaired) ? repaired : std::string());
  }
  return date;
}

std::vector<std::string> read_names(RequestFaults& faults, std::string_view parameter,
                                    std::string_view value) {
  std::vector<std::string> names;
  while (true) {
    const std::size_t comma = std::min(value.find(','), value.size());
    const std::string_view name = value.substr(0, comma);
    if (!is_name(name)) {
      add_fault(faults, parameter, "bad_format",
                "Write names separated by commas, as in id,title.");
      return {};
    }
    if (std::find(names.begin(), names.end(), name) == names.end()) names.emplace_back(name);
    if (comma == value.size()) return names;
    value.remove_prefix(comma + 1);
  }
}

}  // namespace techpolicy
