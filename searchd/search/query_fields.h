// The names that may stand before a colon in a query, and what each restricts.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "indexer/schema/facets.h"
#include "indexer/schema/fields.h"

namespace techpolicy {

enum class QueryFieldKind { text, facet, about, author, url, id, date, after, before, caps };

struct QueryField {
  QueryFieldKind kind = QueryFieldKind::text;
  Field field = Field::title;    ///< text.
  Facet facet = Facet::company;  ///< facet.

  [[nodiscard]] bool is_date() const {
    return kind == QueryFieldKind::date || kind == QueryFieldKind::after ||
           kind == QueryFieldKind::before;
  }
  /// Values in which no character is an operator: addresses and ids hold "?" and "~".
  [[nodiscard]] bool is_literal() const {
    return kind == QueryFieldKind::url || kind == QueryFieldKind::id;
  }
};

/// `name` in small letters.
[[nodiscard]] std::optional<QueryField> query_field_by_name(std::string_view name);

/// All names, text fields first. Lives as long as the program.
[[nodiscard]] const std::vector<std::string_view>& query_field_names();

}  // namespace techpolicy
