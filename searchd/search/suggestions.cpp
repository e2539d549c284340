#include "searchd/search/suggestions.h"

#include <algorithm>
#include <tuple>

#include "indexer/schema/terms.h"
#include "searchd/search/marked_text.h"
#include "searchd/search/matching.h"
#include "searchd/search/phrase_suggestions.h"
#include "searchd/search/result_order.h"

namespace techpolicy {
namespace {

/// Words that an unfinished one may become. The most frequent are taken; all of them for three
/// letters of most words.
constexpr std::size_t kMostExpansions = 64;
/// One letter begins too much to be worth showing.
constexpr std::size_t kLeastPrefixBytes = 2;
/// Titles read for each that is shown.
constexpr std::size_t kReadForOne = 4;

std::vector<Suggestion> entity_suggestions(const SuggestRequest& request,
                                           const Snapshot& snapshot) {
  struct Candidate {
    NamedThing thing;
    std::uint64_t count;
  };
  std::vector<Candidate> candidates;
  for (NamedThing& thing : snapshot.names().find(request.typed)) {
    const auto& types = request.types;
    if (!types.empty() && std::ranges::find(types, thing.key.type) == types.end()) continue;
    const std::uint64_t count = snapshot.value_facts().of(thing.key).articles;
    if (count > 0) candidates.push_back({std::move(thing), count});
  }
  std::ranges::sort(candidates, [](const Candidate& a, const Candidate& b) {
    return std::tie(a.thing.fit, b.count, a.thing.key) <
           std::tie(b.thing.fit, a.count, b.thing.key);
  });
  std::vector<Suggestion> suggestions;
  for (const auto& [thing, count] : candidates) {
    if (suggestions.size() == request.limit) break;
    suggestions.push_back(
        {snapshot.label(thing.key.type, thing.key.id), thing.key, {}, count, thing.matched});
  }
  return suggestions;
}

/// Titles that hold a word beginning so.
DocumentSet titles_with_prefix(const std::string& prefix, const Snapshot& snapshot,
                               Xapian::Database& database) {
  std::vector<std::pair<Xapian::doccount, std::string>> words;
  const std::string begin = exact_term(Field::title, prefix);
  for (auto term = database.allterms_begin(begin); term != database.allterms_end(begin); ++term) {
    words.emplace_back(term.get_termfreq(), *term);
  }
  const std::size_t taken = std::min(words.size(), kMostExpansions);
  std::partial_sort(words.begin(), words.begin() + static_cast<std::ptrdiff_t>(taken), words.end(),
                    [](const auto& a, const auto& b) {
                      return std::tie(b.first, a.second) < std::tie(a.first, b.second);
                    });
  DocumentSet documents;
  for (std::size_t i = 0; i < taken; ++i) {
    documents = unite(documents, snapshot.postings().get(database, words[i].second)->documents);
  }
  return documents;
}

DocumentSet matching_titles(const std::string& typed, const Snapshot& snapshot,
                            Xapian::Database& database) {
  const TextAnalysis words = snapshot.lexicon().analyzer().analyze_query(typed);
  if (words.tokens.empty()) return {};
  const std::string& last = words.tokens.back().folded;
  if (!fits(last) || (words.tokens.size() == 1 && last.size() < kLeastPrefixBytes)) return {};
  DocumentSet documents = titles_with_prefix(last, snapshot, database);
  for (std::size_t i = 0; i + 1 < words.tokens.size(); ++i) {
    if (!fits(words.tokens[i].folded)) return {};
    const std::string term = exact_term(Field::title, words.tokens[i].folded);
    documents = intersect(documents, snapshot.postings().get(database, term)->documents);
  }
  return documents;
}

/// Each written word as it stands: the signs of a Chinese one next to each other.
bool holds_words(const std::string& title, const std::string& typed) {
  for (std::size_t at = 0; at < typed.size();) {
    const std::size_t end = std::min(typed.find(' ', at), typed.size());
    if (title.find(typed.substr(at, end - at)) == std::string::npos) return false;
    at = end + 1;
  }
  return true;
}

std::vector<Suggestion> title_suggestions(const SuggestRequest& request, const Snapshot& snapshot,
                                          Xapian::Database& database) {
  std::vector<Ranked> ranked;
  for (const std::uint32_t document : matching_titles(request.typed, snapshot, database)) {
    ranked.push_back({document, 0});
  }
  const std::size_t read = std::min(ranked.size(), request.limit * kReadForOne);
  std::partial_sort(ranked.begin(), ranked.begin() + static_cast<std::ptrdiff_t>(read),
                    ranked.end(), ResultOrder(Sort::newest, snapshot.columns()));
  const std::string typed = NameTable::normal_form(request.typed);
  std::vector<Suggestion> suggestions;
  for (std::size_t i = 0; i < read && suggestions.size() < request.limit; ++i) {
    const StoredArticle article =
        parse_stored_article(database.get_document(ranked[i].document).get_data());
    std::string title;
    for (const TextRun& run : display_title(article, {}, {}).first) title += run.text;
    const bool again =
        std::ranges::find(suggestions, title, &Suggestion::text) != suggestions.end();
    if (again || !holds_words(NameTable::normal_form(title), typed)) continue;
    suggestions.push_back({title, std::nullopt, article.id, 0, title});
  }
  return suggestions;
}

/// Those that no entity among the suggestions is called already, nor are what was typed.
std::vector<Suggestion> phrase_suggestions(const SuggestRequest& request,
                                           const std::vector<Suggestion>& entities,
                                           const Snapshot& snapshot, Xapian::Database& database) {
  constexpr std::size_t kPhrases = 3;
  const std::string typed = NameTable::normal_form(request.typed);
  std::vector<Suggestion> suggestions;
  for (std::string& phrase : phrases_beginning(request.typed, kPhrases, snapshot, database)) {
    const auto calls = [&phrase](const Suggestion& entity) {
      return NameTable::normal_form(entity.text) == phrase ||
             NameTable::normal_form(entity.matched) == phrase;
    };
    if (phrase == typed || std::ranges::any_of(entities, calls)) continue;
    suggestions.push_back({phrase, std::nullopt, {}, 0, phrase});
  }
  return suggestions;
}

/// As long as there are fewer than `most`.
void append(std::vector<Suggestion>& all, std::vector<Suggestion> more, std::size_t most) {
  for (Suggestion& suggestion : more) {
    if (all.size() < most) all.push_back(std::move(suggestion));
  }
}

}  // namespace

Suggestions suggest(const SuggestRequest& request, const Snapshot& snapshot,
                    Xapian::Database& database) {
  Suggestions result;
  result.index = snapshot.info();
  std::vector<Suggestion>& all = result.suggestions;
  std::vector<Suggestion> titles;
  std::vector<Suggestion> phrases;
  if (request.entities) all = entity_suggestions(request, snapshot);
  if (request.phrases) phrases = phrase_suggestions(request, all, snapshot, database);
  if (request.titles) titles = title_suggestions(request, snapshot, database);
  const std::size_t quarter = request.limit / 4;
  const std::size_t titles_at_least = std::min(titles.size(), quarter);
  const std::size_t reserved = titles_at_least + std::min(phrases.size(), quarter);
  if (all.size() + reserved > request.limit) all.resize(request.limit - reserved);
  append(all, std::move(phrases), request.limit - titles_at_least);
  append(all, std::move(titles), request.limit);
  return result;
}

}  // namespace techpolicy
