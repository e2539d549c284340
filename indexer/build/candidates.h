// The names that the gazetteer lacks, most frequent first: what a curator reads to make it grow.
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/build/analyzed_article.h"
#include "indexer/entities/gazetteer.h"

namespace techpolicy {

/// One unreviewed name in all articles read.
struct NameCandidate {
  EntityKey key;
  std::string label;  ///< As first read.
  std::uint64_t articles = 0;
  std::uint64_t mentions = 0;
  std::set<std::string_view> patterns;  ///< That found it; static text.
  std::string example;                  ///< A sentence with it, on one line.
};

class CandidateList {
 public:
  void add(const AnalyzedArticle& analyzed, const Gazetteer& gazetteer);

  /// By articles, then mentions, then id.
  [[nodiscard]] std::vector<NameCandidate> most_frequent() const;

 private:
  std::map<EntityKey, NameCandidate> candidates_;
};

/// Tab-separated: articles, mentions, type, id, name, patterns, example. With a heading line.
[[nodiscard]] std::string candidates_tsv(const std::vector<NameCandidate>& candidates);

/// One JSON object a line.
[[nodiscard]] std::string candidates_json(const std::vector<NameCandidate>& candidates);

}  // namespace techpolicy
