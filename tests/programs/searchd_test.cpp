// The real searchd as a user meets it: flags, exit codes, signals, a missing index, the log.
#include <array>
#include <atomic>
#include <chrono>
#include <csignal>
#include <fcntl.h>
#include <fstream>
#include <gtest/gtest.h>
#include <httplib.h>
#include <spawn.h>
#include <sstream>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

#include "tests/temporary_folder.h"

extern char** environ;

namespace techpolicy {
namespace {

const std::string kSearchd = TECHPOLICY_BINARY_DIR "/searchd/searchd";
const std::string kIndexer = TECHPOLICY_BINARY_DIR "/indexer/indexer";

/// A program with its output in files; ended, if need be, when it goes out of scope.
class Process {
 public:
  Process(const TemporaryFolder& folder, std::vector<std::string> words)
      : out_(folder.path() / "out"), err_(folder.path() / "err") {
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    constexpr int kFlags = O_WRONLY | O_CREAT | O_TRUNC;
    posix_spawn_file_actions_addopen(&actions, 1, out_.c_str(), kFlags, 0600);
    posix_spawn_file_actions_addopen(&actions, 2, err_.c_str(), kFlags, 0600);
    std::vector<char*> argv;
    for (std::string& word : words) argv.push_back(word.data());
    argv.push_back(nullptr);
    EXPECT_EQ(posix_spawn(&id_, argv[0], &actions, nullptr, argv.data(), environ), 0) << words[0];
    posix_spawn_file_actions_destroy(&actions);
  }
  ~Process() {
    if (id_ == 0) return;
    ::kill(id_, SIGKILL);
    static_cast<void>(exit_code());
  }
  Process(const Process&) = delete;
  Process& operator=(const Process&) = delete;

  void signal(int number) const { ::kill(id_, number); }
  [[nodiscard]] int exit_code() {
    int status = 0;
    ::waitpid(id_, &status, 0);
    id_ = 0;
    return WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
  }
  [[nodiscard]] std::string out() const { return read(out_); }
  [[nodiscard]] std::string err() const { return read(err_); }

  /// Waits for the line with the address.
  [[nodiscard]] int port() const {
    for (int i = 0; i < 200; ++i) {
      const std::string text = out();
      const auto colon = text.rfind(':');
      if (text.ends_with('\n') && colon != std::string::npos)
        return std::stoi(text.substr(colon + 1));
      std::this_thread::sleep_for(std::chrono::milliseconds(25));
    }
    ADD_FAILURE() << "no address; " << err();
    return 0;
  }

 private:
  static std::string read(const std::filesystem::path& file) {
    std::ostringstream text;
    text << std::ifstream(file).rdbuf();
    return text.str();
  }

