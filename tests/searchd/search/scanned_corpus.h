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

namespace techpolicy {

/// A query as the test means it; `text()` is how a user would type it.
struct Wish {
  enum class Kind { word, exact, phrase, name, company, date, all, any, none_of };
  Kind kind = Kind::word;
  std::vector<std::string> words;  ///< name: as typed, one surface.
  std::string entity;              ///< name, company: id.
  std::optional<Field> field;      ///< word, exact, phrase.
  std::string from;                ///< date: partial dates.
  std::string to;
  std::vector<Wish> parts;

  [[nodiscard]] std::string text() const;
};

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
};

/// Articles by value: all that name it, and those mainly about it.
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

  [[nodiscard]] std::set<std::string> ids(const WishedSearch& search);
  /// Values with a count above 0; beside the facet's own choice unless it is `all`.
  [[nodiscard]] ScannedCounts facet(const WishedSearch& search, Facet facet);

 private:
  /// The forms at each position of a field.
  using Positions = std::map<std::uint32_t, std::set<std::string>>;
  struct Scanned {
    std::unique_ptr<AnalyzedArticle> analyzed;
    std::map<Field, Positions> positions;
    std::map<Facet, std::set<std::string>> values;
    std::map<Facet, std::set<std::string>> about;
  };
  using Values = std::map<Facet, std::set<std::string>>;

  [[nodiscard]] bool holds(const Wish& wish, const Scanned& article);
  [[nodiscard]] bool has_word(const Wish& wish, const std::string& word, const Scanned& article);
  [[nodiscard]] bool has_phrase(const std::vector<std::string>& words, std::optional<Field> field,
                                const Scanned& article) const;
  /// The values, and where the search rolls up their parents.
  [[nodiscard]] std::set<std::string> values_of(const WishedSearch& search, const Values& values,
                                                Facet facet) const;
  void find_about(Scanned& scanned) const;
  [[nodiscard]] bool passes(const WishedSearch& search, const Scanned& article,
                            std::optional<Facet> except) const;
  [[nodiscard]] static bool within(const Scanned& article, const std::string& from,
                                   const std::string& to);

  std::shared_ptr<const Lexicon> lexicon_;
  Stemmer stemmer_;
  std::vector<Scanned> articles_;
};

}  // namespace techpolicy
