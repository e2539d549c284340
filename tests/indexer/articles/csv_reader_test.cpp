// CSV and TSV: which row is which record, and what a bad row costs.
#include <gtest/gtest.h>
#include <string>

#include "tests/indexer/articles/temporary_folder.h"

namespace techpolicy {
namespace {

/// "id=text" of each article, then "reason:line" of each reject.
std::string summary(const ReadResult& result) {
  std::string text;
  for (const Article& article : result.articles) text += article.id + '=' + article.text + "; ";
  text += '|';
  for (const RejectedRecord& rejected : result.rejected) {
    text += ' ' + rejected.reason + ':' + std::to_string(rejected.line);
    EXPECT_FALSE(rejected.detail.empty());
  }
  return text;
}

struct CsvCase {
  std::string bytes;
  const char* expected;
  const char* why;
};

void expect_all(std::span<const CsvCase> cases) {
  for (const CsvCase& c : cases) {
    EXPECT_EQ(summary(read_bytes("a.csv", c.bytes)), c.expected) << c.why;
  }
}

TEST(CsvReader, Rows) {
  const CsvCase cases[] = {
      {"id,text\n1,Chips\n2,Rules\n", "1=Chips; 2=Rules; |", "plain"},
      {"id,text\r\n1,Chips\r\n2,Rules", "1=Chips; 2=Rules; |", "CRLF, no line end at the end"},
      {"\xEF\xBB\xBF\"id\",\"text\"\n1,\"a, b\"\n", "1=a, b; |", "a mark before a quoted name"},
      {"id,text\n1,\"He said \"\"no\"\".\"\n", "1=He said \"no\".; |", "doubled quotes"},
      {"id,text\n1,\"a\n\nb\"\n2,c\n", "1=a\n\nb; 2=c; |", "line ends inside quotes"},
      {"id;text\n1;a, b\n", "1=a, b; |", "semicolons"},
      {"id\ttext\n1\ta, b; c\n", "1=a, b; c; |", "tabs"},
      {"id|text\n1|a\n", "1=a; |", "bars"},
      {"sep=;\nid;text\n1;a\n", "1=a; |", "the delimiter named by a spreadsheet"},
      {"Id , BODY,note\n1,a,x\n", "1=a; |", "case and spaces of names, a column without meaning"},
      {"text\na, b\n", "| wrong-columns:2", "an unquoted delimiter"},
      {"id,text,,\n1,a,,,,\n", "1=a; |", "delimiters behind the last column"},
      {"id, text\n1, \"a, b\"\n", "1=a, b; |", "a space before the quote"},
      {"\n\nid,text\n\n1,a\n \n", "1=a; |", "empty lines"},
      {"id,text\n1,caf\xe9\n2,\xe6\xad\xa3\n", "1=caf\u00e9; 2=\u6b63; |", "charset by row"},
      {"id,text\n1,\n2,a\n", "2=a; | no-text:2", "a row without text"},
  };
  expect_all(cases);
}

TEST(CsvReader, ABadRowCostsThatRow) {
  const CsvCase cases[] = {
      {"id,text\n1,\"a \"b\" c\"\n2,d\n", "1=a \"b\" c; 2=d; |", "quotes inside not doubled"},
      {"id,text\n1,\"a \"b\", c\"\n2,d\n", "2=d; | invalid-csv:2", "and a delimiter inside"},
      {"id,text\n1,\"a\n2,b\n3,\"c\"\n4,d\n", "2=b; 3=c; 4=d; | invalid-csv:2",
       "a quote that the next quoted value closes"},
      {"id,text\n1,\"a\n2,b\n3,c\n", "2=b; 3=c; | invalid-csv:2", "a quote that nothing closes"},
      {"id,text\n1,a\n2,\"cut in the mid", "1=a; | invalid-csv:3", "a file that was cut"},
      {"id,text\n1\n2,b\n", "2=b; | wrong-columns:2", "a value too few"},
      {"id,text\n1,\"a\nb \"c\" d\ne\"\n2,f\n",
       "2=f; | invalid-csv:2 wrong-columns:3 wrong-columns:4",
       "a stray quote in a later line of a row is not read as a short row"},
  };
  expect_all(cases);
}

TEST(CsvReader, FilesThatAreNoTables) {
  const CsvCase cases[] = {
      {"", "| no-text:0", "empty"},
      {"\n\n", "| no-text:0", "nothing but line ends"},
      {"id,text\n", "| no-text:0", "nothing but names"},
      {"a,b\n1,2\n", "| no-header:0", "no known column"},
      {"id,title\n1,2\n", "| no-header:0", "no text"},
      {"\"id,text\n1,2\n", "| no-header:0", "a header in an open quote"},
      {std::string(300, '\0'), "| no-header:0", "NUL bytes"},
  };
  expect_all(cases);
}

TEST(CsvReader, Fields) {
  const ReadResult result =
      read_bytes("export.tsv",
                 "Headline\tMaintext\tURL\tdate_publish\tpublisher\tByline\tlanguage\ttags\n"
                 "Chips\tText.\thttps://paper.example/1\t2025-04-23\tPaper\tBy A. Roe; B. "
                 "Poe\ten-GB\tAI,EU\n");
  ASSERT_EQ(result.articles.size(), 1U);
  const Article& article = result.articles[0];
  EXPECT_EQ(article.title, "Chips");
  EXPECT_EQ(article.text, "Text.");
  EXPECT_EQ(article.url, "https://paper.example/1");
  EXPECT_EQ(article.published->iso(), "2025-04-23");
  EXPECT_EQ(article.source, "Paper");
  EXPECT_EQ(article.authors, (std::vector<std::string>{"A. Roe", "B. Poe"}));
  EXPECT_EQ(article.lang, "en");
  EXPECT_EQ(article.tags, (std::vector<std::string>{"AI", "EU"}));
  EXPECT_EQ(article.origin, "export.tsv:2");
}

TEST(CsvReader, Utf16OfSpreadsheets) {
  std::string bytes = "\xFF\xFE";
  for (const char16_t c : std::u16string(u"id\ttext\n1\t\u4e2d\u56fd, chips\n")) {
    bytes += static_cast<char>(c & 0xFF);
    bytes += static_cast<char>(c >> 8);
  }
  EXPECT_EQ(summary(read_bytes("a.tsv", bytes)), "1=\u4e2d\u56fd, chips; |");
}

TEST(CsvReader, RowsOverTheLimit) {
  const std::string endless(kMaxLineBytes + 10, 'x');
  EXPECT_EQ(summary(read_bytes("a.csv", "id,text\n1," + endless + "\n2,b\n")),
            "2=b; | too-large:2");
  EXPECT_EQ(summary(read_bytes("a.csv", "id,text\n1,\"" + endless + "\n2,b\n")),
            "2=b; | invalid-csv:2")
      << "in a quote that is never closed";
  EXPECT_EQ(summary(read_bytes("a.csv",
                               "id,text\n1," + std::string(kMaxArticleBytes + 1, 'x') + "\n2,b\n")),
            "2=b; | too-large:2")
      << "the text over its own limit";
}

TEST(CsvReader, RowsMadeToBeLookedAtAgainAreGivenUp) {
  // Each line opens a quote when read first, and keeps it open when read inside one.
  std::string bytes = "id,text\n";
  while (bytes.size() < kMaxLineBytes) bytes += "x\",\"y\n";
  const ReadResult result = read_bytes("a.csv", bytes);
  ASSERT_FALSE(result.rejected.empty());
  EXPECT_EQ(result.rejected.back().detail,
            "quotes without an end throughout; the rest was not read");
  EXPECT_LT(result.rejected.size(), 100U);
}

}  // namespace
}  // namespace techpolicy
