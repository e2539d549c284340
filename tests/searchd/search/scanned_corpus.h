// A generated corpus and the brute-force answer to a query over it.
//
// Shares tokens and mentions (analyze_article) and the stemmer with the program, and nothing after
// them: no parser, no index, no sets of documents, no columns.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "indexer/analysis/stemmer.h"
#include "indexer/build/analyzed_article.h"
#include "tests/indexer/build/built_index.h"
#include "tests/searchd/search/scanned_text.h"
#include "tests/searchd/search/wish.h"

namespace techpolicy {

/// Chosen and excluded values of a facet.
struct WishedFilter {
  std::set<std::string> any;
  std::set<std::string> none;
  std::set<std::string> about;
  bool all = false;
};

struct WishedSearch {
  Wish wish;
  std::map<Facet, WishedFilter> filters;
  std::string from;  ///< Partial date or empty.
  std::string to;
  bool rolls_up = false;
  bool by_story = false;  ///< Facets count stories.
};

/// Articles (or stories) by value: all that name it, and those mainly about it.
struct ScannedCounts {
  std::map<std::string, std::uint64_t> articles;
  std::map<std::string, std::uint64_t> about;  ///< No zeros.
};

class ScannedCorpus {
 public:
  using Random = std::mt19937;

  /// Companies with children, grandchildren and a parent that no text names; and a person.
  static std::shared_ptr<const Lexicon> lexicon(const BuiltIndex& index);

  /// JSON Lines of `size` random articles with ids a0, a1, ...
  static std::string generate(Random& random, std::size_t size);
  static WishedSearch random_search(Random& random);

  /// Takes articles as readers give them.
  explicit ScannedCorpus(std::shared_ptr<const Lexicon> lexicon) : lexicon_(std::move(lexicon)) {}
  void add(Article article);

  /// Articles of one story have one name, others are missing.
  void set_stories(std::map<std::string, std::string> stories) { stories_ = std::move(stories); }
  /// The name of the article's story, else its own.
  [[nodiscard]] std::string story(const std::string& id) const;

  [[nodiscard]] std::set<std::string> ids(const WishedSearch& search);
  /// How many articles are no hits only because their dates are not known well enough.
  [[nodiscard]] std::size_t undated(const WishedSearch& search);
  /// When each of these articles was published.
  [[nodiscard]] std::vector<std::optional<PartialDate>> dates(const WishedSearch& search);
  /// The words of the text of each of these articles, joined forms too; each once, folded.
  [[nodiscard]] std::vector<std::set<std::string>> words(const WishedSearch& search);
  /// Of each of these articles the entities that its sentences name, those of the title first.
  [[nodiscard]] std::vector<std::vector<std::set<EntityKey>>> named_together(
      const WishedSearch& search);
  /// Values with a count above 0; beside the facet's own choice unless it is `all`.
  [[nodiscard]] ScannedCounts facet(const WishedSearch& search, Facet facet);

 private:
  struct Scanned {
    std::unique_ptr<AnalyzedArticle> analyzed;
    std::map<Field, ScannedText> texts;
    std::map<Facet, std::set<std::string>> values;
    std::map<Facet, std::set<std::string>> about;
    bool held = false;  ///< Of the search that was looked at last.
    bool possible = false;
  };
  using Values = std::map<Facet, std::set<std::string>>;
  /// Whether a date that may lie in a span, for all that is known of it, does so.
  enum class Doubtful { left_out, taken };

  /// Notes which articles hold the wish, filters aside.
  void hold(const WishedSearch& search);
  [[nodiscard]] bool holds(const Wish& wish, const Scanned& article, Doubtful dates);
  /// In the wish's field, else in title and body.
  [[nodiscard]] std::vector<const ScannedText*> texts(const Wish& wish,
                                                      const Scanned& article) const;
  [[nodiscard]] std::size_t count(const Wish& wish, const Scanned& article);
  /// The values, and where the search rolls up their parents.
  [[nodiscard]] std::set<std::string> values_of(const WishedSearch& search, const Values& values,
                                                Facet facet) const;
  void find_about(Scanned& scanned) const;
  [[nodiscard]] bool passes(const WishedSearch& search, const Scanned& article,
                            std::optional<Facet> except, Doubtful dates = Doubtful::left_out) const;
  [[nodiscard]] static bool within(const Scanned& article, const std::string& from,
                                   const std::string& to, Doubtful dates);

  std::shared_ptr<const Lexicon> lexicon_;
  Stemmer stemmer_;
  std::vector<Scanned> articles_;
  std::optional<std::string> held_text_;  ///< Of the search that was looked at last.
  std::map<std::string, std::string> stories_;
};

}  // namespace techpolicy
