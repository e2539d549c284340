#include "searchd/search/companions.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "indexer/schema/terms.h"
#include "searchd/search/entity_directory.h"
#include "searchd/search/matched_articles.h"

namespace techpolicy {
namespace {

constexpr std::array kPositionFields = {Field::title, Field::body};

double lift_of(std::uint64_t both, std::uint64_t one, std::uint64_t other, std::uint64_t all) {
  return static_cast<double>(both) * static_cast<double>(all) /
         (static_cast<double>(one) * static_cast<double>(other));
}

/// 0 where every article names both: nothing can be said then.
double npmi_of(double lift, std::uint64_t both, std::uint64_t all) {
  if (both == all) return 0;
  return std::log(lift) / -std::log(static_cast<double>(both) / static_cast<double>(all));
}

/// In which sentences of an article entities are named.
class SentencePlaces {
 public:
  SentencePlaces(const Snapshot& snapshot, Xapian::Database& database)
      : snapshot_(snapshot), database_(database) {}

  /// Goes to another article.
  void read(std::uint32_t document) {
    document_ = document;
    for (const Field field : kPositionFields)
      starts_[static_cast<std::size_t>(field)] = positions(sentence_term(field));
  }

  /// Numbers of sentences, rising, title before text.
  [[nodiscard]] std::vector<std::size_t> of(const EntityKey& key) {
    std::vector<std::size_t> sentences;
    std::size_t before = 0;
    for (const Field field : kPositionFields) {
      const auto& starts = starts_[static_cast<std::size_t>(field)];
      const std::string term = mention_term(field, key);
      for (const std::uint32_t position : is_in_article(term) ? positions(term) : Positions{}) {
        const auto after = std::upper_bound(starts.begin(), starts.end(), position);
        const std::size_t sentence = before + static_cast<std::size_t>(after - starts.begin());
        if (sentences.empty() || sentences.back() != sentence) sentences.push_back(sentence);
      }
      before += starts.size() + 1;
    }
    return sentences;
  }

 private:
  using Positions = std::vector<std::uint32_t>;

  [[nodiscard]] Positions positions(const std::string& term) {
    return {database_.positionlist_begin(document_, term),
            database_.positionlist_end(document_, term)};
  }
  /// Decoded postings answer sooner than a position list that is not there.
  [[nodiscard]] bool is_in_article(const std::string& term) {
    auto& postings = postings_[term];
    if (!postings) postings = snapshot_.postings().get(database_, term);
    return std::ranges::binary_search(postings->documents, document_);
  }

  const Snapshot& snapshot_;
  Xapian::Database& database_;
  std::uint32_t document_ = 0;
  std::array<Positions, kFieldCount> starts_;
  std::map<std::string, std::shared_ptr<const Postings>> postings_;
};

class CompanionSearch {
 public:
  CompanionSearch(const CompanionsRequest& request, const Snapshot& snapshot,
                  Xapian::Database& database)
      : request_(request),
        snapshot_(snapshot),
        database_(database),
        matched_(request.search, snapshot, database),
        documents_(intersect(matched_.documents(),
                             matched_.filtered().naming(request.entity.type, request.entity.id))) {}

  CompanionsResult run() {
    result_.entity = {request_.entity, snapshot_.label(request_.entity.type, request_.entity.id), 0,
                      0};
    result_.searched = matched_.documents().size();
    result_.articles = documents_.size();
    result_.index = snapshot_.info();
    for (const FacetRow& row : kFacets) {
      if (row.kind == FacetKind::entity && request_.with.value_or(row.facet) == row.facet)
        add_companions(row.facet);
    }
    keep_strongest();
    for (std::size_t i = 0; i < result_.companions.size(); ++i) {
      Companion& companion = result_.companions[i];
      companion.name = snapshot_.label(companion.key.type, companion.key.id);
      together_.push_back(
          intersect(documents_, matched_.filtered().naming(companion.key.type, companion.key.id)));
      add_dates(companion, together_.back());
      for (std::size_t a = 0; a < i; ++a) add_pair(a, i);
    }
    count_sentences();
    return std::move(result_);
  }

