// Files that are one article: plain text and Markdown; and mutated inputs of all formats.
#include <gtest/gtest.h>
#include <random>
#include <string>

#include "indexer/articles/charset.h"
#include "tests/indexer/articles/packed.h"
#include "tests/indexer/articles/temporary_folder.h"

namespace techpolicy {
namespace {

TEST(TextReader, TheWholeTextIsTheBody) {
  const ReadResult result =
      read_bytes("2026/04/17/a.txt", "Title?\n\nText \u201cquoted\u201d.\r\nEnd\n");
  ASSERT_EQ(result.articles.size(), 1U);
  const Article& article = result.articles[0];
  EXPECT_EQ(article.title, "");
  EXPECT_EQ(article.text, "Title?\n\nText \u201cquoted\u201d.\nEnd\n");
  EXPECT_EQ(article.published->iso(), "2026-04-17") << "the date in its path";
  EXPECT_EQ(article.origin, "2026/04/17/a.txt");
  EXPECT_EQ(article.source + article.url + article.id + article.lang, "");
  EXPECT_EQ(article.machine_translated, std::nullopt);
  EXPECT_EQ(read_bytes("a.txt", "text").articles[0].published, std::nullopt)
      << "file times are no dates";
}

TEST(TextReader, Faults) {
  const struct {
    std::string bytes;
    const char* reason;
    const char* why;
  } cases[] = {
      {"", "no-text", "empty"},
      {" \n\t\xE2\x80\x8B", "no-text", "nothing to see"},
      {std::string(10, '\0'), "no-text", "NUL bytes"},
      {std::string(kMaxArticleBytes + 1, 'x'), "too-large", "over the limit"},
      {std::string(3 * kMaxArticleBytes, 'x'), "too-large", "far over the limit"},
  };
  for (const auto& c : cases) {
    for (const char* name : {"a.txt", "a.md"}) {
      const ReadResult result = read_bytes(name, c.bytes);
      ASSERT_EQ(result.rejected.size(), 1U) << c.why;
      EXPECT_EQ(result.rejected[0].reason, c.reason) << c.why;
      EXPECT_TRUE(result.articles.empty()) << c.why;
    }
  }
  EXPECT_EQ(read_bytes("a.txt", std::string(kMaxArticleBytes, 'x')).articles.size(), 1U);
  EXPECT_EQ(read_bytes("a.txt", "—").articles.size(), 1U) << "a lone dash can be seen";
}

TEST(TextReader, UnreadableFile) {
  const TemporaryFolder folder;
  // A file that opens and then fails to read, for root too.
  std::filesystem::create_symlink("/proc/self/mem", folder.path() / "a.txt");
  EXPECT_EQ(read_file(folder.path() / "a.txt").rejected.at(0).reason, "unreadable");
  EXPECT_EQ(read_file(folder.path() / "gone.txt").rejected.at(0).reason, "unreadable");
}

TEST(TextReader, NamesThatAreNoUtf8) {
  const ReadResult result = read_bytes("caf\xE9.txt", "text");
  ASSERT_EQ(result.articles.size(), 1U);
  EXPECT_TRUE(is_valid_utf8(result.articles[0].origin));
  EXPECT_TRUE(is_valid_utf8(read_bytes("caf\xE9.txt", "").rejected.at(0).file));
}

TEST(MarkdownReader, FrontMatterAndText) {
  const ReadResult result = read_bytes(
      "a.markdown",
      "\xEF\xBB\xBF---\r\nid: x-1\r\ntitle: Rules\r\ndate: 17 April 2026\r\nsource: Sample Wire\r\n"
      "author: Jane Roe\r\nurl: https://sample.example/a\r\nlang: en_GB\r\ntags: [AI]\r\n"
      "machine_translated: true\r\ntext: not this\r\n---\r\n# Rules\r\n\r\nFirst *line*.\r\n");
  ASSERT_EQ(result.articles.size(), 1U);
  const Article& article = result.articles[0];
  EXPECT_EQ(article.id, "x-1");
  EXPECT_EQ(article.title, "Rules");
  EXPECT_EQ(article.text, "First line.");
  EXPECT_EQ(article.published->iso(), "2026-04-17");
  EXPECT_EQ(article.source, "Sample Wire");
  EXPECT_EQ(article.authors, std::vector<std::string>{"Jane Roe"});
  EXPECT_EQ(article.url, "https://sample.example/a");
  EXPECT_EQ(article.lang, "en");
  EXPECT_EQ(article.tags, std::vector<std::string>{"AI"});
  EXPECT_EQ(article.machine_translated, true);
  EXPECT_EQ(read_bytes("a.md", "# Rules\n\ntext").articles[0].title, "Rules");
  EXPECT_EQ(read_bytes("a.md", "---\ntitle: Rules\n---\n").rejected[0].reason, "no-text");
}

/// A valid input of each format, with as much of the format in it as fits.
struct Seed {
  const char* name;
  std::string bytes;
};

const std::string kFeed =
    "<?xml version=\"1.0\"?><rss xmlns:content=\"http://purl.org/rss/1.0/modules/content/\">"
    "<channel><title>S</title><link>https://a.example/</link><item><title>T &amp; &nbsp; &#233;"
    "</title><guid>1</guid><content:encoded><![CDATA[<p>a<b>b</b>]]></content:encoded><category>x"
    "</category></item><item><description>c</description></item></channel></rss>";

const std::string kCrawl =
    "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://a.example/1\r\n"
    "Content-Length: 134\r\n\r\nHTTP/1.1 200 OK\r\nContent-Type: text/html; charset=\"utf-8\"\r\n"
    "Content-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n\r\n8\r\n<p>Text \r\n0\r\n\r\n\r\n\r\n"
    "WARC/1.0\r\nWARC-Type: request\r\nContent-Length: 2\r\n\r\nab\r\n\r\n";

const Seed seeds[] = {
    {"a.txt", "Plain “text” of an article.\n\nSecond paragraph, 芯片 \xE9\x80.\n"},
    {"a.md",
     "---\ntitle: \"A: b\"\ntags: [x, 'y']\nauthors:\n  - name: J\ndate: 2026-04-17\n---\n# "
     "Head\n\n* "
     "item &amp; <b>x</b>\n\n| a | b |\n|---|---|\n| [c](d) | `e` |\n\n<div>\n<p>f\n</div>\n"},
    {"a.jsonl",
     "{\"id\": 1, \"text\": \"a\\u00e9\\ud83d\\ude00\", \"authors\": [{\"name\": \"J\"}], "
     "\"date\": "
     "1776384000}\n{\"text\": \"b\", \"tags\": [\"x\"], \"source\": {\"name\": \"S\"}}\n"},
    {"a.html",
     "<!DOCTYPE html><html lang=en><head><meta charset=utf-8><title>T | S</title><meta "
     "property=og:site_name content=S><script type=application/ld+json>{\"@type\": \"Article\", "
     "\"author\": {\"name\": \"J\"}}</script></head><body><nav "
     "class=menu>x</nav><article><h1>T</h1><p>A "
     "text &amp; more<br>of it<table><tr><td>x</table></article><!-- c --></body></html>"},
    {"a.csv", "id,\"text\",tags\n1,\"a, \"\"b\"\"\nc\",x\n2,d,\n3,\"e\",\"f\"\n"},
    {"a.rss", kFeed},
    {"a.atom",
     "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"fr\"><title>S</title><entry><id>1</id>"
     "<link href=\"/1\"/><author><name>J</name></author><content type=\"xhtml\"><div><p>x</p>"
     "</div></content></entry></feed>"},
    {"a.warc", kCrawl},
    {"a.warc.gz", pack({{"d", kCrawl}}, "raw", "gzip") + pack({{"d", kCrawl}}, "raw", "gzip")},
    {"a.zip", pack({{"a.rss", kFeed}, {"b.txt", "Text."}}, "zip")},
    {"a.tar", pack({{"a.rss", kFeed}, {"b.txt", "Text."}}, "pax")},
    {"a.tar.gz", pack({{"a.warc", kCrawl}, {"b.zip", "PK"}}, "gnutar", "gzip")},
};

std::string mutated(std::string bytes, std::mt19937& random) {
  static const std::string tokens[] = {
      "\"",        "<",          ">",   "{",     "}",        "[",
      "]",         "\\u",        "\\",  "---\n", "\n",       "\xff\xfe",
      "<article>", "&#x110000;", "```", "|",     "\x1f\x8b", std::string(1, '\0'),
      "\xE2\x80",  "<!--"};
  const auto below = [&](std::size_t limit) { return random() % std::max<std::size_t>(limit, 1); };
  for (std::size_t edits = 1 + below(6); edits > 0; --edits) {
    const std::size_t at = below(bytes.size() + 1);
    switch (below(5)) {
      case 0:
        bytes.erase(at, below(20));
        break;
      case 1:
        bytes.insert(at, tokens[below(std::size(tokens))]);
        break;
      case 2:
        if (at < bytes.size()) bytes[at] = static_cast<char>(below(256));
        break;
      case 3:
        bytes.insert(at, bytes.substr(below(bytes.size() + 1), below(40)));
        break;
      default:
        bytes.resize(at);
    }
  }
  return bytes;
}

bool is_clean(const std::string& text) {
  return is_valid_utf8(text) && text.find('\0') == std::string::npos;
}

TEST(AllReaders, MutatedInputsNeverThrowAndGiveCleanRecords) {
  constexpr unsigned kRandomSeed = 20260417;
  std::mt19937 random(kRandomSeed);
  const TemporaryFolder folder;
  for (int round = 0; round < 2000; ++round) {
    for (const Seed& seed : seeds) {
      const std::string bytes = mutated(seed.bytes, random);
      ReadResult result;
      ASSERT_NO_THROW(result = read_file(folder.write(seed.name, bytes)))
          << "seed " << kRandomSeed << ", round " << round << ": " << bytes;
      ASSERT_GT(result.articles.size() + result.rejected.size() + result.skipped.size(), 0U)
          << seed.name << ": " << bytes;
      for (const Article& article : result.articles) {
        ASSERT_FALSE(article.text.empty());
        ASSERT_TRUE(is_clean(article.text) && is_clean(article.title) && is_clean(article.id))
            << bytes;
        ASSERT_TRUE(is_clean(article.source) && is_clean(article.url)) << bytes;
        for (const std::string& author : article.authors) ASSERT_TRUE(is_clean(author)) << bytes;
        for (const std::string& tag : article.tags) ASSERT_TRUE(is_clean(tag)) << bytes;
      }
      for (const RejectedRecord& rejected : result.rejected) {
        ASSERT_TRUE(is_clean(rejected.detail)) << bytes;
      }
    }
  }
}

}  // namespace
}  // namespace techpolicy
