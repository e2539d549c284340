#include "searchd/search/outstanding.h"

#include <algorithm>
#include <sstream>
#include <unordered_map>
#include <unordered_set>

#include "indexer/analysis/stemmer.h"
#include "indexer/schema/terms.h"
#include "searchd/search/matched_articles.h"

namespace techpolicy {
namespace {

/// Words that are counted in all articles for one that is shown.
constexpr std::size_t kCandidatesForOne = 4;
/// Different words of the texts that are looked at; room for them.
constexpr std::size_t kWordsOfTexts = 16384;

bool begins_exact_body_term(const std::string& term) {
  return !term.empty() && !(term.front() >= 'A' && term.front() <= 'Z');
}

/// Not a number, not a single letter or sign (one Chinese character is a word).
bool can_stand_out(const std::string& word) {
  const bool ascii =
      std::ranges::all_of(word, [](char c) { return static_cast<signed char>(c) >= 0; });
  const bool letters = std::ranges::any_of(word, [](char c) { return c >= 'a' && c <= 'z'; });
  return !ascii || (letters && word.size() > 1);
}

/// What a search asks for stands out in its result as a matter of course.
class Asked {
 public:
  Asked(const SearchRequest& search, const MatchedArticles& matched, const Snapshot& snapshot)
      : filtered_(matched.filtered()), languages_(snapshot.stem_languages()) {
    collect(matched.query().clause);
    for (const FacetRow& row : kFacets) {
      if (search.filter(row.facet).empty()) continue;
      for (std::uint32_t ordinal = 0; ordinal < snapshot.columns().distinct(row.facet); ++ordinal) {
        const std::string& value = snapshot.columns().value(row.facet, ordinal);
        if (filtered_.is_chosen(row.facet, value)) add_words(snapshot.label(row.facet, value));
      }
    }
  }

  [[nodiscard]] bool asks(Facet facet, const std::string& value) const {
    return filtered_.is_chosen(facet, value) ||
           std::ranges::any_of(entities_, [&](const EntityKey& entity) {
             return entity.type == facet && entity.id == value;
           });
  }
  /// In any of its forms.
  [[nodiscard]] bool asks(const std::string& word) {
    return words_.contains(word) || std::ranges::any_of(languages_, [&](const auto& language) {
             return stems_.contains(language + ':' + stemmer_.stem(language, word));
           });
  }

 private:
  void collect(const Clause& clause) {
    if (clause.kind == ClauseKind::negation) return;
    if (clause.kind == ClauseKind::entity) entities_.push_back(clause.entity);
    for (const std::string& word : clause.words) add_word(word);
    for (const Clause& child : clause.children) collect(child);
  }
  void add_words(const std::string& text) {
    std::istringstream words(NameTable::normal_form(text));
    for (std::string word; words >> word;) add_word(word);
  }
  void add_word(const std::string& word) {
    words_.insert(word);
    for (const std::string& language : languages_) {
      stems_.insert(language + ':' + std::string(stemmer_.stem(language, word)));
    }
  }

  const FilteredMatches& filtered_;
  const std::vector<std::string>& languages_;
  Stemmer stemmer_;
  std::vector<EntityKey> entities_;
  std::unordered_set<std::string> words_;
  std::unordered_set<std::string> stems_;
};

bool stands_out(const OutstandingValue& value) {
  return value.here.having >= kLeastArticles && value.score >= kLeastLogLikelihood;
}

void keep_best(std::vector<OutstandingValue>& values, std::size_t limit) {
  std::erase_if(values, [](const OutstandingValue& value) { return !stands_out(value); });
  std::sort(values.begin(), values.end(), [](const OutstandingValue& a, const OutstandingValue& b) {
    return a.score != b.score ? a.score > b.score : a.value < b.value;
  });
  if (values.size() > limit) values.resize(limit);
}

class Outstanding {
 public:
  Outstanding(const OutstandingRequest& request, const Snapshot& snapshot,
              Xapian::Database& database)
      : request_(request),
        snapshot_(snapshot),
        database_(database),
        matched_(request.search, snapshot, database),
        asked_(request.search, matched_, snapshot) {}

  OutstandingResult run() {
    result_.index = snapshot_.info();
    result_.total = matched_.documents().size();
    result_.others = result_.index.documents - result_.total;
    const bool everything = request_.facets.empty() && !request_.words;
    for (const FacetRow& row : kFacets) {
      if (everything && row.kind == FacetKind::entity) add_facet(row.facet);
    }
    for (const Facet facet : request_.facets) add_facet(facet);
    if (everything || request_.words) add_words();
    return std::move(result_);
  }

