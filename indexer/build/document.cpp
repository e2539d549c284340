#include "indexer/build/document.h"

#include <algorithm>
#include <map>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "indexer/build/document_terms.h"
#include "indexer/entities/mentioned_names.h"
#include "indexer/schema/slots.h"
#include "indexer/schema/terms.h"
#include "indexer/schema/values.h"

namespace techpolicy {
namespace {

/// One folded word in one field.
struct WordPlaces {
  std::vector<std::uint32_t> positions;
  std::uint32_t count = 0;
  std::uint32_t lead_count = 0;  ///< How often within the lead.
};

/// The terms of a title or a body; of a body those of the lead too.
class FieldTerms {
 public:
  /// `lead_tokens` is 0 for a title.
  FieldTerms(Field field, const TextAnalysis& analysis, std::size_t lead_tokens)
      : field_(field), analysis_(analysis), lead_tokens_(lead_tokens) {}

  void add_words(std::string_view language, Stemmer& stemmer, DocumentTerms& terms) const;
  void add_markers(DocumentTerms& terms) const;
  void add_mentions(const std::vector<Mention>& mentions, const MentionedNames& names,
                    DocumentTerms& terms) const;

 private:
  using Words = std::unordered_map<std::string_view, WordPlaces>;

  /// By language.
  [[nodiscard]] std::map<std::string_view, Words> words(std::string_view language) const;
  void add_glosses(Stemmer& stemmer, DocumentTerms& terms) const;
  void add_written_forms(DocumentTerms& terms) const;

  Field field_;
  const TextAnalysis& analysis_;
  std::size_t lead_tokens_;
};

/// The language of tokens that rise.
class LanguageCursor {
 public:
  LanguageCursor(const std::vector<LanguageSpan>& spans, std::string_view language)
      : span_(spans.begin()), end_(spans.end()), language_(language) {}

  [[nodiscard]] std::string_view at(std::size_t token) {
    while (span_ != end_ && span_->end_token <= token) ++span_;
    return span_ != end_ && span_->first_token <= token ? span_->language : language_;
  }

