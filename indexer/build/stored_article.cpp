// What a document keeps of its article: see StoredArticle.
#include "indexer/build/document.h"
#include "indexer/entities/mentioned_names.h"

namespace techpolicy {
namespace {

/// Texts are far smaller than 4 GiB (kMaxArticleBytes).
std::uint32_t offset32(std::size_t offset) { return static_cast<std::uint32_t>(offset); }

StoredText stored_text(const TextAnalysis& analysis, const std::vector<Mention>& mentions,
                       const MentionedNames& names) {
  StoredText stored;
  stored.text = analysis.text;
  stored.repairs = analysis.repairs;
  stored.mentions.reserve(mentions.size());
  for (const Mention& mention : mentions) {
    stored.mentions.push_back(
        {names.key(mention.entity), offset32(mention.begin), offset32(mention.end)});
  }
  stored.tokens.reserve(analysis.tokens.size());
  for (const Token& token : analysis.tokens) {
    stored.tokens.push_back({token.position, offset32(token.begin), offset32(token.end)});
    if (token.sentence_start) stored.sentences.push_back(token.position);
  }
  for (const Gloss& gloss : analysis.glosses) {
    stored.glosses.push_back({offset32(analysis.tokens[gloss.first_token].begin),
                              offset32(analysis.tokens[gloss.last_token].end),
                              std::string(gloss.meaning)});
  }
  for (const LanguageSpan& span : analysis.languages) {
    stored.foreign.push_back({analysis.tokens[span.first_token].position,
                              analysis.tokens[span.end_token - 1].position + 1,
                              std::string(span.language)});
  }
  return stored;
}

}  // namespace

StoredArticle stored_article(const AnalyzedArticle& analyzed, const Gazetteer& gazetteer,
                             const DocumentIdentity& identity) {
  const Article& article = analyzed.article;
  StoredArticle stored;
  stored.id = identity.id;
  stored.url = article.url;
  stored.source_id = analyzed.source_id;
  stored.source_name = article.source;
  stored.lang = analyzed.lang;
  stored.published = article.published;
  stored.authors = article.authors;
  stored.tags = article.tags;
  stored.machine_translated = article.machine_translated;
  stored.origin = article.origin;
  stored.content_hash = identity.content_hash;
  stored.sequence = identity.sequence;
  stored.added = identity.added;
  const MentionedNames names(gazetteer, analyzed.mentions.found);
  stored.title = stored_text(analyzed.title, analyzed.mentions.title, names);
  stored.body = stored_text(analyzed.body, analyzed.mentions.body, names);
  stored.paragraphs = analyzed.body.paragraphs;
  return stored;
}

}  // namespace techpolicy