 private:
  [[nodiscard]] OutstandingValue compared(std::uint64_t here, std::uint64_t everywhere) const {
    OutstandingValue result;
    result.here = {here, result_.total};
    result.elsewhere = {everywhere - here, result_.others};
    result.score = log_likelihood(result.here, result.elsewhere);
    return result;
  }

  void add_facet(Facet facet) {
    const auto here = matched_.filtered().count_values(facet, matched_.documents()).articles;
    const bool rolled_up = request_.search.roll_up == RollUpTo::parent;
    std::vector<std::uint32_t> everywhere;  // What is counted each by itself is known.
    if (rolled_up) {
      everywhere =
          matched_.filtered().count_values(facet, matched_.matching().all_documents()).articles;
    }
    OutstandingGroup group{facet, {}};
    for (std::uint32_t ordinal = 0; ordinal < here.size(); ++ordinal) {
      if (here[ordinal] < kLeastArticles) continue;
      const std::uint64_t all =
          rolled_up ? everywhere[ordinal] : snapshot_.value_facts().articles(facet, ordinal);
      OutstandingValue value = compared(here[ordinal], all);
      if (!stands_out(value)) continue;
      value.value = snapshot_.roll_up().value(facet, ordinal);
      if (!asked_.asks(facet, value.value)) group.values.push_back(std::move(value));
    }
    keep_best(group.values, request_.limit);
    for (OutstandingValue& value : group.values) value.label = snapshot_.label(facet, value.value);
    result_.groups.push_back(std::move(group));
  }

  void add_words() {
    OutstandingGroup group;
    std::vector<OutstandingValue> candidates = candidate_words();
    keep_best(candidates, request_.limit * kCandidatesForOne);
    for (const OutstandingValue& candidate : candidates) {
      if (asked_.asks(candidate.value)) continue;
      const auto postings =
          snapshot_.postings().get(database_, exact_term(Field::body, candidate.value));
      const DocumentSet here = intersect(matched_.documents(), postings->documents);
      group.values.push_back(compared(here.size(), postings->documents.size()));
      group.values.back().value = group.values.back().label = candidate.value;
    }
    keep_best(group.values, request_.limit);
    result_.groups.push_back(std::move(group));
  }

  /// Words of some texts, compared with the other articles as if those texts were all matches.
  std::vector<OutstandingValue> candidate_words() {
    const std::vector<std::uint32_t> texts = some_matches();
    result_.texts_looked_at = texts.size();
    std::unordered_map<std::string, std::uint32_t> counts;
    counts.reserve(kWordsOfTexts);
    for (const std::uint32_t document : texts) count_words(counts, document);
    std::vector<OutstandingValue> candidates;
    for (const auto& [word, count] : counts) {
      if (count < kLeastArticles || !can_stand_out(word)) continue;
      const std::uint64_t everywhere =
          snapshot_.postings().frequency(database_, exact_term(Field::body, word));
      OutstandingValue candidate;
      candidate.value = word;
      candidate.here = {count, texts.size()};
      candidate.elsewhere = {everywhere - count, result_.index.documents - texts.size()};
      candidate.score = log_likelihood(candidate.here, candidate.elsewhere);
      candidates.push_back(std::move(candidate));
    }
    return candidates;
  }

  /// Terms of other kinds begin with capitals and stand in one stretch, which is passed over.
  void count_words(std::unordered_map<std::string, std::uint32_t>& counts,
                   std::uint32_t document) const {
    constexpr const char* kAfterCapitals = "[";
    const auto end = database_.termlist_end(document);
    auto term = database_.termlist_begin(document);
    while (term != end) {
      std::string word = *term;
      if (begins_exact_body_term(word)) {
        ++counts[std::move(word)];
        ++term;
      } else if (word.empty()) {
        ++term;
      } else {
        term.skip_to(kAfterCapitals);
      }
    }
  }

  [[nodiscard]] std::vector<std::uint32_t> some_matches() const {
    const DocumentSet& all = matched_.documents();
    const std::size_t count = std::min(all.size(), kTextsLookedAt);
    std::vector<std::uint32_t> some;
    for (std::size_t i = 0; i < count; ++i) some.push_back(all[i * all.size() / count]);
    return some;
  }

  const OutstandingRequest& request_;
  const Snapshot& snapshot_;
  Xapian::Database& database_;
  MatchedArticles matched_;
  Asked asked_;
  OutstandingResult result_;
};

}  // namespace

OutstandingResult find_outstanding(const OutstandingRequest& request, const Snapshot& snapshot,
                                   Xapian::Database& database) {
  return Outstanding(request, snapshot, database).run();
}

}  // namespace techpolicy
