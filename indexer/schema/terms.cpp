#include "indexer/schema/terms.h"

namespace techpolicy {
namespace {

std::string join(std::string_view kind, std::string_view field, std::string_view rest) {
  std::string term;
  term.reserve(kind.size() + field.size() + 1 + rest.size());
  term.append(kind).append(field);
  if (!kind.empty()) term += ':';
  return term.append(rest);
}

std::string entity_text(const EntityKey& entity) {
  return std::string(facet_row(entity.type).name) + ':' + entity.id;
}

}  // namespace

std::string exact_term(Field field, std::string_view folded) {
  return join("", field_row(field).prefix, folded);
}

bool is_body_word(std::string_view term) {
  return !term.empty() && (term.front() < 'A' || term.front() > 'Z');
}

std::string stem_term(Field field, std::string_view language, std::string_view stem) {
  return join("Z", field_row(field).prefix, std::string(language) + ':' + std::string(stem));
}

std::string gloss_term(Field field, std::string_view stem) {
  return join("G", field_row(field).prefix, stem);
}

std::string case_term(Field field, std::string_view written) {
  return join("C", field_row(field).prefix, written);
}

std::string mention_term(Field field, const EntityKey& entity) {
  return join("E", field_row(field).prefix, entity_text(entity));
}

bool is_body_mention(std::string_view term) { return term.starts_with("E:"); }

std::string mention_end_term(Field field, const EntityKey& entity) {
  return join("F", field_row(field).prefix, entity_text(entity));
}

std::string sentence_term(Field field) { return join("XSENTENCE", field_row(field).prefix, ""); }

std::string paragraph_term() { return "XPARAGRAPH:"; }

std::string facet_term(Facet facet, std::string_view value) {
  return join("K", "", std::string(facet_row(facet).name) + ':' + std::string(value));
}

std::string id_term(std::string_view id) { return join("Q", "", id); }

std::string author_term(std::string_view folded) { return join("A", "", folded); }

std::string url_term(std::string_view folded) { return join("U", "", folded); }

}  // namespace techpolicy
