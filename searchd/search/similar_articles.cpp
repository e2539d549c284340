// More like this: the article's most telling words and names are looked up, and documents add up
// what they share of them.
#include <algorithm>
#include <cmath>
#include <unordered_map>
#include <utility>

#include "indexer/schema/terms.h"
#include "searchd/search/article_view.h"
#include "searchd/search/related_articles.h"
#include "searchd/search/result_order.h"

namespace techpolicy {
namespace {

/// More terms find little that is better, and cost time.
constexpr std::size_t kMostTerms = 24;
/// A term of a larger share of the articles tells little, and has many postings.
constexpr double kMostShare = 0.05;
constexpr double kMentionWeight = 2;

struct TellingTerm {
  std::string term;
  double weight = 0;

  /// Best first.
  friend bool operator<(const TellingTerm& a, const TellingTerm& b) {
    return a.weight != b.weight ? a.weight > b.weight : a.term < b.term;
  }
};

/// 0 for what is neither a word of the body as written nor a name mentioned there.
double kind_weight(const std::string& term) {
  if (is_body_mention(term)) return kMentionWeight;
  return is_body_word(term) ? 1 : 0;
}

/// Frequent here and rare elsewhere (tf-idf, Salton and Buckley 1988).
std::vector<TellingTerm> telling_terms(std::uint32_t document, const Xapian::Database& database) {
  const double documents = std::max(1U, database.get_doccount());
  std::vector<TellingTerm> terms;
  const auto end = database.termlist_end(document);
  for (auto term = database.termlist_begin(document); term != end; ++term) {
    const double kind = kind_weight(*term);
    if (kind <= 0 || term.get_wdf() == 0) continue;
    const double frequency = term.get_termfreq();
    const bool common = frequency > std::max(10.0, kMostShare * documents);
    if (frequency < 2 || common) continue;
    const double weight = kind * (1 + std::log(term.get_wdf())) * std::log(documents / frequency);
    terms.push_back({*term, weight});
  }
  const std::size_t kept = std::min(kMostTerms, terms.size());
  std::partial_sort(terms.begin(), terms.begin() + static_cast<std::ptrdiff_t>(kept), terms.end());
  terms.resize(kept);
  return terms;
}

}  // namespace

std::vector<Hit> similar_to(std::uint32_t document, unsigned limit, const Snapshot& snapshot,
                            Xapian::Database& database) {
  const FacetColumns& columns = snapshot.columns();
  const std::uint32_t own_story = snapshot.stories().story(document);
  std::unordered_map<std::uint32_t, double> scores;
  for (const TellingTerm& term : telling_terms(document, database)) {
    const auto postings = snapshot.postings().get(database, term.term);
    for (std::size_t i = 0; i < postings->documents.size(); ++i) {
      // A word said often counts little more than one said twice.
      const double count = postings->counts[i];
      scores[postings->documents[i]] += term.weight * count / (count + 1);
    }
  }
  std::vector<Ranked> ranked;
  for (const auto& [other, score] : scores) {
    if (snapshot.stories().story(other) == own_story) continue;
    // Long texts hold more words of any kind (pivoted length, Singhal et al. 1996).
    const double length = static_cast<double>(columns.length(Field::body, other)) /
                          columns.average_length(Field::body);
    ranked.push_back({other, static_cast<float>(score / (0.75 + 0.25 * length)), 0});
  }
  const ResultOrder before(Sort::lexical, columns);
  fold_stories(ranked, before, snapshot.stories());
  const std::size_t kept = std::min<std::size_t>(limit, ranked.size());
  std::partial_sort(ranked.begin(), ranked.begin() + static_cast<std::ptrdiff_t>(kept),
                    ranked.end(), before);
  std::vector<Hit> hits;
  for (std::size_t i = 0; i < kept; ++i) {
    const std::string data = database.get_document(ranked[i].document).get_data();
    Hit hit = make_hit(parse_stored_article(data), Clause{}, false, 1, snapshot);
    hit.score = static_cast<double>(ranked[i].score);
    hit.rank = i + 1;
    hit.story = snapshot.stories().name(ranked[i].document);
    hit.duplicates = ranked[i].folded;
    hits.push_back(std::move(hit));
  }
  return hits;
}

}  // namespace techpolicy