 private:
  void add_companions(Facet facet) {
    const auto together = matched_.filtered().count_values(facet, documents_).articles;
    const auto articles = matched_.filtered().count_values(facet, matched_.documents()).articles;
    const std::uint64_t least = request_.measure == CompanionMeasure::count ? 1 : kLeastTogether;
    for (std::uint32_t ordinal = 0; ordinal < together.size(); ++ordinal) {
      if (together[ordinal] < least) continue;
      Companion companion;
      companion.key = {facet, snapshot_.roll_up().value(facet, ordinal)};
      if (companion.key == request_.entity) continue;
      companion.articles = articles[ordinal];
      companion.together = together[ordinal];
      companion.lift =
          lift_of(companion.together, result_.articles, companion.articles, result_.searched);
      companion.npmi = npmi_of(companion.lift, companion.together, result_.searched);
      result_.companions.push_back(std::move(companion));
    }
  }

  /// Of equal ones those of more articles, then by type and id.
  void keep_strongest() {
    const auto strength = [this](const Companion& companion) {
      switch (request_.measure) {
        case CompanionMeasure::npmi:
          return companion.npmi;
        case CompanionMeasure::lift:
          return companion.lift;
        case CompanionMeasure::count:
          break;
      }
      return static_cast<double>(companion.together);
    };
    std::ranges::sort(result_.companions, [&](const Companion& a, const Companion& b) {
      if (strength(a) != strength(b)) return strength(a) > strength(b);
      return a.together != b.together ? a.together > b.together : a.key < b.key;
    });
    if (result_.companions.size() > request_.limit) result_.companions.resize(request_.limit);
  }

  void add_dates(Companion& companion, const DocumentSet& together) const {
    const FacetColumns& columns = snapshot_.columns();
    std::optional<std::uint32_t> first;
    std::optional<std::uint32_t> last;
    for (const std::uint32_t document : together) {
      const DayNumber day = columns.first_day(document);
      if (day == kUndated) continue;
      if (!first || day < columns.first_day(*first)) first = document;
      if (!last || day > columns.first_day(*last)) last = document;
    }
    if (!first) return;
    companion.first_date = columns.date(*first);
    companion.last_date = columns.date(*last);
  }

  void add_pair(std::size_t a, std::size_t b) {
    const std::size_t together = intersect(together_[a], together_[b]).size();
    if (together > 0) result_.pairs.push_back({a, b, together});
  }

  void count_sentences() {
    SentencePlaces places(snapshot_, database_);
    result_.read = std::min(documents_.size(), kArticlesReadForSentences);
    for (std::size_t i = 0; i < result_.read; ++i) {
      const std::uint32_t document = documents_[i * documents_.size() / result_.read];
      std::optional<std::vector<std::size_t>> of_entity;
      for (std::size_t c = 0; c < result_.companions.size(); ++c) {
        if (!std::ranges::binary_search(together_[c], document)) continue;
        if (!of_entity) {
          places.read(document);
          of_entity = places.of(request_.entity);
        }
        std::vector<std::size_t> both;
        std::ranges::set_intersection(*of_entity, places.of(result_.companions[c].key),
                                      std::back_inserter(both));
        result_.companions[c].sentences += both.size();
      }
    }
  }

  const CompanionsRequest& request_;
  const Snapshot& snapshot_;
  Xapian::Database& database_;
  MatchedArticles matched_;
  DocumentSet documents_;              ///< That name the entity.
  std::vector<DocumentSet> together_;  ///< Beside the companions.
  CompanionsResult result_;
};

}  // namespace

const std::vector<std::string_view>& measure_names() {
  static const std::vector<std::string_view> names = {"count", "npmi", "lift"};
  return names;
}

std::optional<CompanionsResult> find_companions(const CompanionsRequest& request,
                                                const Snapshot& snapshot,
                                                Xapian::Database& database) {
  if (!entity_details(request.entity, snapshot)) return std::nullopt;
  return CompanionSearch(request, snapshot, database).run();
}

}  // namespace techpolicy
