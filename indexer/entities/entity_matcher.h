// Finds which entities of the gazetteer an article mentions.
//
// The indexer uses it to fill the facets of an article, searchd to recognise an entity in a query.
// Both must see the same names, which is why it lives here and in neither program.
#pragma once

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/analysis/analyzer.h"
#include "indexer/entities/gazetteer.h"

namespace techpolicy {

/// One thing that spoke for or against a mention. `rule` points to static text.
struct Evidence {
  std::string_view rule;
  double weight = 0;
};

/// One place in a text where something is named.
struct Mention {
  /// Below the size of the gazetteer one of its entities; from there on a found name of the same
  /// article (ArticleMentions::found). MentionedNames reads both.
  EntityIndex entity = 0;
  std::size_t first_token = 0;
  std::size_t last_token = 0;  ///< Included.
  std::size_t begin = 0;       ///< Byte offset into the text.
  std::size_t end = 0;         ///< One past the last byte; always > `begin`.
  double confidence = 1;       ///< 0 to 1.
  std::vector<Evidence> evidence;
};

/// A name that the gazetteer does not hold, as an article itself gives it. It is counted, searched
/// and filtered like an entity; its id is of a space of its own (schema/found_names.h).
struct FoundName {
  EntityKey key;
  std::string label;
};

struct ArticleMentions {
  std::vector<Mention> title;
  std::vector<Mention> body;
  std::vector<FoundName> found;  ///< No key twice.
};

/// A name recognised in what a user typed.
struct QueryName {
  EntityIndex entity = 0;
  std::size_t first_token = 0;
  std::size_t last_token = 0;  ///< Included.
  bool certain = false;  ///< Distinctive alias or ticker: means the entity. Else only offered.
};

/// Immutable after construction: one matcher may be used by any number of threads at once. Keeps
/// the gazetteer.
class EntityMatcher {
 public:
  EntityMatcher(std::shared_ptr<const Gazetteer> gazetteer,
                std::shared_ptr<const Vocabulary> vocabulary);
  ~EntityMatcher();
  EntityMatcher(const EntityMatcher&) = delete;
  EntityMatcher& operator=(const EntityMatcher&) = delete;

  /// The mentions in an article's title and body, each in order of `begin`, none overlapping.
  ///
  /// Longest alias first, and of equal ones the leftmost. A name accepted anywhere in the article
  /// supports ambiguous names elsewhere in it. Never throws on text. Linear in the number of
  /// tokens.
  [[nodiscard]] ArticleMentions find_mentions(const TextAnalysis& title,
                                              const TextAnalysis& body) const;

  /// Names in a query, case ignored where the alias allows it, in order, not overlapping.
  [[nodiscard]] std::vector<QueryName> find_query_names(const TextAnalysis& query) const;

 private:
  struct Tables;
  std::shared_ptr<const Gazetteer> gazetteer_;
  std::shared_ptr<const Vocabulary> vocabulary_;
  std::unique_ptr<const Tables> tables_;
};

}  // namespace techpolicy
