#include "searchd/pages/page_options.h"

#include <charconv>
#include <string_view>

namespace techpolicy {
namespace {

std::optional<std::uint64_t> number_before_dot(std::string_view& text) {
  std::uint64_t number = 0;
  const std::size_t dot = text.find('.');
  if (dot == std::string_view::npos) return std::nullopt;
  const auto [rest, error] = std::from_chars(text.data(), text.data() + dot, number);
  if (error != std::errc() || rest != text.data() + dot) return std::nullopt;
  text.remove_prefix(dot + 1);
  return number;
}

std::optional<CitedSearch> parse_cited(std::string_view text) {
  const auto total = number_before_dot(text);
  const auto sequence = total ? number_before_dot(text) : std::nullopt;
  const auto on = parse_partial_date(text);
  if (!sequence || !on) return std::nullopt;
  return CitedSearch{*total, *sequence, *on};
}

}  // namespace

std::string CitedSearch::parameter() const {
  return std::to_string(total) + "." + std::to_string(sequence) + "." + on.iso();
}

PageOptions take_page_options(Parameters& parameters) {
  PageOptions options;
  std::erase_if(parameters, [&options](const auto& parameter) {
    const auto& [name, value] = parameter;
    if (name == "chart") options.chart = value == "share" ? ChartOf::share : ChartOf::articles;
    if (name == "cited") options.cited = parse_cited(value);
    return name == "chart" || name == "cited";
  });
  return options;
}

}  // namespace techpolicy
