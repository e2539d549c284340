#include "searchd/search/feedback.h"

#include <algorithm>
#include <cctype>
#include <cmath>
#include <unordered_map>

#include "indexer/schema/terms.h"

namespace techpolicy {
namespace {

/// Text without letters (numbers, years) tells articles apart for the wrong reasons.
bool says_something(std::string_view stem) {
  constexpr std::size_t kFewestBytes = 3;
  return stem.size() >= kFewestBytes &&
         std::none_of(stem.begin(), stem.end(), [](char c) { return c >= '0' && c <= '9'; });
}

float length_norm(const FacetColumns& columns, std::uint32_t document,
                  const RankingParameters& parameters) {
  constexpr auto kBody = static_cast<std::size_t>(Field::body);
  const float average = std::max(1.0F, columns.average_length(Field::body));
  const float length = static_cast<float>(columns.length(Field::body, document)) / average;
  return 1 - parameters.length_influence[kBody] + parameters.length_influence[kBody] * length;
}

float saturated(float count, float norm, const RankingParameters& parameters) {
  return count / (count + parameters.saturation * norm);
}

}  // namespace

std::vector<FeedbackWord> feedback_words(std::span<const Ranked> best, const Snapshot& snapshot,
                                         Xapian::Database& database,
                                         const RankingParameters& parameters) {
  std::unordered_map<std::string, float> gathered;
  const std::string all_stems = stem_term(Field::body, "", "");
  const std::string prefix = all_stems.substr(0, all_stems.size() - 1);
  for (const Ranked& one : best) {
    const float norm = length_norm(snapshot.columns(), one.document, parameters);
    auto term = database.termlist_begin(one.document);
    const auto end = database.termlist_end(one.document);
    for (term.skip_to(prefix); term != end && (*term).starts_with(prefix); ++term) {
      gathered[*term] +=
          one.score * saturated(static_cast<float>(term.get_wdf()), norm, parameters);
    }
  }
  const auto total = static_cast<float>(snapshot.info().documents);
  std::vector<FeedbackWord> words;
  for (const auto& [term, share] : gathered) {
    const std::size_t colon = term.find(':', prefix.size());
    const std::string stem = term.substr(colon + 1);
    if (!says_something(stem)) continue;
    const auto holding = static_cast<float>(database.get_termfreq(term));
    if (holding < 2) continue;
    const float rarity = std::log(1 + (total - holding + 0.5F) / (holding + 0.5F));
    words.push_back({term.substr(prefix.size(), colon - prefix.size()), stem, share * rarity});
  }
  const auto count = static_cast<std::ptrdiff_t>(std::min(words.size(), parameters.feedback_words));
  std::partial_sort(words.begin(), words.begin() + count, words.end(),
                    [](const FeedbackWord& a, const FeedbackWord& b) {
                      if (a.weight != b.weight) return a.weight > b.weight;
                      return std::pair(a.language, a.stem) < std::pair(b.language, b.stem);
                    });
  words.resize(static_cast<std::size_t>(count));
  float sum = 0;
  for (const FeedbackWord& word : words) sum += word.weight;
  for (FeedbackWord& word : words) word.weight /= sum;
  return words;
}

std::vector<float> feedback_scores(std::span<const FeedbackWord> words,
                                   std::span<const std::uint32_t> documents,
                                   const Snapshot& snapshot, Xapian::Database& database,
                                   const RankingParameters& parameters) {
  std::vector<float> scores(documents.size(), 0.0F);
  std::vector<float> norms;
  for (const std::uint32_t document : documents) {
    norms.push_back(length_norm(snapshot.columns(), document, parameters));
  }
  for (const FeedbackWord& word : words) {
    const auto postings =
        snapshot.postings().get(database, stem_term(Field::body, word.language, word.stem));
    auto from = postings->documents.begin();
    for (std::size_t i = 0; i < documents.size(); ++i) {
      from = std::lower_bound(from, postings->documents.end(), documents[i]);
      if (from == postings->documents.end()) break;
      if (*from != documents[i]) continue;
      const auto at = static_cast<std::size_t>(from - postings->documents.begin());
      scores[i] +=
          word.weight * saturated(static_cast<float>(postings->counts[at]), norms[i], parameters);
    }
  }
  return scores;
}

}  // namespace techpolicy
