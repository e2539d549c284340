// Ids of articles: their own, and those they are given.
#include "indexer/build/record_identity.h"

#include <gtest/gtest.h>
#include <string>

#include "tests/indexer/build/small_lexicon.h"

namespace techpolicy {
namespace {

Article with_id(std::string id) {
  Article article = article_of("Title", "Text.");
  article.id = std::move(id);
  return article;
}

Article with_url(std::string url, std::string text) {
  Article article = article_of("", std::move(text));
  article.url = std::move(url);
  return article;
}

Article from(std::string origin) {
  Article article = article_of("", "Text.");
  article.origin = std::move(origin);
  return article;
}

struct IdRow {
  std::string id;
  bool usable;
  const char* why;
};

TEST(RecordIdentity, KnowsUsableIds) {
  const IdRow rows[] = {
      {"fr-2019-28341", true, "as most are"},
      {"A.b_c~d-9", true, "every mark that is allowed"},
      {std::string(128, 'x'), true, "the longest"},
      {std::string(129, 'x'), false, "one more"},
      {"", false, "none"},
      {"a/b", false, "a part of a path"},
      {"a b", false, "a space"},
      {"新", false, "bytes that a URL must escape"},
      {".", false, "browsers take it for a folder"},
      {"..", false, "and this"},
      {"...", true, "but not this"},
  };
  for (const IdRow& row : rows) EXPECT_EQ(is_usable_id(row.id), row.usable) << row.why;
}

TEST(RecordIdentity, SlugsAreUsableAndTellTextsApart) {
  EXPECT_TRUE(slug_with_hash("news/2026/a b.txt").starts_with("news-2026-a-b.txt-"));
  for (const std::string text : {"a/b", "新闻", "..", "/", ""}) {
    EXPECT_TRUE(is_usable_id(slug_with_hash(text))) << text;
  }
  EXPECT_TRUE(is_usable_id(slug_with_hash(std::string(5000, 'x'))));
  EXPECT_NE(slug_with_hash("a/b"), slug_with_hash("a b")) << "the same slug, another hash";
  EXPECT_EQ(slug_with_hash("a/b"), slug_with_hash("a/b"));
}

TEST(RecordIdentity, ItsOwnIdComesFirst) {
  IdAssigner ids;
  Article article = with_id("x-1");
  article.url = "https://news.example/1";
  EXPECT_EQ(ids.assign(article), "x-1");
  EXPECT_EQ(ids.assign(with_id("a/b")), slug_with_hash("a/b"));
}

TEST(RecordIdentity, UrlThenUrlAndText) {
  IdAssigner ids;
  const std::string first = ids.assign(with_url("https://law.example/act", "Article 1."));
  const std::string second = ids.assign(with_url("https://law.example/act", "Article 2."));
  EXPECT_NE(first, second) << "many records share the page of a law";
  EXPECT_EQ(ids.assign(with_url("https://law.example/act", "Article 1.")), first);
  EXPECT_EQ(ids.assign(with_url("https://law.example/act", "Article 2.")), second);
  IdAssigner next_run;
  EXPECT_EQ(next_run.assign(with_url("https://law.example/act", "Article 1.")), first)
      << "the next run gives the same";
}

TEST(RecordIdentity, WithoutUrlThePathOrTheText) {
  IdAssigner ids;
  EXPECT_EQ(ids.assign(from("huawei.txt")), "huawei.txt");
  EXPECT_EQ(ids.assign(from("chips/huawei.txt")), slug_with_hash("chips/huawei.txt"));
  EXPECT_EQ(ids.assign(from("news.jsonl:4")), ids.assign(from("news.jsonl:5")))
      << "a line may move within its file";
}

TEST(RecordIdentity, HashIsOfAllButTheOrigin) {
  const Article article = article_of("Title", "Text.");
  const std::string hash = article_hash(article);
  Article moved = article;
  moved.origin = "other.jsonl:9";
  EXPECT_EQ(article_hash(moved), hash);
  struct Change {
    void (*change)(Article&);
    const char* what;
  };
  const Change changes[] = {
      {[](Article& a) { a.id = std::string("x"); }, "id"},
      {[](Article& a) { a.url = "https://x.example/"; }, "url"},
      {[](Article& a) {
         a.title = "TitleText.";
         a.text.clear();
       },
       "parts do not run together"},
      {[](Article& a) { a.text.push_back(' '); }, "text"},
      {[](Article& a) { a.source = std::string("x"); }, "source"},
      {[](Article& a) { a.lang = std::string("fr"); }, "language"},
      {[](Article& a) { a.published = parse_partial_date("2025"); }, "date"},
      {[](Article& a) { a.authors = {"x"}; }, "authors"},
      {[](Article& a) { a.tags = {"x"}; }, "tags are not authors"},
      {[](Article& a) { a.machine_translated = false; }, "known not to be translated"},
  };
  std::string previous = hash;
  for (const Change& row : changes) {
    Article changed = article;
    row.change(changed);
    EXPECT_NE(article_hash(changed), hash) << row.what;
    EXPECT_NE(article_hash(changed), previous) << row.what;
    previous = article_hash(changed);
  }
}

}  // namespace
}  // namespace techpolicy