  std::filesystem::path out_;
  std::filesystem::path err_;
  pid_t id_ = 0;
};

std::string index_of(const TemporaryFolder& folder) { return (folder.path() / "index").string(); }

TEST(Searchd, RefusesACommandLineItCannotUse) {
  struct Row {
    std::vector<std::string> flags;
    std::string said;
    const char* reason;
  };
  const std::vector<Row> rows = {
      {{}, "--index", "no index named"},
      {{"--index", "x", "--nosuch"}, "--nosuch", "no such flag"},
      {{"--index", "x", "--threads", "0"}, "--threads", "no thread at all"},
      {{"--index", "x", "--log", "loud"}, "--log", "no such log"},
      {{"--index", "x", "--listen", "127.0.0.1"}, "HOST:PORT", "no port"},
      {{"--index", "x", "--listen", "127.0.0.1:65536"}, "65535", "no such port"},
      {{"--index", "x", "--listen", "127.0.0.1:80x"}, "HOST:PORT", "no number"},
      {{"--index", "x", "--listen", "0.0.0.0:8080"}, "other machines", "every address"},
      {{"--index", "x", "--listen", "[::]:8080"}, "other machines", "every address of IPv6"},
      {{"--index", "x", "--listen", "192.0.2.1:8080"}, "reverse proxy", "another machine's view"},
  };
  for (const Row& row : rows) {
    const TemporaryFolder folder;
    std::vector<std::string> words = {kSearchd};
    words.insert(words.end(), row.flags.begin(), row.flags.end());
    Process searchd(folder, words);
    EXPECT_EQ(searchd.exit_code(), 2) << row.reason;
    EXPECT_NE(searchd.err().find(row.said), std::string::npos)
        << row.reason << ": " << searchd.err();
  }
}

TEST(Searchd, PrintsHelpAndVersion) {
  for (const char* flag : {"--help", "--version"}) {
    const TemporaryFolder folder;
    Process searchd(folder, {kSearchd, flag});
    EXPECT_EQ(searchd.exit_code(), 0) << flag;
    EXPECT_NE(searchd.out().find("searchd"), std::string::npos) << flag;
  }
}

TEST(Searchd, ListensOnEveryLoopbackAddress) {
  for (const char* address : {"127.0.0.1:0", "localhost:0", "127.0.0.2:0", "[::1]:0"}) {
    const TemporaryFolder folder;
    Process searchd(folder, {kSearchd, "--index", index_of(folder), "--listen", address});
    EXPECT_GT(searchd.port(), 0) << address;
    searchd.signal(SIGINT);
    EXPECT_EQ(searchd.exit_code(), 0) << address;
  }
}

TEST(Searchd, ReadsFlagsFromAFile) {
  const TemporaryFolder folder;
  const auto file = folder.write(
      "searchd.toml", "index = \"" + index_of(folder) + "\"\nlisten = \"127.0.0.1:0\"\n");
  Process searchd(folder, {kSearchd, "--config", file.string()});
  EXPECT_GT(searchd.port(), 0);
}

/// Asks again and again; a machine may be slow, so how soon it comes is for tests/benchmark.
template <typename Condition>
bool comes_true(const Condition& condition) {
  constexpr std::chrono::seconds kLongest{60};
  const auto end = std::chrono::steady_clock::now() + kLongest;
  while (!condition()) {
    if (std::chrono::steady_clock::now() > end) return false;
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
  }
  return true;
}

TEST(Searchd, RunsWithoutAnIndexAndServesOneWhenItComes) {
  const TemporaryFolder folder;
  Process searchd(folder, {kSearchd, "--index", index_of(folder), "--listen", "127.0.0.1:0"});
  httplib::Client client("127.0.0.1", searchd.port());
  const auto before = client.Get("/api/v1/search?q=chips");
  ASSERT_TRUE(before);
  EXPECT_EQ(before->status, 503);
  EXPECT_EQ(before->get_header_value("Content-Type"), "application/problem+json");
  EXPECT_NE(before->get_header_value("Retry-After"), "");
  EXPECT_NE(before->body.find("indexer build"), std::string::npos) << before->body;
  EXPECT_EQ(client.Get("/healthz")->status, 200) << "alive";
  EXPECT_EQ(client.Get("/readyz")->status, 503) << "not ready";
  const TemporaryFolder input;
  const auto article = input.write("a.txt", "New rules for chips.\n");
  Process indexer(input, {kIndexer, "build", "--index", index_of(folder), article.string()});
  ASSERT_EQ(indexer.exit_code(), 0) << indexer.err();
  EXPECT_TRUE(comes_true([&] { return client.Get("/readyz")->status == 200; }));
  const auto after = client.Get("/api/v1/search?q=chips");
  ASSERT_TRUE(after);
  EXPECT_EQ(after->status, 200) << after->body;
  EXPECT_NE(after->body.find("\"total\":1,"), std::string::npos) << after->body;
  const auto held =
      client.Get("/api/v1/search?q=chips", {{"If-None-Match", after->get_header_value("ETag")}});
  EXPECT_EQ(held->status, 304);
  EXPECT_EQ(held->body, "");
}

std::string answer_of(httplib::Client& client, const std::string& target) {
  const auto answer = client.Get(target);
  EXPECT_TRUE(answer) << target;
  if (!answer) return {};
  EXPECT_EQ(answer->status, 200) << target << ": " << answer->body;
  return answer->body;
}

TEST(Searchd, ShowsWhatWasTaggedAgainWithoutAFailure) {
  const TemporaryFolder folder;
  const TemporaryFolder input;
  const auto names =
      input.write("names/company.jsonl", R"({"id":"other","type":"company","label":"Other"})"
                                         "\n");
  const auto article =
      input.write("a.jsonl", R"({"id":"a","title":"Zorbl","text":"Zorbl sells chips."})"
                             "\n");
  const std::string gazetteer = names.parent_path().string();
  Process build(input, {kIndexer, "build", "--index", index_of(folder), "--gazetteer", gazetteer,
                        article.string()});
  ASSERT_EQ(build.exit_code(), 0) << build.err();
  Process searchd(folder, {kSearchd, "--index", index_of(folder), "--listen", "127.0.0.1:0"});
  const int port = searchd.port();
  httplib::Client client("127.0.0.1", port);
  EXPECT_EQ(answer_of(client, "/api/v1/search?q=chips").find("zorbl-inc"), std::string::npos);
  std::atomic<bool> done{false};
  std::thread asking([&] {
    httplib::Client other("127.0.0.1", port);
    while (!done) {
      static_cast<void>(answer_of(other, "/api/v1/search?q=chips&facet=company"));
    }
  });
  input.write("names/company.jsonl",
              R"({"id":"zorbl-inc","type":"company","label":"Zorbl","aliases":[{"text":"卓博"}]})"
              "\n");
  Process retag(input, {kIndexer, "retag", "--index", index_of(folder), "--gazetteer", gazetteer});
  EXPECT_EQ(retag.exit_code(), 0) << retag.err();
  std::string facets;
  EXPECT_TRUE(comes_true([&] {
    facets = answer_of(client, "/api/v1/facets/company");
    return facets.find(R"("value":"zorbl-inc","label":"Zorbl","count":1)") != std::string::npos;
  })) << facets;
  const std::string found = answer_of(client, "/api/v1/search?q=%E5%8D%93%E5%8D%9A");
  const std::string filtered = answer_of(client, "/api/v1/search?company=zorbl-inc");
  done = true;
  asking.join();
  EXPECT_NE(found.find("\"total\":1,"), std::string::npos) << "by another name: " << found;
  EXPECT_NE(found.find("<mark>Zorbl</mark>"), std::string::npos) << "highlighted: " << found;
  EXPECT_NE(filtered.find("\"total\":1,"), std::string::npos) << filtered;
}

TEST(Searchd, GivesProgramsJsonAndPeoplePages) {
  const TemporaryFolder folder;
  Process searchd(folder, {kSearchd, "--index", index_of(folder), "--listen", "127.0.0.1:0"});
  httplib::Client client("127.0.0.1", searchd.port());
  EXPECT_EQ(client.Get("/api/v1/nosuch")->get_header_value("Content-Type"),
            "application/problem+json");
  EXPECT_EQ(client.Get("/nosuch")->get_header_value("Content-Type"), "text/html; charset=utf-8");
}

TEST(Searchd, LogsRequestsByTheirId) {
  const TemporaryFolder folder;
  Process searchd(folder, {kSearchd, "--index", index_of(folder), "--listen", "127.0.0.1:0",
                           "--log", "requests"});
  httplib::Client client("127.0.0.1", searchd.port());
  const auto answer = client.Get("/healthz?secret=1");
  ASSERT_TRUE(answer);
  const std::string log = searchd.err();
  EXPECT_NE(log.find("\"id\":\"" + answer->get_header_value("X-Request-Id") + '"'),
            std::string::npos)
      << log;
  EXPECT_NE(log.find("\"path\":\"/healthz\""), std::string::npos) << log;
  EXPECT_EQ(log.find("secret"), std::string::npos) << "no query string";
}

TEST(Searchd, EndsWithinFiveSecondsHoweverClientsBehave) {
  const TemporaryFolder folder;
  Process searchd(folder, {kSearchd, "--index", index_of(folder), "--listen", "127.0.0.1:0"});
  httplib::Client idle("127.0.0.1", searchd.port());
  idle.set_keep_alive(true);
  EXPECT_EQ(idle.Get("/healthz")->status, 200);
  const auto begin = std::chrono::steady_clock::now();
  searchd.signal(SIGTERM);
  EXPECT_EQ(searchd.exit_code(), 0);
  EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(5));
}

}  // namespace
}  // namespace techpolicy
