// Every kind of term, slot and stored byte of a small article, each as a row.
#include "indexer/build/document.h"

#include <algorithm>
#include <gtest/gtest.h>
#include <string>
#include <vector>

#include "indexer/schema/slots.h"
#include "indexer/schema/terms.h"
#include "tests/indexer/build/small_lexicon.h"

namespace techpolicy {
namespace {

const DocumentIdentity kIdentity{"a-1", "hash", 7, 1'700'000'000};

Xapian::Document document_of(Article article) {
  const auto lexicon = small_lexicon();
  const auto analyzed = analyze_article(std::move(article), *lexicon);
  Stemmer stemmer;
  return build_document(*analyzed, lexicon->gazetteer(), kIdentity, stemmer);
}

/// "2 @ 1 5": wdf and positions; "2" without positions; "absent".
std::string places(const Xapian::Document& document, const std::string& term) {
  Xapian::TermIterator found = document.termlist_begin();
  found.skip_to(term);
  if (found == document.termlist_end() || *found != term) return "absent";
  std::string text = std::to_string(found.get_wdf());
  if (found.positionlist_count() > 0) text += " @";
  for (auto at = found.positionlist_begin(); at != found.positionlist_end(); ++at) {
    text += ' ' + std::to_string(*at);
  }
  return text;
}

std::string value(const Xapian::Document& document, Slot slot) {
  return document.get_value(static_cast<Xapian::valueno>(slot));
}

struct TermRow {
  std::string term;
  std::string places;
  const char* why;
};

void expect_terms(const Xapian::Document& document, const std::vector<TermRow>& rows) {
  for (const TermRow& row : rows) EXPECT_EQ(places(document, row.term), row.places) << row.why;
}

const EntityKey kNvidia{Facet::company, "nvidia"};
const EntityKey kHuang{Facet::person, "jensen-huang"};

// Body positions: Jensen 1 Huang 2 of 3 Nvidia 4 opens 5 a 6 start 7 up 8, Cafés 9 open 10, and,
// after the gap of 200 at a paragraph, Nvidia 211 opens 212.
const char* const kText = "Jensen Huang of Nvidia opens a start-up. Cafés open.\n\nNvidia opens.";

TEST(Document, HasTheTermsOfTitleAndBody) {
  const Xapian::Document document = document_of(article_of("Nvidia opens", kText));
  expect_terms(
      document,
      {
          {exact_term(Field::body, "nvidia"), "2 @ 4 211", "a folded word at each of its places"},
          {exact_term(Field::title, "nvidia"), "1 @ 1", "positions of a field begin again"},
          {exact_term(Field::body, "cafes"), "1 @ 9", "accents fold"},
          {exact_term(Field::body, "startup"), "1 @ 7 8",
           "joined form at all tokens, counted once"},
          {exact_term(Field::body, "start"), "1 @ 7", "and its parts"},
          {stem_term(Field::body, "en", "open"), "3", "opens, open, opens: no positions"},
          {stem_term(Field::body, "en", "startup"), "1", "of joined forms too"},
          {stem_term(Field::title, "en", "open"), "1", "stems of the title"},
          {case_term(Field::body, "Nvidia"), "2 @ 4 211", "the written form"},
          {case_term(Field::body, "Cafés"), "1 @ 9", "with its accents"},
          {case_term(Field::body, "opens"), "absent", "written as it folds"},
          {sentence_term(Field::body), "0 @ 1 9 211", "where sentences start; not counted"},
          {sentence_term(Field::title), "0 @ 1", "also in the title"},
          {paragraph_term(), "0 @ 1 211", "where paragraphs start"},
      });
}

TEST(Document, HasTheTermsOfMentionsAndFacets) {
  Article article = article_of("Nvidia opens", kText);
  article.source = "The Daily Wire 日报";
  article.published = parse_partial_date("2025-03");
  expect_terms(
      document_of(std::move(article)),
      {
          {mention_term(Field::body, kNvidia), "2 @ 4 211", "counted by mention"},
          {mention_end_term(Field::body, kNvidia), "0 @ 4 211", "a name of one word ends there"},
          {mention_term(Field::body, kHuang), "1 @ 1", "at its first word"},
          {mention_end_term(Field::body, kHuang), "0 @ 2", "at its last word"},
          {mention_term(Field::title, kNvidia), "1 @ 1", "in the title"},
          {mention_term(Field::title, kHuang), "absent", "only where it stands"},
          {facet_term(Facet::company, "nvidia"), "0", "not counted"},
          {facet_term(Facet::person, "jensen-huang"), "0", "each type its facet"},
          {facet_term(Facet::source, "the-daily-wire-日报"), "0", "slug of the name, any script"},
          {facet_term(Facet::lang, "en"), "0", "as declared"},
          {facet_term(Facet::year, "2025"), "0", "of the date"},
          {id_term("a-1"), "0", "to find it by"},
      });
}

TEST(Document, HasTheTermsOfTheLead) {
  const Xapian::Document document = document_of(article_of("Nvidia opens", kText));
  expect_terms(document,
               {
                   {exact_term(Field::lead, "nvidia"), "1", "the second is outside; no positions"},
                   {exact_term(Field::lead, "startup"), "1", "joined forms within it"},
                   {stem_term(Field::lead, "en", "open"), "2", "opens, open"},
                   {sentence_term(Field::lead), "absent", "no markers of its own"},
               });
  const FieldLengths lengths = unpack_lengths(value(document, Slot::lengths));
  EXPECT_EQ(lengths.tokens[static_cast<std::size_t>(Field::title)], 2U);
  EXPECT_EQ(lengths.tokens[static_cast<std::size_t>(Field::lead)], 10U);
  EXPECT_EQ(lengths.tokens[static_cast<std::size_t>(Field::body)], 12U);
  EXPECT_EQ(lengths.lead_end, 11U) << "the position after its last token";
}

TEST(Document, HasAGluedWordWholeAndInParts) {
  expect_terms(document_of(article_of("", "The chips of Nvidiaplanned here.")),
               {
                   {exact_term(Field::body, "nvidia"), "1 @ 4", "the name"},
                   {exact_term(Field::body, "planned"), "1 @ 5", "the word glued to it"},
                   {exact_term(Field::body, "nvidiaplanned"), "1 @ 4 5", "what stands there"},
                   {mention_term(Field::body, kNvidia), "1 @ 4", "the entity"},
               });
}

TEST(Document, AnAliasInAnotherScriptIsTheSameEntity) {
  expect_terms(document_of(article_of("", "英伟达 said so.")),
               {
                   {mention_term(Field::body, kNvidia), "1 @ 1", "three code points from 1"},
                   {mention_end_term(Field::body, kNvidia), "0 @ 3", "to 3"},
               });
}

TEST(Document, LeavesOutWhatTheArticleDoesNotHave) {
  const Xapian::Document document = document_of(article_of("", "Nothing."));
  expect_terms(document, {{sentence_term(Field::title), "absent", "no title, no title terms"}});
  EXPECT_EQ(value(document, Slot::date), "");
  EXPECT_EQ(document.get_value(facet_slot(Facet::company)), "");
  EXPECT_EQ(document.get_value(facet_slot(Facet::source)), "");
}

TEST(Document, DropsWordsTooLongForATerm) {
  const std::string longest(kMaxWordBytes, 'x');
  expect_terms(document_of(article_of("", "An " + longest + " and " + longest + "y.")),
               {
                   {exact_term(Field::body, longest), "1 @ 2", "just fits"},
                   {exact_term(Field::body, longest + "y"), "absent", "one byte more"},
               });
}

TEST(Document, HasWordsOfAuthorsAndUrl) {
  Article article = article_of("", "Text.");
  article.authors = {"Zoë Doe", "Doe"};
  article.url = "https://news.example/chips-act";
  expect_terms(document_of(std::move(article)), {
                                                    {author_term("zoe"), "1", "folded"},
                                                    {author_term("doe"), "2", "of two authors"},
                                                    {url_term("chips"), "1", "of the path"},
                                                    {url_term("example"), "1", "of the host"},
                                                });
}

TEST(Document, KeepsTheWholeArticle) {
  Article article = article_of("Nvidia opens", kText);
  article.url = "https://news.example/1";
  article.authors = {"Zoë Doe"};
  article.tags = {"chips"};
  article.machine_translated = true;
  article.published = parse_partial_date("2025-03-09");
  const Xapian::Document document = document_of(article);
  EXPECT_EQ(value(document, Slot::id), "a-1");
  EXPECT_EQ(value(document, Slot::date), pack_date(*article.published));
  EXPECT_EQ(unpack_number(value(document, Slot::sequence)), 7U);
  EXPECT_EQ(unpack_number(value(document, Slot::added)), 1'700'000'000U);

  const StoredArticle stored = parse_stored_article(document.get_data());
  EXPECT_EQ(stored.id, "a-1");
  EXPECT_EQ(stored.content_hash, "hash");
  EXPECT_EQ(stored.sequence, 7U);
  EXPECT_EQ(stored.title.text, article.title);
  EXPECT_EQ(stored.body.text, article.text);
  EXPECT_EQ(stored.published, article.published);
  EXPECT_EQ(stored.authors, article.authors);
  EXPECT_EQ(stored.tags, article.tags);
  EXPECT_EQ(stored.machine_translated, true);
  EXPECT_EQ(stored.origin, "news.jsonl:1");
  ASSERT_EQ(stored.body.mentions.size(), 3U);
  EXPECT_EQ(stored.body.mentions.front(), (StoredMention{kHuang, 0, 12}));
  ASSERT_EQ(stored.body.tokens.size(), 12U);
  EXPECT_EQ(stored.body.tokens[3], (TokenPlace{4, 16, 22}));
  EXPECT_EQ(stored.body.sentences, (std::vector<std::uint32_t>{1, 9, 211}));
  EXPECT_EQ(stored.paragraphs.size(), 2U);
}

TEST(Document, TermsAreTheSameWheneverBuilt) {
  const Article article = article_of("Nvidia opens", kText);
  const Xapian::Document first = document_of(article);
  const Xapian::Document second = document_of(article);
  EXPECT_EQ(first.serialise(), second.serialise());
}

}  // namespace
}  // namespace techpolicy
