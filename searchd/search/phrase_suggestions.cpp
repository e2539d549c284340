#include "searchd/search/phrase_suggestions.h"

#include <algorithm>
#include <map>
#include <string_view>
#include <tuple>

#include "indexer/schema/terms.h"
#include "searchd/search/document_sets.h"
#include "searchd/search/matching.h"

namespace techpolicy {
namespace {

constexpr std::size_t kArticlesRead = 48;
constexpr std::uint32_t kLeastArticles = 2;
using Positions = std::vector<Xapian::termpos>;

Positions positions_of(Xapian::Database& database, std::uint32_t document,
                       const std::string& word) {
  const std::string term = exact_term(Field::body, word);
  return {database.positionlist_begin(document, term), database.positionlist_end(document, term)};
}

/// Of positions those that follow one of `before`.
Positions following(const Positions& before, const Positions& positions) {
  Positions found;
  for (const Xapian::termpos position : positions) {
    if (std::binary_search(before.begin(), before.end(), position - 1)) found.push_back(position);
  }
  return found;
}

/// Where the finished words stand one after the other: positions of the last of them.
Positions ends_of(Xapian::Database& database, std::uint32_t document,
                  const std::vector<std::string>& words) {
  Positions ends = positions_of(database, document, words.front());
  for (std::size_t i = 1; i < words.size() && !ends.empty(); ++i) {
    ends = following(ends, positions_of(database, document, words[i]));
  }
  return ends;
}

std::vector<std::uint32_t> spread(const DocumentSet& documents) {
  const std::size_t count = std::min(documents.size(), kArticlesRead);
  std::vector<std::uint32_t> some;
  for (std::size_t i = 0; i < count; ++i) some.push_back(documents[i * documents.size() / count]);
  return some;
}

using Counts = std::map<std::string, std::uint32_t>;

/// Words of a document that begin so and follow one of `ends`.
void count_continuations(Counts& counts, Xapian::Database& database, std::uint32_t document,
                         const Positions& ends, const std::string& beginning) {
  const std::string prefix = exact_term(Field::body, beginning);
  const auto end = database.termlist_end(document);
  auto term = database.termlist_begin(document);
  for (term.skip_to(prefix); term != end && (*term).starts_with(prefix); ++term) {
    const Positions positions(term.positionlist_begin(), term.positionlist_end());
    if (!following(ends, positions).empty()) ++counts[*term];
  }
}

}  // namespace

std::vector<std::string> phrases_beginning(const std::string& typed, std::size_t limit,
                                           const Snapshot& snapshot, Xapian::Database& database) {
  const TextAnalysis analysis = snapshot.lexicon().analyzer().analyze_query(typed);
  std::vector<std::string> words;
  for (const Token& token : analysis.tokens) {
    if (!fits(token.folded)) return {};
    words.push_back(token.folded);
  }
  if (words.size() < 2) return {};
  const std::string beginning = words.back();
  words.pop_back();
  DocumentSet documents =
      snapshot.postings().get(database, exact_term(Field::body, words.front()))->documents;
  for (std::size_t i = 1; i < words.size(); ++i) {
    const std::string term = exact_term(Field::body, words[i]);
    documents = intersect(documents, snapshot.postings().get(database, term)->documents);
  }
  Counts counts;
  for (const std::uint32_t document : spread(documents)) {
    const Positions ends = ends_of(database, document, words);
    if (!ends.empty()) count_continuations(counts, database, document, ends, beginning);
  }
  std::vector<std::pair<std::uint32_t, std::string>> ranked;
  for (const auto& [word, count] : counts) {
    if (count >= kLeastArticles) ranked.emplace_back(count, word);
  }
  std::sort(ranked.begin(), ranked.end(), [](const auto& a, const auto& b) {
    return std::tie(b.first, a.second) < std::tie(a.first, b.second);
  });
  std::string begun;
  for (const std::string& word : words) begun += word + " ";
  std::vector<std::string> phrases;
  for (const auto& [count, word] : ranked) {
    if (phrases.size() == limit) break;
    phrases.push_back(begun + word);
  }
  return phrases;
}

}  // namespace techpolicy
