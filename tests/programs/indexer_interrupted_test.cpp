// `indexer` stopped, killed, met by another or by a damaged index; and what retag leaves.
#include "tests/programs/indexer_program.h"

namespace techpolicy {
namespace {

TEST_F(IndexerTest, AddStopsCleanlyAfterTheCurrentCommit) {
  write("a.jsonl", many_records());
  const pid_t child = start({"add", "--index", index_, "--jobs", "2", input_});
  wait_for_output();
  ::kill(child, SIGINT);
  const Outcome stopped = finish(child);
  EXPECT_EQ(stopped.code, 1);
  EXPECT_THAT(stopped.err, HasSubstr("what was committed stays"));
  const std::string last = stopped.out.substr(stopped.out.rfind("committed ") + 10);
  EXPECT_THAT(run({"check", "--index", index_}).out,
              StartsWith("ok: " + last.substr(0, last.find('\n')) + " documents"));
  EXPECT_EQ(run({"add", "-q", "--index", index_, input_}).code, 0) << "goes on where it stopped";
  EXPECT_THAT(run({"stats", "--index", index_}).out, StartsWith("documents   20000\n"));
}

TEST_F(IndexerTest, AKilledBuildLeavesTheOldIndexAndNoRubbish) {
  write("a.jsonl", kTwoRecords);
  ASSERT_EQ(run({"build", "--index", index_, input_}).code, 0);
  write("b.jsonl", many_records());
  const pid_t child = start({"build", "--index", index_, input_});
  std::this_thread::sleep_for(std::chrono::milliseconds(300));
  ::kill(child, SIGKILL);
  EXPECT_EQ(finish(child).code, -1);
  EXPECT_THAT(run({"check", "--index", index_}).out, StartsWith("ok: 2 documents"));
  EXPECT_EQ(run({"remove", "--index", index_, "a"}).code, 0) << "no lock is left";
  for (const auto& entry : fs::directory_iterator(index_)) {
    EXPECT_THAT(entry.path().filename().string(), Not(StartsWith("building.")));
  }
}

std::string company_line(const std::string& id, const std::string& label) {
  return R"({"id":")" + id + R"(","type":"company","label":")" + label + "\"}\n";
}

TEST_F(IndexerTest, RetagsWithAnEditedGazetteer) {
  write("a.jsonl", kTwoRecords);
  const fs::path names = folder_.write("names/company.jsonl", company_line("acme", "Acme"));
  const std::string gazetteer = names.parent_path().string();
  ASSERT_EQ(run({"build", "--index", index_, "--gazetteer", gazetteer, input_}).code, 0);
  const auto companies = [&] {
    return Json::parse(run({"stats", "--json", "--index", index_}).out)["entities"]["company"];
  };
  EXPECT_EQ(companies(), 0);
  folder_.write("names/company.jsonl", company_line("nvidia", "Nvidia"));
  const Outcome outcome = run({"retag", "--index", index_, "--gazetteer", gazetteer});
  EXPECT_EQ(outcome.code, 0) << outcome.err;
  EXPECT_EQ(outcome.out, "committed 2\n");
  EXPECT_THAT(outcome.err, HasSubstr("1 tagged anew, 1 unchanged, names stored"));
  EXPECT_EQ(companies(), 1);
  const Outcome again = run({"retag", "--index", index_, "--gazetteer", gazetteer});
  EXPECT_EQ(again.code, 0);
  EXPECT_EQ(again.out, "") << "no commit";
  folder_.write("names/company.jsonl", "{broken\n");
  const Outcome broken = run({"retag", "--index", index_, "--gazetteer", gazetteer});
  EXPECT_EQ(broken.code, 1);
  EXPECT_THAT(broken.err, HasSubstr("company.jsonl:1"));
  fs::resize_file(fs::path(index_) / fs::read_symlink(fs::path(index_) / "current") / "iamglass",
                  3);
  EXPECT_EQ(run({"retag", "--index", index_}).code, 4) << "damaged index";
}

TEST_F(IndexerTest, AKilledRetagLeavesTheIndexAsItWas) {
  write("a.jsonl", many_records());
  const fs::path names = folder_.write("names/company.jsonl", company_line("acme", "Acme"));
  const std::string gazetteer = names.parent_path().string();
  ASSERT_EQ(run({"build", "-q", "--index", index_, "--gazetteer", gazetteer, input_}).code, 0);
  folder_.write("names/company.jsonl", company_line("nvidia", "Nvidia"));
  const Arguments retag = {"retag", "-q", "--index", index_, "--gazetteer", gazetteer};
  for (const int signal : {SIGKILL, SIGTERM}) {
    const pid_t child = start(retag);
    std::this_thread::sleep_for(std::chrono::milliseconds(150));
    ::kill(child, signal);
    const Outcome ended = finish(child);
    EXPECT_EQ(ended.code, signal == SIGKILL ? -1 : 1) << ended.err;
    EXPECT_EQ(ended.out, "") << "nothing was committed";
    EXPECT_THAT(run({"check", "--index", index_}).out,
                StartsWith("ok: 20000 documents, revision 1,"));
  }
  EXPECT_EQ(run(retag).out, "committed 20000\n");
  EXPECT_THAT(run({"stats", "--index", index_}).out, HasSubstr("company 1 "));
}

TEST_F(IndexerTest, FindsADamagedIndex) {
  write("b.jsonl", many_records());
  ASSERT_EQ(run({"build", "-q", "--index", index_, input_}).code, 0);
  const fs::path table =
      fs::path(index_) / fs::read_symlink(fs::path(index_) / "current") / "position.glass";
  fs::resize_file(table, fs::file_size(table) / 2);
  const Outcome outcome = run({"check", "--index", index_});
  EXPECT_EQ(outcome.code, 4);
  EXPECT_THAT(outcome.err, HasSubstr("indexer build"));
}

TEST_F(IndexerTest, ASecondWriterIsRefused) {
  write("a.jsonl", many_records());
  const pid_t child = start({"add", "--index", index_, input_});
  wait_for_output();
  const pid_t second = ::fork();
  if (second == 0) {
    if (std::freopen((folder_.path() / "err2").c_str(), "w", stderr) == nullptr) ::_exit(127);
    ::execl(kProgram, kProgram, "remove", "--index", index_.c_str(), "n1", nullptr);
    ::_exit(127);
  }
  int status = 0;
  ::waitpid(second, &status, 0);
  EXPECT_EQ(WEXITSTATUS(status), 4);
  EXPECT_THAT(content_of(folder_.path() / "err2"), HasSubstr("process " + std::to_string(child)));
  ::kill(child, SIGKILL);
  static_cast<void>(finish(child));
}

}  // namespace
}  // namespace techpolicy
