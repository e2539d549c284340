// The matcher: candidates of both texts, then two passes over them, so that what the first accepts
// can support ambiguous names anywhere in the article.
#include "indexer/entities/entity_matcher.h"

#include <algorithm>
#include <optional>

#include "indexer/entities/evidence.h"
#include "indexer/entities/longer_names.h"
#include "indexer/entities/maker_names.h"
#include "indexer/entities/matcher_tables.h"
#include "indexer/entities/name_scan.h"
#include "indexer/entities/query_names.h"
#include "indexer/entities/surnames.h"

namespace techpolicy {

struct EntityMatcher::Tables {
  MatcherTables value;
};

namespace {

constexpr double kSurnameConfidence = 0.8;
constexpr double kTickerConfidence = 0.95;
constexpr std::size_t kTokensToTicker = 5;
constexpr double kBarelyAccepted = 0.5;
constexpr double kMostOfAmbiguous = 0.95;
constexpr double kConfidencePerMargin = 0.15;

struct Reading {
  EntityIndex entity = 0;
  Ambiguity ambiguity = Ambiguity::distinctive;
  bool demonym = false;
  Judgement judgement;
};

/// One text of the article while it is being read.
struct TextReading {
  TextReading(const TextAnalysis& analysis, const MatcherTables& matcher_tables)
      : text(analysis),
        tables(matcher_tables),
        scan(scan_names(analysis, matcher_tables, fits_in_text)) {
    settle_longer_names(analysis, matcher_tables, scan);
    readings.resize(scan.candidates.size());
  }

  [[nodiscard]] CandidateView view(std::size_t i) const {
    return {tables, text, scan, scan.candidates[i]};
  }

