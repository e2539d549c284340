#include "indexer/articles/json_record.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <string>
#include <variant>

namespace techpolicy {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

Article article_of(std::string_view json) {
  auto parsed = parse_json_record(json);
  if (const auto* fault = std::get_if<JsonFault>(&parsed)) {
    ADD_FAILURE() << json << ": " << fault->reason << ", " << fault->detail;
    return {};
  }
  return std::get<RecordFields>(std::move(parsed)).article();
}

TEST(JsonRecord, EveryNameOfEachKey) {
  for (const RecordName& row : kRecordNames) {
    const std::string value = row.key == RecordKey::url    ? "https://sample.example/a"
                              : row.key == RecordKey::date ? "2026-04-17"
                              : row.key == RecordKey::lang ? "fr"
                                                           : "true";
    const Article article = article_of("{\"" + std::string(row.name) + "\": \"" + value + "\"}");
    switch (row.key) {
      case RecordKey::id:
        EXPECT_EQ(article.id, value) << row.name;
        break;
      case RecordKey::url:
        EXPECT_EQ(article.url, value) << row.name;
        break;
      case RecordKey::title:
        EXPECT_EQ(article.title, value) << row.name;
        break;
      case RecordKey::text:
        EXPECT_EQ(article.text, value) << row.name;
        break;
      case RecordKey::date:
        EXPECT_EQ(article.published, parse_partial_date(value)) << row.name;
        break;
      case RecordKey::source:
        EXPECT_EQ(article.source, value) << row.name;
        break;
      case RecordKey::author:
        EXPECT_THAT(article.authors, ElementsAre(value)) << row.name;
        break;
      case RecordKey::lang:
        EXPECT_EQ(article.lang, value) << row.name;
        break;
      case RecordKey::tags:
        EXPECT_THAT(article.tags, ElementsAre(value)) << row.name;
        break;
      case RecordKey::machine_translated:
        EXPECT_EQ(article.machine_translated, true) << row.name;
        break;
    }
  }
}

TEST(JsonRecord, Texts) {
  const struct {
    const char* json;
    const char* expected;
    const char* why;
  } cases[] = {
      {R"({"text": "a\nb"})", "a\nb", "as it stands"},
      {R"({"TEXT": "a"})", "a", "names without case"},
      {R"({"text": "", "body": "b"})", "b", "an empty one does not count"},
      {R"({"text": " \n\u200b", "content": "c"})", "c", "nor one that nobody can see"},
      {R"({"text": null, "maintext": "m"})", "m", "nor null"},
      {R"({"body": "b", "text": "t"})", "t", "the order of names, not of the record"},
      {R"({"text": ["one", "two"]})", "one\n\ntwo", "a list of paragraphs"},
      {R"({"text": "first", "text": "last"})", "last", "twice the same key"},
      {R"({"text": "\ud83d\ude00"})", "😀", "surrogate pair"},
      {R"({"text": "a\ud83d b\\ud83d \udc00"})", "a\xEF\xBF\xBD b\\ud83d \xEF\xBF\xBD",
       "halves of one; an escaped backslash is none"},
      {R"({"meta": {"text": "inner"}, "text": "outer"})", "outer",
       "keys inside others do not count"},
      {R"({"text": {"name": "n", "html": "h"}})", "n", "only the name of an object"},
      {"  {\"text\": \"a\"}  ", "a", "spaces around"},
  };
  for (const auto& c : cases) EXPECT_EQ(article_of(c.json).text, c.expected) << c.why;
}

TEST(JsonRecord, IdTitleUrlSource) {
  EXPECT_EQ(article_of(R"({"id": 12})").id, "12");
  EXPECT_EQ(article_of(R"({"id": 123456789012345678901234})").id, "123456789012345678901234");
  EXPECT_EQ(article_of(R"({"title": " Two\n  lines\t"})").title, "Two lines");
  EXPECT_EQ(article_of(R"({"title": "a\u0000b\u0007"})").title, "ab") << "control characters";
  EXPECT_EQ(article_of(R"({"url": "javascript:x", "link": "https://a.example/"})").url,
            "https://a.example/");
  EXPECT_EQ(article_of(R"({"source": "Sample Wire", "url": "https://a.example/"})").source,
            "Sample Wire");
  EXPECT_EQ(article_of(R"({"source": {"id": 3, "name": "Sample Wire"}})").source, "Sample Wire");
  EXPECT_EQ(article_of(R"({"url": "https://www.a.example/"})").source, "a.example");
  EXPECT_EQ(article_of(R"({"domain": "www.a.example"})").source, "a.example");
  EXPECT_EQ(article_of(R"({"site": "https://www.a.example/feed"})").source, "a.example");
}

TEST(JsonRecord, Dates) {
  const auto iso = [](std::string_view json) {
    const auto date = article_of(json).published;
    return date ? date->iso() : "";
  };
  EXPECT_EQ(iso(R"({"date": "2026-04"})"), "2026-04");
  EXPECT_EQ(iso(R"({"date": 1776384000})"), "2026-04-17");
  EXPECT_EQ(iso(R"({"date": 1776384000.25})"), "2026-04-17");
  EXPECT_EQ(iso(R"({"date": "soon", "published_at": "2026-04-17"})"), "2026-04-17");
  EXPECT_EQ(iso(R"({"date": "soon", "url": "https://a.example/2026/04/17/b"})"), "2026-04-17");
  EXPECT_EQ(iso(R"({"date": "2025-01-01", "url": "https://a.example/2026/04/17/b"})"),
            "2025-01-01");
  EXPECT_EQ(iso(R"({"url": "https://a.example/b?day=2026-04-17"})"), "") << "a query is no path";
}

TEST(JsonRecord, AuthorsAndTags) {
  EXPECT_THAT(article_of(R"({"author": "By Jane Roe"})").authors, ElementsAre("Jane Roe"));
  EXPECT_THAT(article_of(R"({"byline": "Jane Roe; John Doe"})").authors,
              ElementsAre("Jane Roe", "John Doe"));
  EXPECT_THAT(article_of(R"({"authors": ["Jane Roe", "John Doe", "Jane Roe", ""]})").authors,
              ElementsAre("Jane Roe", "John Doe"));
  EXPECT_THAT(
      article_of(R"({"authors": [{"name": "Jane Roe", "org": {"name": "X"}}, {"name": "J. Doe"}]})")
          .authors,
      ElementsAre("Jane Roe", "J. Doe"))
      << "the name of the author's employer is no author";
  EXPECT_THAT(article_of(R"({"author": {"role": "editor", "name": "Jane Roe"}})").authors,
              ElementsAre("Jane Roe"));
  EXPECT_THAT(article_of(R"({"authors": [["Jane Roe"]]})").authors, IsEmpty());
  EXPECT_THAT(article_of(R"({"author": "https://a.example/jane"})").authors, IsEmpty());
  EXPECT_THAT(article_of(R"({"tags": ["a, b", "c"]})").tags, ElementsAre("a, b", "c"));
  EXPECT_THAT(article_of(R"({"tags": "a, b"})").tags, ElementsAre("a", "b"));
}

TEST(JsonRecord, MachineTranslated) {
  EXPECT_EQ(article_of(R"({"machine_translated": true})").machine_translated, true);
  EXPECT_EQ(article_of(R"({"machine_translated": false})").machine_translated, false);
  EXPECT_EQ(article_of(R"({"machine_translated": "maybe"})").machine_translated, std::nullopt);
  EXPECT_EQ(article_of(R"({"text": "a"})").machine_translated, std::nullopt);
}

TEST(JsonRecord, Faults) {
  const struct {
    std::string json;
    const char* reason;
    bool unfinished;
    const char* why;
  } cases[] = {
      {"{\"text\": \"a", "invalid-json", true, "cut off in a string"},
      {"{\"text\": \"a\"", "invalid-json", true, "cut off in the object"},
      {"{", "invalid-json", true, "an object over several lines"},
      {"{\"text\": \"a\"} x", "invalid-json", false, "something behind"},
      {"{'text': 'a'}", "invalid-json", false, "not JSON"},
      {"{\"n\": NaN}", "invalid-json", false, "not JSON"},
      {"{\"n\": 1e999}", "invalid-json", false, "a number out of range"},
      {"{\"text\": \"\xE9\"}", "invalid-utf8", false, "Latin-1"},
      {"[{\"text\": \"a\"}]", "json-array", false, "a list of records"},
      {"[{\"text\": \"a\"},", "json-array", true, "a list over several lines"},
      {"\"text\"", "not-an-object", false, "a string"},
      {"12", "not-an-object", false, "a number"},
      {"", "invalid-json", true, "nothing"},
      {std::string("\0", 1), "invalid-json", false, "a NUL byte"},
      {std::string(1'000'000, '['), "json-array", false, "nested too deep"},
      {"{\"text\": " + std::string(1'000'000, '['), "invalid-json", false,
       "nested too deep inside"},
  };
  for (const auto& c : cases) {
    const auto parsed = parse_json_record(c.json);
    const auto* fault = std::get_if<JsonFault>(&parsed);
    ASSERT_NE(fault, nullptr) << c.why;
    EXPECT_EQ(fault->reason, c.reason) << c.why;
    EXPECT_EQ(fault->unfinished, c.unfinished) << c.why;
    EXPECT_FALSE(fault->detail.empty()) << c.why;
    EXPECT_LT(fault->detail.size(), 300U) << c.why;
    EXPECT_EQ(fault->detail.find("line 1"), std::string::npos) << "the record's own line";
  }
}

TEST(JsonRecord, DepthThatRealRecordsHaveIsRead) {
  const std::string nested = std::string(60, '[') + std::string(60, ']');
  EXPECT_EQ(article_of("{\"x\": " + nested + ", \"text\": \"a\"}").text, "a");
}

}  // namespace
}  // namespace techpolicy
