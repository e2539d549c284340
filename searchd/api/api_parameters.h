// Which parameters each resource takes beside those of a search, and the one spelling of a request.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "searchd/search/search_request.h"

namespace techpolicy {

/// Facets counted by /search where no `facet` is given.
[[nodiscard]] const std::vector<Facet>& default_facets();

/// The names of a resource's parameters in the query string, as openapi.json lists them.
[[nodiscard]] std::span<const std::string_view> search_parameters();
[[nodiscard]] std::span<const std::string_view> facet_parameters();
[[nodiscard]] std::span<const std::string_view> timeline_parameters();
[[nodiscard]] std::span<const std::string_view> significant_parameters();
[[nodiscard]] std::span<const std::string_view> compare_parameters();
[[nodiscard]] std::span<const std::string_view> companion_parameters();
[[nodiscard]] std::span<const std::string_view> sentence_parameters();
[[nodiscard]] std::span<const std::string_view> feed_parameters();
[[nodiscard]] std::span<const std::string_view> export_parameters();
[[nodiscard]] std::span<const std::string_view> article_parameters();
[[nodiscard]] std::span<const std::string_view> related_parameters();
[[nodiscard]] std::span<const std::string_view> entity_list_parameters();
[[nodiscard]] std::span<const std::string_view> suggest_parameters();
[[nodiscard]] std::span<const std::string_view> no_parameters();

/// Throws BadRequest where a parameter is not among `known`, naming the nearest.
void refuse_unknown(const Parameters& parameters, std::span<const std::string_view> known);

/// The value of a parameter; empty where absent. Throws BadRequest where it is given twice with
/// different values.
[[nodiscard]] std::string single_value(const Parameters& parameters, std::string_view name);

/// The parameters without one.
[[nodiscard]] Parameters without(const Parameters& parameters, std::string_view name);

/// Splits a `fields` value. Throws BadRequest where a name is not among `known`.
[[nodiscard]] std::vector<std::string> parse_fields(std::string_view value,
                                                    std::span<const std::string_view> known);

/// path, or path?query.
[[nodiscard]] std::string with_query(std::string_view path, std::string_view query);

}  // namespace techpolicy