  const TextAnalysis& text;
  const MatcherTables& tables;
  NameScan scan;
  std::vector<std::optional<Reading>> readings;  ///< By candidate.
};

double confidence_of(const Reading& reading) {
  if (reading.ambiguity == Ambiguity::distinctive) return 1;
  return std::min(kMostOfAmbiguous,
                  kBarelyAccepted + kConfidencePerMargin * reading.judgement.margin);
}

/// The entity whose name has the most evidence above what it needs; the first of equals.
std::optional<Reading> best_reading(const CandidateView& view, const ArticleSupport& support) {
  std::optional<Reading> best;
  for (const NameForm* form : view.candidate.forms) {
    Judgement judgement = judge(view, *form, support);
    if (!judgement.accepted) continue;
    if (best && judgement.margin <= best->judgement.margin) continue;
    best = Reading{form->entity, form->ambiguity, form->demonym, std::move(judgement)};
  }
  return best;
}

bool is_distinctive(const Candidate& candidate) {
  const NameForm& form = *candidate.forms.front();
  return candidate.forms.size() == 1 && form.ambiguity == Ambiguity::distinctive && !form.demonym;
}

void accept_certain(const TextReading& reading, ArticleSupport& support) {
  for (const TickerPlace& ticker : reading.scan.tickers) support.accept(ticker.entity);
  for (const Candidate& candidate : reading.scan.candidates) {
    if (is_distinctive(candidate)) support.accept(candidate.forms.front()->entity);
  }
}

/// First pass: only certain names support others.
void read_first(TextReading& reading, const ArticleSupport& certain) {
  for (std::size_t i = 0; i < reading.readings.size(); ++i) {
    reading.readings[i] = best_reading(reading.view(i), certain);
  }
}

void accept_first(const TextReading& reading, ArticleSupport& support) {
  for (std::size_t i = 0; i < reading.readings.size(); ++i) {
    if (!reading.readings[i] || is_distinctive(reading.scan.candidates[i])) continue;
    support.accept(reading.readings[i]->entity);
  }
}

/// Second pass: what the first accepted elsewhere supports too, but nothing supports itself.
void read_again(TextReading& reading, ArticleSupport& support) {
  for (std::size_t i = 0; i < reading.readings.size(); ++i) {
    if (is_distinctive(reading.scan.candidates[i])) continue;
    const std::optional<EntityIndex> own =
        reading.readings[i] ? std::optional(reading.readings[i]->entity) : std::nullopt;
    if (own) support.withdraw(*own);
    reading.readings[i] = best_reading(reading.view(i), support);
    if (own) support.accept(*own);
  }
}

Mention mention_at(const TextAnalysis& text, std::size_t first, std::size_t last,
                   EntityIndex entity) {
  Mention mention;
  mention.entity = entity;
  mention.first_token = first;
  mention.last_token = last;
  mention.begin = text.tokens[first].begin;
  mention.end = text.tokens[last].end;
  return mention;
}

/// The maker in front of a product, taken off the product's mention.
std::optional<Mention> take_maker(const TextReading& reading, std::size_t i, Mention& product) {
  const auto split = maker_in_front(reading.tables, reading.scan, reading.scan.candidates[i],
                                    reading.readings[i]->entity);
  if (!split) return std::nullopt;
  Mention maker = mention_at(reading.text, product.first_token, split->last, split->maker);
  maker.evidence = {{"in front of its product", 2.0}};
  product.first_token = split->last + 1;
  product.begin = reading.text.tokens[product.first_token].begin;
  return maker;
}

Mention named_mention(const TextReading& reading, std::size_t i) {
  const CandidateView view = reading.view(i);
  const Reading& accepted = *reading.readings[i];
  const Facet type = reading.tables.gazetteer.entities()[accepted.entity].key.type;
  const std::size_t last = type == Facet::company ? last_with_suffix(view) : view.candidate.last;
  Mention mention = mention_at(reading.text, view.candidate.first, last, accepted.entity);
  mention.confidence = confidence_of(accepted);
  mention.evidence = accepted.judgement.evidence;
  return mention;
}

/// "Nvidia <NVDA.O>", "Alphabet's Google <GOOGL.O>": the code says again who was named just before.
bool restates_name(const TextReading& reading, const TickerPlace& ticker,
                   const std::vector<Mention>& names) {
  const std::vector<EntityIndex>& related = reading.tables.traits[ticker.entity].related;
  const auto next = std::ranges::lower_bound(names, ticker.token, {}, &Mention::first_token);
  for (auto name = next; name != names.begin();) {
    --name;
    if (name->last_token + kTokensToTicker < ticker.token) return false;
    if (name->entity == ticker.entity || std::ranges::binary_search(related, name->entity)) {
      return true;
    }
  }
  return false;
}

std::vector<Mention> ticker_mentions(const TextReading& reading,
                                     const std::vector<Mention>& names) {
  std::vector<Mention> mentions;
  for (const TickerPlace& ticker : reading.scan.tickers) {
    if (restates_name(reading, ticker, names)) continue;
    Mention mention = mention_at(reading.text, ticker.token, ticker.token, ticker.entity);
    mention.confidence = kTickerConfidence;
    mention.evidence = {{"ticker", 3.0}};
    mentions.push_back(std::move(mention));
  }
  return mentions;
}

std::vector<Mention> mentions_of(const TextReading& reading, const Surnames& surnames) {
  std::vector<Mention> mentions;
  for (std::size_t i = 0; i < reading.readings.size(); ++i) {
    if (!reading.readings[i]) continue;
    Mention mention = named_mention(reading, i);
    if (auto maker = take_maker(reading, i, mention)) mentions.push_back(std::move(*maker));
    mentions.push_back(std::move(mention));
  }
  std::ranges::move(ticker_mentions(reading, mentions), std::back_inserter(mentions));
  for (const SurnamePlace& surname : surnames.find(reading.text, reading.scan)) {
    Mention mention = mention_at(reading.text, surname.token, surname.token, surname.entity);
    mention.confidence = kSurnameConfidence;
    mention.evidence = {{"surname of a person named in the article", 1.0}};
    mentions.push_back(std::move(mention));
  }
  std::ranges::sort(mentions, {}, &Mention::begin);
  return mentions;
}

void add_people(const TextReading& reading, Surnames& surnames) {
  for (const std::optional<Reading>& accepted : reading.readings) {
    if (accepted) surnames.add(accepted->entity);
  }
}

}  // namespace

EntityMatcher::EntityMatcher(std::shared_ptr<const Gazetteer> gazetteer,
                             std::shared_ptr<const Vocabulary> vocabulary)
    : gazetteer_(std::move(gazetteer)),
      vocabulary_(std::move(vocabulary)),
      tables_(new Tables{MatcherTables(*gazetteer_, *vocabulary_)}) {}

EntityMatcher::~EntityMatcher() = default;

ArticleMentions EntityMatcher::find_mentions(const TextAnalysis& title,
                                             const TextAnalysis& body) const {
  const MatcherTables& tables = tables_->value;
  TextReading title_reading(title, tables);
  TextReading body_reading(body, tables);
  ArticleSupport support(tables, title_reading.scan, body_reading.scan);
  for (const TextReading* reading : {&title_reading, &body_reading}) {
    accept_certain(*reading, support);
  }
  for (TextReading* reading : {&title_reading, &body_reading}) read_first(*reading, support);
  for (const TextReading* reading : {&title_reading, &body_reading}) {
    accept_first(*reading, support);
  }
  for (TextReading* reading : {&title_reading, &body_reading}) read_again(*reading, support);
  Surnames surnames(tables);
  add_people(title_reading, surnames);
  add_people(body_reading, surnames);
  return {mentions_of(title_reading, surnames), mentions_of(body_reading, surnames), {}};
}

std::vector<QueryName> EntityMatcher::find_query_names(const TextAnalysis& query) const {
  return query_names(query, tables_->value);
}

}  // namespace techpolicy
