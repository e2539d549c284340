// What speaks for and against reading a place in a text as an entity's name.
//
// An ambiguous name needs enough evidence, a distinctive one none.
#pragma once

#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "indexer/entities/entity_matcher.h"
#include "indexer/entities/name_scan.h"

namespace techpolicy {

/// What the whole article, title and body, has shown so far.
class ArticleSupport {
 public:
  ArticleSupport(const MatcherTables& tables, const NameScan& title, const NameScan& body);

  void accept(EntityIndex entity) { ++accepted_[entity]; }
  void withdraw(EntityIndex entity) { --accepted_[entity]; }
  [[nodiscard]] bool has(EntityIndex entity) const;
  [[nodiscard]] bool has_word(WordId word) const;
  /// Someone whom the gazetteer lacks has this surname.
  [[nodiscard]] bool is_surname(WordId word) const { return surnames_.contains(word); }

 private:
  std::unordered_map<EntityIndex, int> accepted_;
  std::vector<bool> words_;  ///< By WordId.
  std::unordered_set<WordId> surnames_;
};

/// A candidate in its text.
struct CandidateView {
  const MatcherTables& tables;
  const TextAnalysis& text;
  const NameScan& scan;
  const Candidate& candidate;

  [[nodiscard]] const Token& first() const { return text.tokens[candidate.first]; }
  /// The neighbours of the candidate; nullptr at the ends of the text and over a paragraph's end.
  [[nodiscard]] const Token* before() const;
  [[nodiscard]] const Token* after() const;
};

struct Judgement {
  bool accepted = false;
  double margin = 0;  ///< Above what the name's ambiguity asks for.
  std::vector<Evidence> evidence;
};

[[nodiscard]] Judgement judge(const CandidateView& view, const NameForm& form,
                              const ArticleSupport& support);

/// The last token of the legal forms that follow ("Corp." in "Nvidia Corp."), else the candidate's
/// last.
[[nodiscard]] std::size_t last_with_suffix(const CandidateView& view);

}  // namespace techpolicy
