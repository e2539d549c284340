// How a facet value is called on a page.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "searchd/search/search_result.h"

namespace techpolicy {

/// The label of a counted value; languages by their name.
[[nodiscard]] std::string value_label(Facet facet, const FacetCount& value);

/// The label of a value of a filter, taken from the facets of the answer; without one, the value.
[[nodiscard]] std::string filter_label(const std::vector<FacetResult>& facets, Facet facet,
                                       const std::string& value);

[[nodiscard]] std::string facet_type(Facet facet);
/// "company", or "company, unreviewed".
[[nodiscard]] std::string entity_type(
    const EntityKey& entity);                         ///< "company", in the middle of a sentence.
[[nodiscard]] std::string facet_plural(Facet facet);  ///< "companies"

/// BCP 47 for a lang attribute; empty where the language is not known.
[[nodiscard]] std::string lang_attribute(const std::string& lang);

/// The text without its marks.
[[nodiscard]] std::string plain_text(const MarkedText& text);

}  // namespace techpolicy
