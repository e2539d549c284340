// Decides which names of a query surely mean an entity.
#include "indexer/entities/query_names.h"

#include <algorithm>

#include "indexer/entities/name_scan.h"

namespace techpolicy {
namespace {

// In lower case "us", "who" and "it" are words; "gdpr" and "tsmc" can be nothing else.
constexpr std::size_t kLongestDoubtfulAcronym = 3;
constexpr std::size_t kShortestBareTicker = 3;

/// "U.S." has as few letters as "US".
bool is_short_acronym(const NameForm& form) {
  const auto is_lower = [](char c) { return c >= 'a' && c <= 'z'; };
  const auto stops = static_cast<std::size_t>(std::ranges::count(form.written, '.'));
  return form.letter_case == AliasCase::exact &&
         form.written.size() - stops <= kLongestDoubtfulAcronym &&
         std::ranges::none_of(form.written, is_lower);
}

bool is_certain(const NameForm& form, const NamePlace& place) {
  if (form.ambiguity != Ambiguity::distinctive) return false;
  return !is_short_acronym(form) || is_written_as(form, place);
}

/// "meta" also fits the distinctive "META", but typed so it is the ambiguous "Meta".
bool has_closer_ambiguous(const Candidate& candidate, const NameForm& certain,
                          const NamePlace& place) {
  if (certain.letter_case != AliasCase::exact || is_written_as(certain, place)) return false;
  return std::ranges::any_of(candidate.forms, [](const NameForm* form) {
    return form->ambiguity != Ambiguity::distinctive;
  });
}

QueryName read_candidate(const TextAnalysis& query, const MatcherTables& tables,
                         const Candidate& candidate) {
  const NamePlace place{query, tables.vocabulary, candidate.first, candidate.last,
                        candidate.plural};
  for (const NameForm* form : candidate.forms) {
    if (is_certain(*form, place) && !has_closer_ambiguous(candidate, *form, place)) {
      return {form->entity, candidate.first, candidate.last, true};
    }
  }
  return {candidate.forms.front()->entity, candidate.first, candidate.last, false};
}

/// "NVDA" alone, in capitals, and no ordinary word.
std::optional<EntityIndex> bare_ticker(const TextAnalysis& query, const Token& token,
                                       const MatcherTables& tables) {
  if (!token.all_caps || token.end - token.begin < kShortestBareTicker) return std::nullopt;
  if (tables.vocabulary.is_word(token.folded)) return std::nullopt;
  const auto ticker = tables.tickers.find(written_form(query.text, token));
  if (ticker == tables.tickers.end()) return std::nullopt;
  return ticker->second;
}

}  // namespace

std::vector<QueryName> query_names(const TextAnalysis& query, const MatcherTables& tables) {
  const NameScan scan = scan_names(query, tables, fits_in_query);
  std::vector<QueryName> names;
  for (const Candidate& candidate : scan.candidates) {
    names.push_back(read_candidate(query, tables, candidate));
  }
  for (const TickerPlace& ticker : scan.tickers) {
    names.push_back({ticker.entity, ticker.token, ticker.token, true});
  }
  for (std::size_t i = 0; i < query.tokens.size(); ++i) {
    if (scan.cover[i] != Cover::free) continue;
    if (const auto entity = bare_ticker(query, query.tokens[i], tables)) {
      names.push_back({*entity, i, i, true});
    }
  }
  std::ranges::sort(names, {}, &QueryName::first_token);
  return names;
}

}  // namespace techpolicy
