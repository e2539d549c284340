// Archives of all formats: what is read, under which names, and what a bad entry costs.
#include <clocale>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <string>
#include <vector>

#include "indexer/articles/unpack_budget.h"
#include "tests/indexer/articles/packed.h"
#include "tests/indexer/articles/temporary_folder.h"

namespace techpolicy {
namespace {

/// Origins of articles, then "reason path" of rejects below the archive's folder.
std::string summary(const ReadResult& result) {
  std::string text;
  for (const Article& article : result.articles) text += article.origin + ' ';
  text += '|';
  for (const RejectedRecord& rejected : result.rejected) {
    const std::size_t name = rejected.file.find("/in/");
    text += ' ' + rejected.reason + ' ' + rejected.file.substr(name + 4);
    if (rejected.line > 0) text += ':' + std::to_string(rejected.line);
    EXPECT_FALSE(rejected.detail.empty());
  }
  return text;
}

ReadResult read_archive(const std::string& name, std::string_view bytes) {
  const TemporaryFolder folder;
  return read_file(folder.write("in/" + name, bytes), name);
}

std::string read(const std::string& name, std::string_view bytes) {
  return summary(read_archive(name, bytes));
}

const std::vector<PackedEntry> kEntries = {
    {"2026/04/17/a.txt", "Text."},
    {"b.jsonl", "{\"text\":\"x\"}\n{broken\n{\"text\":\"y\"}\n"},
    {"c.csv", "id,text\n1,x\n"},
    {"d.xml", "<rss><channel><item><description>x</description></item></channel></rss>"},
    {"e.html", "<p>Some text of a page.</p>"},
    {"logo.png", "\x89PNG"},
};
constexpr const char* kExpected =
    "A/2026/04/17/a.txt A/b.jsonl:1 A/b.jsonl:3 A/c.csv:2 A/d.xml:1 A/e.html "
    "| invalid-json A/b.jsonl:2 unknown-format A/logo.png";

std::string expected_of(const std::string& name) {
  std::string text = kExpected;
  for (std::size_t at = 0; (at = text.find("A/", at)) != std::string::npos; at += name.size()) {
    text.replace(at, 1, name);
  }
  return text;
}

TEST(ArchiveReader, AllFormatsOfArchivesHoldAllFormats) {
  const struct {
    const char* name;
    const char* format;
    const char* filter;
  } cases[] = {
      {"a.zip", "zip", "none"},     {"a.tar", "pax", "none"},
      {"a.tar", "gnutar", "none"},  {"a.tar.gz", "gnutar", "gzip"},
      {"a.tgz", "gnutar", "gzip"},  {"a.tar.bz2", "gnutar", "bzip2"},
      {"a.tar.xz", "gnutar", "xz"}, {"A.TAR.ZST", "gnutar", "zstd"},
  };
  for (const auto& c : cases) {
    EXPECT_EQ(read(c.name, pack(kEntries, c.format, c.filter)), expected_of(c.name)) << c.name;
  }
}

TEST(ArchiveReader, FilesAreReadAsInAFolder) {
  const ReadResult result = read_archive("a.zip", pack(kEntries, "zip"));
  ASSERT_FALSE(result.articles.empty());
  EXPECT_EQ(result.articles[0].text, "Text.");
  EXPECT_EQ(result.articles[0].published->iso(), "2026-04-17") << "by the path";
}

TEST(ArchiveReader, PathsStayBelowTheArchive) {
  const std::string bytes = pack({{"/etc/a.txt", "x"},
                                  {"../../b.txt", "x"},
                                  {"./c/./d.txt", "x"},
                                  {".hidden/e.txt", "x"},
                                  {"__MACOSX/._f.txt", "x"},
                                  {"g.txt", "", "/etc/passwd"}},
                                 "gnutar");
  EXPECT_EQ(read("a.tar", bytes),
            "a.tar/etc/a.txt a.tar/b.txt a.tar/c/d.txt | unknown-format a.tar/g.txt");
}

TEST(ArchiveReader, NamesInAllScripts) {
  const ::locale_t utf8 = ::newlocale(LC_CTYPE_MASK, "C.UTF-8", nullptr);
  const ::locale_t before = ::uselocale(utf8);
  for (const char* format : {"zip", "pax", "gnutar"}) {
    const std::string bytes = pack({{"\u82af.txt", "x"}, {"\u7247.txt", "y"}}, format);
    ::uselocale(before);
    EXPECT_EQ(read("a." + std::string(*format == 'z' ? "zip" : "tar"), bytes),
              *format == 'z' ? "a.zip/\u82af.txt a.zip/\u7247.txt |"
                             : "a.tar/\u82af.txt a.tar/\u7247.txt |")
        << format;
    ::uselocale(utf8);
  }
  ::uselocale(before);
  ::freelocale(utf8);
}

TEST(ArchiveReader, ArchivesInArchives) {
  const std::string inner = pack({{"x.txt", "Text."}}, "gnutar", "xz");
  const std::string outer =
      pack({{"a.txt", "Text."}, {"in.tar.xz", inner}, {"z.txt", "Text."}}, "zip");
  EXPECT_EQ(read("o.zip", outer), "o.zip/a.txt o.zip/in.tar.xz/x.txt o.zip/z.txt |");
  const std::string zip = pack({{"z.zip", pack({{"x.txt", "Text."}}, "zip")}}, "gnutar", "gzip");
  EXPECT_EQ(read("o.tar.gz", zip), "o.tar.gz/z.zip/x.txt |");

  std::string nested = pack({{"x.txt", "Text."}}, "gnutar");
  for (int i = 0; i < 4; ++i) nested = pack({{"n.tar", nested}, {"a.txt", "Text."}}, "gnutar");
  EXPECT_EQ(read("n.tar", nested),
            "n.tar/n.tar/n.tar/n.tar/a.txt n.tar/n.tar/n.tar/a.txt n.tar/n.tar/a.txt n.tar/a.txt "
            "| nested-too-deep n.tar/n.tar/n.tar/n.tar/n.tar");
}

TEST(ArchiveReader, PackedFilesOfAnyFormat) {
  for (const auto& [ending, filter] :
       {std::pair("xz", "xz"), std::pair("bz2", "bzip2"), std::pair("zst", "zstd")}) {
    const std::string bytes = pack({{"data", "{\"id\":\"1\",\"text\":\"x\"}\n"}}, "raw", filter);
    const std::string name = std::string("n.jsonl.") + ending;
    EXPECT_EQ(read(name, bytes), name + ":1 |");
    EXPECT_EQ(read(std::string("n.dat.") + ending, bytes),
              std::string("| unknown-format n.dat.") + ending);
  }
  EXPECT_EQ(read("n.jsonl.xz", "no xz"), "| invalid-json n.jsonl.xz:1") << "plain after all";
}

std::string noise(std::size_t size) {
  std::string bytes;
  unsigned state = 7;
  while (bytes.size() < size) {
    state = state * 1664525U + 1013904223U;
    bytes += static_cast<char>('a' + (state >> 24) % 26);
  }
  return bytes;
}

TEST(ArchiveReader, WhatStandsBeforeACutIsKept) {
  const std::vector<PackedEntry> entries = {
      {"a.txt", "Text."}, {"b.txt", noise(300000)}, {"c.txt", "Text."}};
  const struct {
    const char* name;
    const char* format;
    const char* filter;
  } cases[] = {{"a.zip", "zip", "none"},       {"a.tar", "gnutar", "none"},
               {"a.tar.gz", "gnutar", "gzip"}, {"a.tar.bz2", "gnutar", "bzip2"},
               {"a.tar.xz", "gnutar", "xz"},   {"a.tar.zst", "gnutar", "zstd"}};
  for (const auto& c : cases) {
    const std::string bytes = pack(entries, c.format, c.filter);
    const ReadResult cut = read_archive(c.name, bytes.substr(0, bytes.size() / 2));
    ASSERT_FALSE(cut.rejected.empty()) << c.name;
    for (const RejectedRecord& rejected : cut.rejected) {
      EXPECT_EQ(rejected.reason, "damaged-archive") << c.name << ' ' << rejected.detail;
    }
    // bzip2 gives its first block whole or not at all.
    EXPECT_EQ(cut.articles.size(), std::string(c.filter) == "bzip2" ? 0U : 1U) << c.name;
  }
  for (const char* name : {"a.zip", "a.tar", "a.tar.gz"}) {
    EXPECT_EQ(read(name, "no archive at all"), std::string("| damaged-archive ") + name);
    EXPECT_FALSE(read_archive(name, "").rejected.empty()) << name;
  }
}

TEST(ArchiveReader, ADamagedEntryCostsThatEntry) {
  std::string bytes = pack({{"a.txt", noise(5000)}, {"b.txt", "Text."}}, "zip");
  bytes[1000] = static_cast<char>(bytes[1000] ^ 0x55);
  EXPECT_EQ(read("a.zip", bytes), "a.zip/b.txt | damaged-archive a.zip/a.txt");
}

TEST(ArchiveReader, BombsAreStopped) {
  const std::string zeros(UnpackBudget::kFreeBytes + 32 * 1024 * 1024, '\0');
  const std::vector<PackedEntry> bomb = {
      {"a.txt", "Text."}, {"b.jsonl", zeros}, {"c.txt", "Text."}};
  EXPECT_EQ(read("a.tar.zst", pack(bomb, "gnutar", "zstd")),
            "a.tar.zst/a.txt | unpacks-too-far a.tar.zst/b.jsonl:1 unpacks-too-far a.tar.zst");
  EXPECT_EQ(read("a.zip", pack({{"a.png", zeros}}, "zip")),
            "| unknown-format a.zip/a.png unpacks-too-far a.zip")
      << "also where nobody reads it";

  // Each archive for itself stays within bounds, all together do not.
  const std::string part =
      pack({{"x.png", std::string(UnpackBudget::kFreeBytes / 4, '\0')}}, "zip");
  std::vector<PackedEntry> parts;
  for (const char* name : {"1.zip", "2.zip", "3.zip", "4.zip", "5.zip", "6.zip"}) {
    parts.push_back({name, part});
  }
  const ReadResult together = read_archive("a.tar.gz", pack(parts, "gnutar", "gzip"));
  EXPECT_EQ(together.rejected.back().reason, "unpacks-too-far");

  const std::string gzip = pack({{"data", zeros}}, "raw", "gzip");
  EXPECT_EQ(read("a.jsonl.gz", gzip), "| unpacks-too-far a.jsonl.gz:1") << "without an archive";
}

}  // namespace
}  // namespace techpolicy