 private:
  std::vector<LanguageSpan>::const_iterator span_;
  std::vector<LanguageSpan>::const_iterator end_;
  std::string_view language_;
};

std::map<std::string_view, FieldTerms::Words> FieldTerms::words(std::string_view language) const {
  std::map<std::string_view, Words> all;
  all[language].reserve(analysis_.tokens.size());
  LanguageCursor of_token(analysis_.languages, language);
  for (std::size_t i = 0; i < analysis_.tokens.size(); ++i) {
    const Token& token = analysis_.tokens[i];
    if (!fits(token.folded)) continue;
    WordPlaces& places = all[of_token.at(i)][token.folded];
    places.positions.push_back(token.position);
    ++places.count;
    if (i < lead_tokens_) ++places.lead_count;
  }
  LanguageCursor of_compound(analysis_.languages, language);
  for (const Compound& compound : analysis_.compounds) {
    if (!fits(compound.folded)) continue;
    WordPlaces& places = all[of_compound.at(compound.first_token)][compound.folded];
    for (std::size_t i = compound.first_token; i <= compound.last_token; ++i) {
      places.positions.push_back(analysis_.tokens[i].position);
    }
    ++places.count;
    if (compound.last_token < lead_tokens_) ++places.lead_count;
  }
  return all;
}

void FieldTerms::add_words(std::string_view language, Stemmer& stemmer,
                           DocumentTerms& terms) const {
  for (auto& [spoken, words] : this->words(language)) {
    for (auto& [word, places] : words) {
      const std::string& stem = stemmer.stem(spoken, word);
      terms.add(stem_term(field_, spoken, stem), places.count);
      if (places.lead_count > 0) {
        terms.add(stem_term(Field::lead, spoken, stem), places.lead_count);
        terms.add(exact_term(Field::lead, word), places.lead_count);
      }
      terms.add({exact_term(field_, word), places.count, places.positions});
    }
  }
  add_glosses(stemmer, terms);
  add_written_forms(terms);
}

/// The words of a meaning stand at the tokens of the foreign words, one by one, the last at the
/// rest.
void FieldTerms::add_glosses(Stemmer& stemmer, DocumentTerms& terms) const {
  for (const Gloss& gloss : analysis_.glosses) {
    std::size_t token = gloss.first_token;
    std::string_view rest = gloss.meaning;
    while (!rest.empty()) {
      const std::string_view word = rest.substr(0, rest.find(' '));
      rest.remove_prefix(std::min(word.size() + 1, rest.size()));
      const std::string& stem = stemmer.stem("en", word);
      terms.add({gloss_term(field_, stem), 1, {analysis_.tokens[token].position}});
      if (gloss.last_token < lead_tokens_) terms.add(gloss_term(Field::lead, stem), 1);
      token = std::min(token + 1, gloss.last_token);
    }
  }
}

void FieldTerms::add_written_forms(DocumentTerms& terms) const {
  std::unordered_map<std::string, WordPlaces> forms;
  for (const Token& token : analysis_.tokens) {
    std::string written = written_form(analysis_.text, token);
    if (written == token.folded || !fits(written)) continue;
    WordPlaces& places = forms[std::move(written)];
    places.positions.push_back(token.position);
    ++places.count;
  }
  for (auto& [form, places] : forms) {
    terms.add({case_term(field_, form), places.count, std::move(places.positions)});
  }
}

void FieldTerms::add_markers(DocumentTerms& terms) const {
  std::vector<std::uint32_t> sentences;
  std::vector<std::uint32_t> paragraphs;
  for (const Token& token : analysis_.tokens) {
    if (token.sentence_start) sentences.push_back(token.position);
    if (token.before == Separator::paragraph) paragraphs.push_back(token.position);
  }
  if (!sentences.empty()) terms.add({sentence_term(field_), 0, std::move(sentences)});
  if (field_ == Field::body && !paragraphs.empty()) {
    terms.add({paragraph_term(), 0, std::move(paragraphs)});
  }
}

void FieldTerms::add_mentions(const std::vector<Mention>& mentions, const MentionedNames& names,
                              DocumentTerms& terms) const {
  std::unordered_map<EntityIndex, std::pair<WordPlaces, WordPlaces>> by_entity;
  for (const Mention& mention : mentions) {
    auto& [starts, ends] = by_entity[mention.entity];
    starts.positions.push_back(analysis_.tokens[mention.first_token].position);
    ends.positions.push_back(analysis_.tokens[mention.last_token].position);
    ++starts.count;
  }
  for (auto& [index, places] : by_entity) {
    const EntityKey& key = names.key(index);
    auto& [starts, ends] = places;
    terms.add({mention_term(field_, key), starts.count, std::move(starts.positions)});
    terms.add({mention_end_term(field_, key), 0, std::move(ends.positions)});
  }
}

void add_slot(Xapian::Document& document, Slot slot, const std::string& value) {
  document.add_value(static_cast<Xapian::valueno>(slot), value);
}

FieldLengths field_lengths(const AnalyzedArticle& analyzed, std::size_t lead_tokens) {
  const std::vector<Token>& body = analyzed.body.tokens;
  FieldLengths lengths;
  const auto set = [&lengths](Field field, std::size_t tokens) {
    lengths.tokens[static_cast<std::size_t>(field)] = static_cast<std::uint32_t>(tokens);
  };
  set(Field::title, analyzed.title.tokens.size());
  set(Field::lead, lead_tokens);
  set(Field::body, body.size());
  if (lead_tokens > 0) lengths.lead_end = body[lead_tokens - 1].position + 1;
  return lengths;
}

void add_facets(const AnalyzedArticle& analyzed, const Gazetteer& gazetteer, DocumentTerms& terms,
                Xapian::Document& document) {
  const auto values = facet_values(analyzed, gazetteer);
  for (const FacetRow& row : kFacets) {
    const std::vector<FacetValue>& list = values[static_cast<std::size_t>(row.facet)];
    if (list.empty()) continue;
    document.add_value(facet_slot(row.facet), pack_facet_values(list));
    for (const FacetValue& value : list) terms.add(facet_term(row.facet, value.value), 0);
  }
}

void add_metadata_words(const AnalyzedArticle& analyzed, DocumentTerms& terms) {
  for (const std::string& word : analyzed.author_words) {
    if (fits(word)) terms.add(author_term(word), 1);
  }
  for (const std::string& word : analyzed.url_words) {
    if (fits(word)) terms.add(url_term(word), 1);
  }
}

}  // namespace

Xapian::Document build_document(const AnalyzedArticle& analyzed, const Gazetteer& gazetteer,
                                const DocumentIdentity& identity, Stemmer& stemmer) {
  const std::string_view language = stem_language(analyzed.lang);
  const std::size_t lead_tokens = lead_token_count(analyzed.body.tokens);
  const FieldTerms title(Field::title, analyzed.title, 0);
  const FieldTerms body(Field::body, analyzed.body, lead_tokens);
  DocumentTerms terms;
  Xapian::Document document;
  for (const FieldTerms* field : {&title, &body}) {
    field->add_words(language, stemmer, terms);
    field->add_markers(terms);
  }
  const MentionedNames names(gazetteer, analyzed.mentions.found);
  title.add_mentions(analyzed.mentions.title, names, terms);
  body.add_mentions(analyzed.mentions.body, names, terms);
  add_facets(analyzed, gazetteer, terms, document);
  add_metadata_words(analyzed, terms);
  terms.add(id_term(identity.id), 0);
  terms.move_into(document);

  add_slot(document, Slot::id, identity.id);
  if (analyzed.article.published) {
    add_slot(document, Slot::date, pack_date(*analyzed.article.published));
  }
  add_slot(document, Slot::sequence, pack_number(identity.sequence));
  add_slot(document, Slot::added, pack_number(identity.added));
  if (!identity.file.empty()) add_slot(document, Slot::file, identity.file);
  add_slot(document, Slot::lengths, pack_lengths(field_lengths(analyzed, lead_tokens)));
  add_slot(document, Slot::sketch, pack_sketch(analyzed.sketch));
  document.set_data(serialize(stored_article(analyzed, gazetteer, identity)));
  return document;
}

}  // namespace techpolicy
