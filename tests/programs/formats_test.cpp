// Every format through the program: a good file, a cut one and a hostile one of each. The good ones
// are indexed whatever lies beside them, and each of the others is told with its file and place.
#include "tests/indexer/articles/packed.h"
#include "tests/programs/indexer_program.h"

namespace techpolicy {
namespace {

std::string warc(const std::string& body) {
  const std::string http = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + body;
  return "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://wire.example/w\r\n"
         "Content-Length: " +
         std::to_string(http.size()) + "\r\n\r\n" + http + "\r\n\r\n";
}

std::string half(const std::string& bytes) { return bytes.substr(0, bytes.size() / 2); }

/// The reasons listed for a file, each with its line.
std::multimap<std::string, std::string> rejects_by_file(const fs::path& errors) {
  std::multimap<std::string, std::string> rejects;
  std::istringstream lines(content_of(errors));
  for (std::string line; std::getline(lines, line);) {
    const Json reject = Json::parse(line);
    const std::string file = reject["file"];
    EXPECT_FALSE(reject["detail"].get<std::string>().empty()) << line;
    rejects.emplace(
        file.substr(file.find("/input/") + 7),
        reject["reason"].get<std::string>() + ':' + std::to_string(reject["line"].get<int>()));
  }
  return rejects;
}

TEST_F(IndexerTest, EveryFormatGoodCutAndHostile) {
  const std::string text = "Nvidia sells chips to the ministry of trade. ";
  const std::string zeros(100'000'000, '\0');
  const std::string html = "<html><title>T</title><p>" + text + text + "</p></html>";
  const std::string feed_head = "<rss><channel><title>W</title>";
  const std::string feed_item =
      "<item><title>T</title>\n<description>" + text + "</description></item>";
  const std::string json = R"({"title":"J","text":"Chips of json."})"
                           "\n";
  const struct {
    const char* name;
    std::string bytes;
    const char* expected;  ///< Rejects as "reason:line" with spaces between; empty for good files.
    int articles;
  } files[] = {
      {"good.txt", text + "txt", "", 1},
      {"hostile.txt", std::string(3'000'000, 'x'), "too-large:0", 0},
      {"good.md", "# T\n\n" + text + "md", "", 1},
      {"hostile.md", std::string(100'000, '>') + std::string(100'000, '['), "", 1},
      {"good.jsonl", json, "", 1},
      {"cut.jsonl",
       R"({"text":"a"})"
       "\n"
       R"({"text":"b)",
       "invalid-json:2", 1},
      {"hostile.jsonl", std::string(100'000, '[') + '\n' + R"({"text":"c"})", "json-array:1", 0},
      {"bomb.jsonl.gz", pack({{"d", zeros}}, "raw", "gzip"), "unpacks-too-far:1", 0},
      {"good.html", html, "", 1},
      {"hostile.html",
       [] {
         std::string page;
         for (int i = 0; i < 50'000; ++i) page += "<div>";
         return page;
       }(),
       "no-text:0 too-deep:0", 0},
      {"good.csv", "id;text\nc1;" + text + "csv\n", "", 1},
      {"cut.csv", "id,text\nc2," + text + "cut\nc3,\"" + text, "invalid-csv:3", 1},
      {"hostile.csv", "text\n\"" + std::string(20'000'000, 'x') + "\nlast", "invalid-csv:2", 1},
      {"good.tsv", "id\ttext\nt1\t" + text + "tsv\n", "", 1},
      {"good.rss", feed_head + feed_item + "</channel></rss>", "", 1},
      {"cut.rss", feed_head + feed_item + "\n<item><title>U", "damaged-xml:3", 1},
      {"hostile.rss",
       "<!DOCTYPE r [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>" + feed_head + "</channel></rss>",
       "no-text:0", 0},
      {"good.atom",
       "<feed xmlns=\"http://www.w3.org/2005/Atom\"><entry><id>x:1</id><content>" + text +
           "atom</content></entry></feed>",
       "", 1},
      {"good.rdf",
       "<RDF><channel><title>W</title></channel><item><description>" + text +
           "rdf</description></item></RDF>",
       "", 1},
      {"hostile.xml", "<a><b/></a>", "unknown-format:0", 0},
      {"good.warc.gz", pack({{"d", warc(html)}}, "raw", "gzip"), "", 1},
      {"cut.warc", half(warc(html)), "damaged-warc:1", 0},
      {"hostile.warc", "WARC/1.0\r\nContent-Length: 99999999999999999999999\r\n\r\n",
       "damaged-warc:1", 0},
      {"good.zip", pack({{"a.txt", text + "zip"}}, "zip"), "", 1},
      {"cut.zip", half(pack({{"a.txt", text}}, "zip")), "damaged-archive:0", 0},
      {"bomb.zip", pack({{"a.txt", zeros}}, "zip"), "unpacks-too-far:0 too-large:0", 0},
      {"good.tar.zst", pack({{"a.txt", text + "tar"}}, "gnutar", "zstd"), "", 1},
      {"cut.tar.gz", half(pack({{"a.txt", text}}, "gnutar", "gzip")), "damaged-archive:0", 0},
      {"cut.pdf", "%PDF-1.4\n1 0 obj\n<< /Type", "damaged-pdf:0", 0},
  };
  int articles = 0;
  for (const auto& file : files) {
    write(file.name, file.bytes);
    articles += file.articles;
  }
  const fs::path errors = folder_.path() / "errors.jsonl";
  const Outcome outcome = run({"build", "--index", index_, "--errors", errors.string(), input_});
  EXPECT_EQ(outcome.code, 3) << outcome.err;
  EXPECT_EQ(outcome.out, "committed " + std::to_string(articles) + "\n") << outcome.err;
  const auto rejects = rejects_by_file(errors);
  for (const auto& file : files) {
    std::string told;
    for (const auto& [name, reason] : rejects) {
      // What is wrong inside an archive is told with the path inside.
      if (name.starts_with(file.name) && told.find(reason) == std::string::npos) {
        told += (told.empty() ? "" : " ") + reason;
      }
    }
    EXPECT_EQ(told, file.expected) << file.name;
  }
}

TEST_F(IndexerTest, ArchivesAndCrawlsAreNotReadAgain) {
  write("a.zip", pack({{"a.txt", "Text."}, {"logo.png", "x"}}, "zip"));
  write("b.warc", warc("<p>Some text of a page, long enough.</p>") +
                      "WARC/1.0\r\nWARC-Type: request\r\nContent-Length: 0\r\n\r\n\r\n\r\n");
  const Outcome built = run({"build", "--index", index_, input_});
  EXPECT_EQ(built.code, 3) << "the image in the archive";
  EXPECT_EQ(built.out, "committed 2\n") << built.err;
  EXPECT_THAT(built.err, HasSubstr("1 records that are no articles (not-a-response 1)"));
  const Outcome again = run({"add", "--index", index_, input_});
  EXPECT_EQ(again.code, 0);
  EXPECT_THAT(again.err, HasSubstr("nothing new: 2 files unchanged, not read again"));
}

}  // namespace
}  // namespace techpolicy
