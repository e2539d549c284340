#include "searchd/search/query_fields.h"

#include <algorithm>
#include <array>

namespace techpolicy {
namespace {

struct MetadataRow {
  std::string_view name;
  QueryFieldKind kind;
};

constexpr std::array kMetadata = {
    MetadataRow{"author", QueryFieldKind::author}, MetadataRow{"url", QueryFieldKind::url},
    MetadataRow{"id", QueryFieldKind::id},         MetadataRow{"date", QueryFieldKind::date},
    MetadataRow{"after", QueryFieldKind::after},   MetadataRow{"before", QueryFieldKind::before},
    MetadataRow{"caps", QueryFieldKind::caps},     MetadataRow{"about", QueryFieldKind::about},
};

static_assert(
    [] {
      for (const MetadataRow& row : kMetadata) {
        if (facet_by_name(row.name)) return false;
        for (const FieldRow& field : kFields) {
          if (field.name == row.name || facet_by_name(field.name)) return false;
        }
      }
      return true;
    }(),
    "one name in a query is one thing");

}  // namespace

std::optional<QueryField> query_field_by_name(std::string_view name) {
  for (const FieldRow& row : kFields) {
    if (row.name == name) return QueryField{QueryFieldKind::text, row.field, Facet::company};
  }
  for (const MetadataRow& row : kMetadata) {
    if (row.name == name) return QueryField{row.kind, Field::title, Facet::company};
  }
  if (const std::optional<Facet> facet = facet_by_name(name)) {
    return QueryField{QueryFieldKind::facet, Field::title, *facet};
  }
  return std::nullopt;
}

const std::vector<std::string_view>& query_field_names() {
  static const std::vector<std::string_view> names = [] {
    std::vector<std::string_view> all;
    all.reserve(kFieldCount + kFacetCount + kMetadata.size());
    for (const FieldRow& row : kFields) all.push_back(row.name);
    for (const FacetRow& row : kFacets) all.push_back(row.name);
    for (const MetadataRow& row : kMetadata) all.push_back(row.name);
    return all;
  }();
  return names;
}

}  // namespace techpolicy
