// The answer to a search: the same for JSON, HTML, feeds and exports. No markup in it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "indexer/schema/facets.h"
#include "indexer/schema/partial_date.h"
#include "indexer/schema/stored_article.h"
#include "searchd/search/score_parts.h"
#include "searchd/search/search_request.h"

namespace techpolicy {

/// A stretch of displayed text (repairs applied). UTF-8, not escaped.
struct TextRun {
  std::string text;
  bool match = false;                       ///< Part of what the query matched.
  std::optional<EntityKey> entity;          ///< Part of a mention.
  std::optional<std::string> original;      ///< Where repaired: what the article says.
  std::optional<std::string> meaning = {};  ///< Of a foreign word: English, by the glossary.
};
using MarkedText = std::vector<TextRun>;

struct EntityRef {
  EntityKey key;
  std::string name;
  std::uint32_t mentions = 0;
  double salience = 0;
};

struct SourceRef {
  std::string id;
  std::string name;
};

/// The article of a story that was published first; without dates the one that entered first.
struct FirstOfStory {
  std::string id;
  SourceRef source;
  std::optional<PartialDate> published;
  double same = 0;  ///< How much of it and of the hit is the same, 0 to 1 (same_share()).
};

struct Hit {
  std::string id;
  std::string original_url;  ///< http(s), or empty.
  MarkedText title;          ///< Real, or derived from the first sentence.
  bool title_derived = false;
  std::vector<MarkedText> snippets;  ///< Up to three, best first; at least one where there is text.
  std::optional<PartialDate> published;
  SourceRef source;  ///< Empty where unknown.
  std::string lang;
  std::optional<bool> machine_translated;
  double score = 0;
  std::optional<ScoreParts> score_parts;  ///< Where asked for: what the score is made of.
  std::uint64_t rank = 0;                 ///< 1-based.
  std::uint64_t sequence = 0;
  std::uint64_t added = 0;            ///< Unix seconds of its first entry into the index.
  std::vector<EntityRef> entities;    ///< Most salient first, at most 8.
  std::string story;                  ///< Shared by the copies of a story; empty where it is alone.
  std::uint64_t duplicates = 0;       ///< Matching copies that this hit stands for.
  std::optional<FirstOfStory> first;  ///< Where it stands for copies and another was first.
  std::vector<std::string> missing{};  ///< Of relaxed hits: words of the query it lacks.
};

/// Where fewer than a page of articles hold all words: those that hold most of them, by relevance.
struct RelaxedHits {
  std::size_t words_required = 0;  ///< The fewest words that one of them holds.
  std::uint64_t total = 0;         ///< Not part of the result's total.
  std::vector<Hit> hits;           ///< As many as fill the page.
};

struct FacetCount {
  std::string value;
  std::string label;
  std::uint64_t count = 0;
  bool selected = false;
  bool excluded = false;
  std::uint64_t about = 0;  ///< Of the `count` articles, those mainly about it; of entities.
  bool about_selected = false;
};

struct FacetResult {
  Facet facet = Facet::company;
  bool conjunctive = false;  ///< Counts are within the chosen values (facet_op), else beside them.
  std::uint64_t distinct = 0;  ///< Values with a count above 0.
  std::vector<FacetCount>
      values;  ///< By count (then value); chosen and excluded ones always come too.
};

/// What a pattern of the query ("semi*", "deepsek~1") stands for in this index.
struct Expansion {
  std::string typed;
  std::vector<std::string> words;  ///< Folded; in byte order.
};

/// A part of a query, and what it does to the answer.
struct ExplainedClause {
  std::string clause;  ///< Canonical.
  unsigned depth = 0;  ///< 0: one of the parts that must all match; more: inside the one before.
  std::optional<std::uint64_t> count;  ///< Articles that match it alone, filters aside; absent
                                       ///< where counting would cost too much.
  /// The same query without it, and the total that gives, filters included. At depth 0 only.
  std::optional<std::string> query_without;
  std::optional<std::uint64_t> total_without;
  std::vector<std::string> words;  ///< What a pattern stands for.
};

/// The query with words that no article has in another spelling, and the total that gives.
struct Respelling {
  std::string query;
  std::uint64_t total = 0;
};

struct SearchWarning {
  std::string code;
  std::string detail;
};

/// State of the index that an answer was made from.
struct IndexInfo {
  std::uint64_t revision = 0;
  std::uint64_t sequence = 0;
  std::uint64_t documents = 0;
  std::uint64_t updated_at = 0;  ///< Unix seconds.
};

struct SearchResult {
  SearchRequest request;  ///< As answered: sort filled in.
  std::string parsed;     ///< Canonical query.
  std::vector<EntityRef>
      also;  ///< Entities the query was widened with; their other names count too.
  std::vector<EntityRef> offered;  ///< Ambiguous names in the query that could mean an entity.
  std::vector<Expansion> expansions;
  std::optional<Respelling> respelling;      ///< Only where it gives hits.
  std::vector<ExplainedClause> explanation;  ///< Where asked for, and where nothing is found.
  std::vector<SearchWarning> warnings;
  std::uint64_t undated_excluded = 0;  ///< Matches that dates of query or filters left out for
                                       ///< want of a full date.
  std::optional<std::string> without_dates;  ///< The canonical query without the dates that it
                                             ///< asks for, where it does.
  std::uint64_t total = 0;                   ///< Articles that match. Exact.
  std::uint64_t stories = 0;                 ///< The same, copies of a story counted once. Exact.
  std::vector<Hit> hits;
  std::optional<RelaxedHits> relaxed;  ///< On the first page only.
  std::vector<FacetResult> facets;     ///< In the order asked for.
  std::string next_cursor;             ///< Empty at the end.
  IndexInfo index;
  double match_ms = 0;
  double facets_ms = 0;
  double hits_ms = 0;

  /// Hits on all pages together.
  [[nodiscard]] std::uint64_t listed() const {
    return request.collapse == Collapse::duplicates ? stories : total;
  }
};

/// One paragraph of the reading view.
struct ArticleParagraph {
  ParagraphKind kind = ParagraphKind::paragraph;
  MarkedText text;
};

/// An article for reading, with the matches of a query.
struct ArticleView {
  StoredArticle article;  ///< Original text and overlays, offsets in bytes.
  MarkedText title;       ///< Real or derived.
  bool title_derived = false;
  std::vector<ArticleParagraph> paragraphs;
  std::vector<EntityRef> entities;  ///< All, most mentions first.
  /// Makers of products that are named while they are not. Neither counted nor filtered by.
  std::vector<EntityRef> implied;
  std::size_t repair_count = 0;
  std::size_t match_count = 0;
  struct Place {
    bool in_title = false;
    std::uint32_t begin = 0;  ///< Bytes of the original.
    std::uint32_t end = 0;
  };
  std::vector<Place> matches;
  IndexInfo index;
};

struct IndexStatistics {
  IndexInfo index;
  std::optional<PartialDate> first_date;
  std::optional<PartialDate> last_date;
  std::uint64_t undated = 0;
  std::vector<std::pair<std::string, std::uint64_t>> languages;  ///< Most articles first.
  std::vector<std::pair<Facet, std::uint64_t>> distinct;  ///< Distinct values of every facet.
};

}  // namespace techpolicy
