// The real program `indexer`: its commands, output, exit codes and messages.
#include "tests/programs/indexer_program.h"

namespace techpolicy {
namespace {

TEST_F(IndexerTest, BuildsAddsRemovesChecksAndCounts) {
  write("a.jsonl", kTwoRecords);
  const Outcome built = run({"build", "--index", index_, input_});
  EXPECT_EQ(built.code, 0) << built.err;
  EXPECT_EQ(built.out, "committed 2\n");

  write("c.txt", "A third text.");
  EXPECT_EQ(run({"add", "--index", index_, input_}).out, "committed 3\n");
  const Outcome again = run({"add", "--index", index_, input_});
  EXPECT_EQ(again.code, 0);
  EXPECT_EQ(again.out, "") << "no commit";
  EXPECT_THAT(again.err, HasSubstr("nothing new: 2 files unchanged, not read again"));

  EXPECT_EQ(run({"remove", "--index", index_, "a"}).out, "committed 2\n");
  const Outcome unknown = run({"remove", "--index", index_, "a"});
  EXPECT_EQ(unknown.code, 3);
  EXPECT_THAT(unknown.err, HasSubstr("no article has the id a"));

  const Outcome checked = run({"check", "--index", index_});
  EXPECT_EQ(checked.code, 0) << checked.err;
  EXPECT_THAT(checked.out, StartsWith("ok: 2 documents, revision 3"));
  EXPECT_THAT(run({"stats", "--index", index_}).out, StartsWith("documents   2\n"));
}

TEST_F(IndexerTest, StatsAreJson) {
  write("a.jsonl", kTwoRecords);
  ASSERT_EQ(run({"build", "--index", index_, input_}).code, 0);
  const Json stats = Json::parse(run({"stats", "--json", "--index", index_}).out);
  EXPECT_EQ(stats["documents"], 2);
  EXPECT_EQ(stats["revision"], 1);
  EXPECT_EQ(stats["sequence"], 2);
  EXPECT_EQ(stats["dated"], 2);
  EXPECT_EQ(stats["undated"], 0);
  EXPECT_EQ(stats["first_date"], "2024");
  EXPECT_EQ(stats["last_date"], "2025-03-01");
  EXPECT_EQ(stats["languages"], (Json{{"en", 1}, {"fr", 1}}));
  EXPECT_EQ(stats["sources"], 1);
  EXPECT_EQ(stats["entities"]["company"], 1);
  EXPECT_GT(stats["bytes"], 0);
  EXPECT_TRUE(std::regex_match(stats["updated_at"].get<std::string>(),
                               std::regex(R"(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ)")));
}

TEST_F(IndexerTest, InspectPrintsOneArticleALine) {
  const std::string text = "Le café dit « Nvidia » — DeepSeekplanned V4.";
  write("a.txt", text);
  const Outcome outcome = run({"inspect", input_});
  ASSERT_EQ(outcome.code, 0) << outcome.err;
  const Json article = Json::parse(outcome.out);
  EXPECT_EQ(article["text"], text) << "unaltered";
  EXPECT_EQ(article["date_precision"], "unknown");
  EXPECT_TRUE(article["published"].is_null());
  std::map<std::string, Json> mentions;
  for (const Json& mention : article["mentions"]) {
    mentions[mention["entity"]["id"].get<std::string>()] = mention;
  }
  const Json nvidia = mentions["nvidia"];
  EXPECT_EQ(nvidia["start"], 14) << "code points, not bytes";
  EXPECT_EQ(nvidia["end"], 20);
  EXPECT_EQ(nvidia["surface"], "Nvidia");
  EXPECT_EQ(nvidia["field"], "text");
  EXPECT_FALSE(nvidia["evidence"].empty());
  EXPECT_EQ(mentions["deepseek"]["surface"], "DeepSeek");
  bool glued = false;
  for (const Json& repair : article["repairs"]) glued |= repair["kind"] == "glued";
  EXPECT_TRUE(glued);
}

TEST_F(IndexerTest, ReadsStandardInput) {
  const fs::path records = write("a.jsonl", kTwoRecords);
  EXPECT_EQ(run({"build", "--index", index_, "-"}, records).out, "committed 2\n");
}

TEST_F(IndexerTest, RejectsBrokenInputsAndIndexesTheRest) {
  write("a.jsonl", std::string(kTwoRecords) + "{broken\n");
  write("array.jsonl", "[\n{\"text\":\"x\"}\n]\n");
  write("empty.txt", "");
  write("cut.jsonl.gz", "\x1f\x8b\x08");
  write("table.xls", "x");
  fs::create_directory_symlink(".", fs::path(input_) / "loop");
  // Below the input: it must not be read while it grows.
  const std::string errors = (fs::path(input_) / "errors.jsonl").string();
  const Outcome outcome = run({"build", "--index", index_, "--errors", errors, input_});
  EXPECT_EQ(outcome.code, 3) << outcome.err;
  EXPECT_EQ(outcome.out, "committed 2\n");
  std::map<std::string, Json> by_file;
  std::istringstream lines(content_of(errors));
  for (std::string line; std::getline(lines, line);) {
    const Json reject = Json::parse(line);
    by_file[fs::path(reject["file"].get<std::string>()).filename().string()] = reject;
    EXPECT_FALSE(reject["reason"].get<std::string>().empty());
    EXPECT_FALSE(reject["detail"].get<std::string>().empty());
  }
  EXPECT_EQ(by_file["a.jsonl"]["line"], 3);
  for (const char* file : {"array.jsonl", "empty.txt", "cut.jsonl.gz", "table.xls", "loop"}) {
    EXPECT_TRUE(by_file.contains(file)) << file;
  }
  EXPECT_THAT(outcome.err, HasSubstr(std::to_string(by_file.size()) + " rejected ("));
}

TEST_F(IndexerTest, RejectsAnEndlessLineAndBadCharactersOfALine) {
  std::string lines = kTwoRecords;
  lines.append(R"({"id":"long","text":")").append(50'000'000, 'x').append("\"}\n");
  lines.append("{\"id\":\"c\",\"text\":\"caf\xe9\"}\n");
  lines.append(R"({"id":"d","text":"The last."})").append("\n");
  write("a.jsonl", lines);
  const std::string errors = (folder_.path() / "errors.jsonl").string();
  const Outcome outcome = run({"build", "--index", index_, "--errors", errors, input_});
  EXPECT_EQ(outcome.code, 3) << outcome.err;
  EXPECT_EQ(outcome.out, "committed 3\n");
  std::istringstream rejects(content_of(errors));
  std::vector<int> at;
  for (std::string line; std::getline(rejects, line);) {
    const Json reject = Json::parse(line);
    at.push_back(reject["line"].get<int>());
    EXPECT_FALSE(reject["detail"].get<std::string>().empty());
  }
  EXPECT_THAT(at, ::testing::ElementsAre(3, 4));
}

TEST_F(IndexerTest, RejectsAFileItMayNotRead) {
  write("a.jsonl", kTwoRecords);
  const fs::path secret = write("secret.jsonl", kTwoRecords);
  fs::permissions(secret, fs::perms::none);
  give_up_root();
  const Outcome outcome = run({"build", "--index", index_, input_});
  if (outcome.code == 127) GTEST_SKIP() << "only root may run the program where it lies";
  EXPECT_EQ(outcome.code, 3) << outcome.err;
  EXPECT_EQ(outcome.out, "committed 2\n");
  EXPECT_THAT(outcome.err, AllOf(HasSubstr("secret.jsonl"), HasSubstr("ermission")));
}

struct UsageRow {
  Arguments arguments;
  int code;
  const char* message;
  const char* why;
};

TEST_F(IndexerTest, RefusesWithTheRightCodeAndAdvice) {
  const UsageRow rows[] = {
      {{}, 2, "--help", "no command"},
      {{"frobnicate"}, 2, "--help", "no such command"},
      {{"candidates"}, 2, "INPUT", "no input"},
      {{"build", input_}, 2, "--index", "no index"},
      {{"build", "--index", index_}, 2, "INPUT", "no input"},
      {{"build", "--index", index_, "--jobs", "0", input_}, 2, "--jobs", "no threads"},
      {{"build", "--index", index_, "--progress", "often", input_},
       2,
       "--progress",
       "no such mode"},
      {{"build", "--index", index_, "--errors", "/no/such/folder/x", input_},
       2,
       "--errors",
       "cannot be written"},
      {{"stats", "--index", index_}, 4, "indexer build", "no index yet"},
      {{"check", "--index", index_}, 4, "indexer build", "no index yet"},
      {{"remove", "--index", index_, "x"}, 4, "indexer build", "no index yet"},
      {{"build", "--index", index_, input_ + "-typing-error"}, 1, "Check the paths", "no article"},
      {{"retag", "--index", index_}, 4, "indexer build", "no index yet"},
      {{"retag", "--index", index_, input_}, 2, "--help", "its articles are in the index"},
      {{"build", "--index", index_, "--gazetteer", "/no/such/folder", input_},
       1,
       "/no/such/folder",
       "no gazetteer"},
  };
  write("a.txt", "Text.");
  for (const UsageRow& row : rows) {
    const Outcome outcome = run(row.arguments);
    EXPECT_EQ(outcome.code, row.code) << row.why << ": " << outcome.err;
    EXPECT_THAT(outcome.err, HasSubstr(row.message)) << row.why;
  }
  EXPECT_FALSE(fs::exists(fs::path(index_) / "current")) << "none of them made an index";
}

TEST_F(IndexerTest, TellsItsVersionAndCommands) {
  EXPECT_THAT(run({"--version"}).out, StartsWith("indexer "));
  const Outcome help = run({"--help"});
  EXPECT_EQ(help.code, 0);
  for (const char* command :
       {"build", "add", "remove", "retag", "check", "stats", "inspect", "candidates"}) {
    EXPECT_THAT(help.out, HasSubstr(command));
  }
}

TEST_F(IndexerTest, CandidatesListsWhatTheGazetteerLacks) {
  write("a.txt", "It sued Zentor Widgets Inc. then. Nvidia did not.");
  write("b.txt", "It sued Brisko GmbH and Zentor Widgets Inc. then.");
  const Outcome outcome = run({"candidates", input_});
  ASSERT_EQ(outcome.code, 0) << outcome.err;
  EXPECT_THAT(outcome.out, StartsWith("articles\tmentions\t"));
  EXPECT_THAT(outcome.out, HasSubstr("\n2\t2\tcompany\tunreviewed.zentor-widgets\t"));
  EXPECT_THAT(outcome.out, Not(HasSubstr("\tnvidia\t")));
  const Outcome json = run({"candidates", "--json", input_});
  ASSERT_EQ(json.code, 0) << json.err;
  const Json first = Json::parse(json.out.substr(0, json.out.find('\n')));
  EXPECT_EQ(first["id"], "unreviewed.zentor-widgets") << "most frequent first";
  EXPECT_EQ(run({"candidates", input_ + "/absent"}).code,
            run({"inspect", input_ + "/absent"}).code);
}

TEST_F(IndexerTest, LintNamesFileAndLine) {
  EXPECT_EQ(run({"lint-gazetteer"}).code, 0) << "the gazetteer of the product";
  const std::string company = R"({"id":"a","type":"company","label":"Aaa"})";
  const fs::path file = folder_.write("gazetteer/company.jsonl", company + "\n" + company + "\n");
  const Outcome outcome = run({"lint-gazetteer", file.parent_path().string()});
  EXPECT_EQ(outcome.code, 1);
  EXPECT_THAT(outcome.err, HasSubstr("company.jsonl:2"));

  folder_.write("gazetteer/company.jsonl", R"({"id":"target","type":"company","label":"Target"})"
                                           "\n");
  const Outcome ordinary = run({"lint-gazetteer", file.parent_path().string()});
  EXPECT_EQ(ordinary.code, 1);
  EXPECT_THAT(ordinary.err, HasSubstr("\"target\""));
}

TEST_F(IndexerTest, QuietSaysNothingWhenAllIsWell) {
  write("a.jsonl", kTwoRecords);
  EXPECT_EQ(run({"build", "-q", "--index", index_, input_}).err, "");
}

}  // namespace
}  // namespace techpolicy
