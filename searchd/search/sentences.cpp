#include "searchd/search/sentences.h"

#include <algorithm>
#include <charconv>

#include "searchd/search/marked_text.h"
#include "searchd/search/match_places.h"
#include "searchd/search/matched_articles.h"
#include "searchd/search/resolve_value.h"
#include "searchd/search/result_order.h"

namespace techpolicy {
namespace {

constexpr char kSeparator = '~';

/// Behind a number of sentences of an article.
struct Place {
  std::size_t sentences = 0;
  Ranked article;
};

Place read_place(const std::string& cursor, Sort sort, Xapian::Database& database) {
  Place place;
  const std::size_t end = std::min(cursor.find(kSeparator), cursor.size());
  const auto parsed = std::from_chars(cursor.data(), cursor.data() + end, place.sentences);
  const bool number = parsed.ec == std::errc() && parsed.ptr == cursor.data() + end;
  // What is no number is no cursor either, which the reader of the rest says.
  place.article =
      read_cursor(number ? cursor.substr(std::min(end + 1, cursor.size())) : "", sort, database);
  return place;
}

std::string make_place(const Place& place, Sort sort, const std::string& id) {
  return std::to_string(place.sentences) + kSeparator + make_cursor(sort, place.article, id);
}

bool names_all(const StoredText& text, const ByteRange& range,
               const std::vector<EntityKey>& entities) {
  return std::ranges::all_of(entities, [&](const EntityKey& entity) {
    return std::ranges::any_of(text.mentions, [&](const StoredMention& mention) {
      return mention.entity == entity && mention.begin >= range.begin && mention.begin < range.end;
    });
  });
}

std::vector<ByteRange> mentions_of(const StoredText& text, const std::vector<EntityKey>& entities) {
  std::vector<ByteRange> ranges;
  for (const StoredMention& mention : text.mentions) {
    if (std::ranges::find(entities, mention.entity) != entities.end())
      ranges.push_back({mention.begin, mention.end});
  }
  return merge_overlapping(std::move(ranges));
}

bool any_within(const std::vector<ByteRange>& matches, const ByteRange& range) {
  return std::ranges::any_of(matches, [&](const ByteRange& match) {
    return match.begin >= range.begin && match.begin < range.end;
  });
}

Hit article_of(const StoredArticle& article, const std::vector<ByteRange>& in_title,
               const std::vector<ByteRange>& in_body) {
  Hit hit;
  hit.id = article.id;
  hit.original_url = article.url;
  std::tie(hit.title, hit.title_derived) = display_title(article, in_title, in_body);
  hit.published = article.published;
  hit.source = {article.source_id, article.source_name};
  hit.lang = article.lang;
  hit.machine_translated = article.machine_translated;
  hit.sequence = article.sequence;
  return hit;
}

bool marks_anything(const Clause& clause) {
  switch (clause.kind) {
    case ClauseKind::word:
    case ClauseKind::forms:
    case ClauseKind::cased:
    case ClauseKind::phrase:
    case ClauseKind::sequence:
    case ClauseKind::entity:
    case ClauseKind::proximity:
      return true;
    case ClauseKind::negation:
      return false;
    default:
      return std::ranges::any_of(clause.children, marks_anything);
  }
}

}  // namespace

std::vector<SentenceHit> sentences_of_article(const StoredArticle& article, const Clause& clause,
                                              const std::vector<EntityKey>& entities) {
  const bool by_words = marks_anything(clause);
  const auto places = [&](const StoredText& text, Field field) {
    return by_words ? match_places(clause, text, field, article.lang) : mentions_of(text, entities);
  };
  const std::vector<ByteRange> in_title = places(article.title, Field::title);
  const std::vector<ByteRange> in_body = places(article.body, Field::body);
  std::vector<SentenceHit> sentences;
  const auto add = [&](const StoredText& text, const ByteRange& range,
                       const std::vector<ByteRange>& matches) {
    if (!any_within(matches, range) || !names_all(text, range, entities)) return;
    MarkedText marked = mark_text(text, range.begin, range.end, matches, true);
    if (std::ranges::none_of(marked, &TextRun::match)) return;  // only invisible characters
    sentences.push_back({{}, &text == &article.title, std::move(marked)});
  };
  for (const ByteRange& range : sentences_of(article.title)) add(article.title, range, in_title);
  for (const ByteRange& range : sentences_of(article.body)) add(article.body, range, in_body);
  if (sentences.empty()) return sentences;
  const Hit hit = article_of(article, in_title, in_body);
  for (SentenceHit& sentence : sentences) sentence.article = hit;
  return sentences;
}

std::vector<EntityKey> known_entities(std::vector<EntityKey> typed, const Snapshot& snapshot) {
  for (EntityKey& entity : typed) {
    entity.id = resolve_facet_value(snapshot, entity.type, entity.id, "entity");
  }
  return typed;
}

void check_markable(const Clause& clause, const std::vector<EntityKey>& entities) {
  if (!entities.empty() || marks_anything(clause)) return;
  throw BadRequest({{"q",
                     "required",
                     "Give a word, phrase or name that sentences shall have, or an entity.",
                     {},
                     {},
                     ""}});
}

SentencesResult find_sentences(const SentencesRequest& request, const Snapshot& snapshot,
                               Xapian::Database& database) {
  MatchedArticles matched(request.search, snapshot, database);
  const Clause& clause = matched.query().clause;
  const std::vector<EntityKey> entities = known_entities(request.entities, snapshot);
  check_markable(clause, entities);
  const DocumentSet documents = matched.naming_all(entities);
  SentencesResult result;
  result.request = request.search;
  const Sort sort = matched.sort(request.search);
  result.request.sort = sort;
  result.articles = documents.size();
  result.index = snapshot.info();
  std::vector<Ranked> ranked = matched.ranked(documents, sort);
  const ResultOrder before(sort, snapshot.columns());
  Place place;
  if (!request.search.cursor.empty()) {
    place = read_place(request.search.cursor, sort, database);
    std::erase_if(ranked, [&](const Ranked& one) { return before(one, place.article); });
  }
  const std::size_t end = std::min(ranked.size(), kArticlesOfPage);
  std::partial_sort(ranked.begin(), ranked.begin() + static_cast<std::ptrdiff_t>(end), ranked.end(),
                    before);
  for (std::size_t i = 0; i < end; ++i) {
    const StoredArticle article =
        parse_stored_article(database.get_document(ranked[i].document).get_data());
    std::vector<SentenceHit> sentences = sentences_of_article(article, clause, entities);
    const bool begun = ranked[i].document == place.article.document;
    const std::size_t from = begun ? std::min(place.sentences, sentences.size()) : 0;
    const std::size_t free = request.search.per_page - result.sentences.size();
    const std::size_t taken = std::min(free, sentences.size() - from);
    std::move(sentences.begin() + static_cast<std::ptrdiff_t>(from),
              sentences.begin() + static_cast<std::ptrdiff_t>(from + taken),
              std::back_inserter(result.sentences));
    const bool more = from + taken < sentences.size() || i + 1 < ranked.size();
    const bool full = result.sentences.size() == request.search.per_page || i + 1 == end;
    if (!full) continue;
    if (more) result.next_cursor = make_place({from + taken, ranked[i]}, sort, article.id);
    break;
  }
  return result;
}

}  // namespace techpolicy
