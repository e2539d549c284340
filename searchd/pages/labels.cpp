#include "searchd/pages/labels.h"

#include "indexer/schema/found_names.h"
#include "searchd/pages/formats.h"
#include "searchd/pages/strings.h"

namespace techpolicy {

std::string value_label(Facet facet, const FacetCount& value) {
  if (facet == Facet::lang) return language_name(value.value);
  return value.label.empty() ? value.value : value.label;
}

std::string filter_label(const std::vector<FacetResult>& facets, Facet facet,
                         const std::string& value) {
  for (const FacetResult& result : facets) {
    if (result.facet != facet) continue;
    for (const FacetCount& counted : result.values) {
      if (counted.value == value) return value_label(facet, counted);
    }
  }
  return facet == Facet::lang ? language_name(value) : value;
}

std::string facet_type(Facet facet) {
  return ui_text("type_" + std::string(facet_row(facet).name));
}

std::string entity_type(const EntityKey& entity) {
  const std::string type = facet_type(entity.type);
  return is_unreviewed(entity.type, entity.id) ? ui_text("type_unreviewed", {{"type", type}})
                                               : type;
}

std::string facet_plural(Facet facet) {
  return ui_text("plural_" + std::string(facet_row(facet).name));
}

std::string lang_attribute(const std::string& lang) { return lang == "und" ? std::string() : lang; }

std::string plain_text(const MarkedText& text) {
  std::string plain;
  for (const TextRun& run : text) plain += run.text;
  return plain;
}

}  // namespace techpolicy
