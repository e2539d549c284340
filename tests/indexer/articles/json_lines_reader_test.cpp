// Reading JSON Lines through files: lines, limits, gzip and damage.
#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <random>
#include <string>
#include <sys/resource.h>
#include <zlib.h>

#include "tests/indexer/articles/temporary_folder.h"

namespace techpolicy {
namespace {

std::string record(const std::string& id) {
  return "{\"id\": \"" + id + "\", \"text\": \"word\"}\n";
}

std::string gzip(const std::string& bytes) {
  z_stream stream{};
  deflateInit2(&stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY);
  std::string packed(deflateBound(&stream, bytes.size()), '\0');
  std::string input = bytes;
  stream.next_in = reinterpret_cast<Bytef*>(input.data());
  stream.avail_in = static_cast<uInt>(input.size());
  stream.next_out = reinterpret_cast<Bytef*>(packed.data());
  stream.avail_out = static_cast<uInt>(packed.size());
  deflate(&stream, Z_FINISH);
  packed.resize(stream.total_out);
  deflateEnd(&stream);
  return packed;
}

/// "id id ... | reason:line reason:line ..."
std::string summary(const ReadResult& result) {
  std::string text;
  for (const Article& article : result.articles) text += article.id + ' ';
  text += '|';
  for (const RejectedRecord& rejected : result.rejected) {
    text += ' ' + rejected.reason + ':' + std::to_string(rejected.line);
  }
  return text;
}

TEST(JsonLinesReader, OneBadLineCostsOneArticle) {
  const std::string a = record("a");
  const std::string b = record("b");
  const struct {
    std::string bytes;
    const char* expected;
    const char* why;
  } cases[] = {
      {a + b, "a b |", "two records"},
      {a + "{\"id\": \"b\", \"text\": \"x\"}", "a b |", "no line end at the end"},
      {"\xEF\xBB\xBF" + a, "a |", "byte order mark"},
      {"\n\n" + a + "  \r\n" + b, "a b |", "blank lines"},
      {a + "{bad}\n" + b, "a b | invalid-json:2", "invalid JSON"},
      {a + "{\"text\": \"\xE9\"}\n" + b, "a b | invalid-utf8:2", "invalid UTF-8"},
      {a + "{\"title\": \"no text\"}\n" + b, "a b | no-text:2", "no text"},
      {a + "{\"text\": \" \\u00a0\\u200b\"}\n" + b, "a b | no-text:2", "nothing to see"},
      {a + "[1, 2]\n" + b, "a b | json-array:2", "a list on one line"},
      {a + std::string(3, '\0') + "\n" + b, "a b | invalid-json:2", "NUL bytes"},
      {"{\"id\": \"cut\", \"text\": \"wo\n" + b, "b | invalid-json:1", "the first line is cut off"},
      {"[" + a + "," + b + "]", "| json-array:1", "an array instead of lines"},
      {"[{\"text\": \"a\"},\n{\"text\": \"b\"}]\n", "| json-array:1", "an array over lines"},
      {"[{\"text\": \"a\"}]", "| json-array:1", "an array on one line"},
      {"{\n  \"text\": \"a\"\n}\n", "| invalid-json:1",
       "one object over lines: one reject, not three"},
      {"", "| no-text:0", "empty file"},
      {" \n\n", "| no-text:0", "blank file"},
      {std::string(1'000'000, '[') + "\n" + b, "b | json-array:1", "nested too deep"},
  };
  for (const auto& c : cases) {
    EXPECT_EQ(summary(read_bytes("a.jsonl", c.bytes)), c.expected) << c.why;
    if (!c.bytes.empty()) {
      EXPECT_EQ(summary(read_bytes("a.jsonl.gz", gzip(c.bytes))), c.expected)
          << c.why << ", packed";
    }
  }
}

TEST(JsonLinesReader, SaysWhereAndWhatToDo) {
  const TemporaryFolder folder;
  const auto file = folder.write("wire/a.jsonl", record("a") + "[" + record("b"));
  const ReadResult result = read_file(file, "wire/a.jsonl");
  ASSERT_EQ(result.articles.size(), 1U);
  EXPECT_EQ(result.articles[0].origin, "wire/a.jsonl:1");
  ASSERT_EQ(result.rejected.size(), 1U);
  EXPECT_EQ(result.rejected[0].file, file.string());
  EXPECT_EQ(result.rejected[0].line, 2U);
  EXPECT_THAT(result.rejected[0].detail, testing::HasSubstr("write one object a line"));
}

TEST(JsonLinesReader, NameOfAFileIsNoDateOfItsRecords) {
  EXPECT_EQ(read_bytes("2026-04-17.jsonl", record("a")).articles[0].published, std::nullopt);
}

TEST(JsonLinesReader, TooLongLinesAreSkippedWithoutHoldingThem) {
  const TemporaryFolder folder;
  const auto file = folder.write("a.jsonl", record("a"));
  {
    std::ofstream out(file, std::ios::app | std::ios::binary);
    out << "{\"text\": \"";
    const std::string block(1'000'000, 'x');
    for (int i = 0; i < 50; ++i) out << block;
    out << "\"}\n" << record("b");
  }
  rusage before{};
  getrusage(RUSAGE_SELF, &before);
  EXPECT_EQ(summary(read_file(file)), "a b | too-large:2");
  rusage after{};
  getrusage(RUSAGE_SELF, &after);
#ifndef __SANITIZE_ADDRESS__  // It keeps freed memory.
  EXPECT_LT(after.ru_maxrss - before.ru_maxrss, 45'000) << "kilobytes; the line has 50,000";
#endif
}

TEST(JsonLinesReader, LimitsOfALineAndOfAText) {
  const std::string head = "{\"id\": \"x\", \"text\": \"";
  const auto with_text = [&](std::size_t bytes) {
    return head + std::string(bytes, 'x') + "\"}\n" + record("b");
  };
  EXPECT_EQ(summary(read_bytes("a.jsonl", with_text(kMaxArticleBytes))), "x b |");
  EXPECT_EQ(summary(read_bytes("a.jsonl", with_text(kMaxArticleBytes + 1))), "b | too-large:1");
  const std::string spaces(kMaxLineBytes, ' ');
  EXPECT_EQ(summary(read_bytes("a.jsonl", spaces + "\n" + record("b"))), "b |");
  EXPECT_EQ(summary(read_bytes("a.jsonl", spaces + " \n" + record("b"))), "b | too-large:1");
  EXPECT_EQ(summary(read_bytes("a.jsonl", spaces + spaces)), "| too-large:1");
}

TEST(JsonLinesReader, GzipMembersAndPadding) {
  EXPECT_EQ(summary(read_bytes("a.jsonl.gz", gzip(record("a")) + gzip(record("b")))), "a b |")
      << "as `cat a.gz b.gz` makes it";
  EXPECT_EQ(summary(read_bytes("a.jsonl.gz", gzip(record("a")) + std::string(600, '\0'))), "a |")
      << "as tapes pad it";
  EXPECT_EQ(summary(read_bytes("a.jsonl.gz", record("a"))), "a |")
      << "not packed in spite of its name";
  EXPECT_EQ(summary(read_bytes("a.jsonl", gzip(record("a")))), "a |")
      << "packed in spite of its name";
}

TEST(JsonLinesReader, RecordsBeforeDamageAreKept) {
  std::string lines;
  std::mt19937 random(7);
  for (int i = 1; i <= 5000; ++i) {
    lines += record(std::to_string(i) + "-" + std::to_string(random()));
  }
  const std::string packed = gzip(lines);
  const ReadResult whole = read_bytes("a.jsonl.gz", packed);
  ASSERT_EQ(whole.articles.size(), 5000U);
  ASSERT_TRUE(whole.rejected.empty());

  const ReadResult cut = read_bytes("a.jsonl.gz", packed.substr(0, packed.size() / 2));
  EXPECT_GT(cut.articles.size(), 2000U);
  ASSERT_EQ(cut.rejected.size(), 1U);
  EXPECT_EQ(cut.rejected[0].reason, "damaged-gzip");
  EXPECT_EQ(cut.rejected[0].line, cut.articles.size() + 1) << "the line in which the data ends";

  std::string flipped = packed;
  flipped.replace(packed.size() / 2, 8, "\xff\xff\xff\xff\xff\xff\xff\xff");
  const ReadResult damaged = read_bytes("a.jsonl.gz", flipped);
  EXPECT_GT(damaged.articles.size(), 2000U);
  ASSERT_FALSE(damaged.rejected.empty());
  EXPECT_EQ(damaged.rejected.back().reason, "damaged-gzip");

  const ReadResult no_checksum = read_bytes("a.jsonl.gz", packed.substr(0, packed.size() - 8));
  EXPECT_EQ(no_checksum.articles.size(), 5000U);
  EXPECT_EQ(summary({{}, no_checksum.rejected, {}}), "| damaged-gzip:5001");
  EXPECT_EQ(summary(read_bytes("a.jsonl.gz", packed.substr(0, 5))), "| damaged-gzip:0");
}

TEST(JsonLinesReader, UnreadableFiles) {
  const TemporaryFolder folder;
  EXPECT_EQ(summary(read_file(folder.path() / "missing.jsonl")), "| unreadable:0");
  std::filesystem::create_directory(folder.path() / "folder.jsonl");
  EXPECT_EQ(summary(read_file(folder.path() / "folder.jsonl")), "| unreadable:0");
}

}  // namespace
}  // namespace techpolicy
