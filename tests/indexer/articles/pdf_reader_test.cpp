// PDF, through the program that reads it: what is found, and what stops it.
#include <cstdio>
#include <cstdlib>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <string>
#include <vector>

#include "indexer/articles/limited_child.h"
#include "tests/indexer/articles/temporary_folder.h"

namespace techpolicy {
namespace {

/// One page with some lines of text.
std::string pdf(const std::string& title, const std::vector<std::string>& lines) {
  std::string drawing = "BT /F1 12 Tf 72 720 Td 14 TL";
  for (const std::string& line : lines) drawing += " (" + line + ") Tj T*";
  drawing += " ET";
  const std::string objects[] = {
      "<< /Type /Catalog /Pages 2 0 R >>",
      "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
      "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R "
      "/Resources << /Font << /F1 5 0 R >> >> >>",
      "<< /Length " + std::to_string(drawing.size()) + " >>\nstream\n" + drawing + "\nendstream",
      "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
      "<< /Title (" + title + ") >>",
  };
  std::string file = "%PDF-1.4\n";
  std::string table = "xref\n0 7\n0000000000 65535 f \n";
  int number = 0;
  for (const std::string& object : objects) {
    char row[32];
    std::snprintf(row, sizeof row, "%010zu 00000 n \n", file.size());
    table += row;
    file += std::to_string(++number) + " 0 obj\n" + object + "\nendobj\n";
  }
  return file + table + "trailer << /Size 7 /Root 1 0 R /Info 6 0 R >>\nstartxref\n" +
         std::to_string(file.size()) + "\n%%EOF\n";
}

class PdfReader : public ::testing::Test {
 protected:
  void SetUp() override {
    if (run_limited({"pdftotext", "-v"}, "", {5, std::size_t{1} << 30, 1000}).end ==
        ChildResult::End::not_installed) {
      GTEST_SKIP() << "pdftotext is not installed";
    }
  }
};

TEST_F(PdfReader, TextAndTitle) {
  const ReadResult result = read_bytes(
      "2026-04-17.pdf", pdf("Rules for R&D chips", {"Chips and govern-", "ment <rules> & more."}));
  ASSERT_EQ(result.articles.size(), 1U) << result.rejected.at(0).detail;
  const Article& article = result.articles[0];
  EXPECT_EQ(article.title, "Rules for R&D chips");
  EXPECT_THAT(article.text, ::testing::HasSubstr("Chips and government <rules> & more."));
  EXPECT_EQ(article.published->iso(), "2026-04-17");
  EXPECT_EQ(read_bytes("a.pdf", pdf("draft 3.doc", {"x"})).articles.at(0).title, "");
}

TEST_F(PdfReader, Faults) {
  const std::string good = pdf("T", {"Text."});
  const struct {
    std::string bytes;
    const char* reason;
    const char* why;
  } cases[] = {
      {"", "no-text", "empty"},
      {good.substr(0, good.size() / 2), "damaged-pdf", "cut"},
      {"%PDF-1.4\nnothing\n%%EOF", "damaged-pdf", "nothing in it"},
      {pdf("T", {}), "no-text", "a page without text, as scans are"},
  };
  for (const auto& c : cases) {
    const ReadResult result = read_bytes("a.pdf", c.bytes);
    ASSERT_EQ(result.rejected.size(), 1U) << c.why;
    EXPECT_EQ(result.rejected[0].reason, c.reason) << c.why;
  }
}

TEST(PdfReaderMissing, IsTold) {
  const std::string path = std::getenv("PATH");
  ::setenv("PATH", "/nowhere", 1);
  const ReadResult result = read_bytes("a.pdf", pdf("T", {"Text."}));
  ::setenv("PATH", path.c_str(), 1);
  ASSERT_EQ(result.rejected.size(), 1U);
  EXPECT_EQ(result.rejected[0].reason, "no-pdf-reader");
  EXPECT_THAT(result.rejected[0].detail, ::testing::HasSubstr("poppler-utils"));
}

TEST(LimitedChild, IsHeldToItsLimits) {
  const ChildLimits limits{1, std::size_t{256} * 1024 * 1024, 1000};
  using End = ChildResult::End;
  const struct {
    std::vector<std::string> command;
    End end;
    const char* why;
  } cases[] = {
      {{"cat"}, End::exited, "input is its standard input"},
      {{"sh", "-c", "while :; do :; done"}, End::too_slow, "processor time"},
      {{"sleep", "60"}, End::too_slow, "the clock"},
      {{"yes"}, End::too_much_output, "output"},
      {{"no-such-program"}, End::not_installed, "nothing of that name"},
  };
  for (const auto& c : cases) EXPECT_EQ(run_limited(c.command, "in", limits).end, c.end) << c.why;
  EXPECT_EQ(run_limited({"cat"}, "in", limits).output, "in");
  EXPECT_EQ(run_limited({"sh", "-c", "exit 3"}, "", limits).exit_code, 3);
  EXPECT_NE(run_limited({"head", "-c", "400000000", "/dev/zero"}, "", limits).end, End::exited);
  const TemporaryFolder folder;
  const std::string file = (folder.path() / "out").string();
  EXPECT_EQ(run_limited({"sh", "-c", "echo x > " + file}, "", limits).output, "");
  EXPECT_EQ(std::filesystem::file_size(file), 0U) << "nothing can be written";
  EXPECT_EQ(run_limited({"sh", "-c", "ls /proc/self/fd | wc -l"}, "", limits).output, "4\n")
      << "standard streams, and what ls itself opens";
}

}  // namespace
}  // namespace techpolicy
