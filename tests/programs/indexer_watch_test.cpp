// `indexer watch`: what is put below its inputs is in the index soon, and stays there after a kill.
#include "tests/programs/indexer_program.h"

namespace techpolicy {
namespace {

class IndexerWatch : public IndexerTest {
 protected:
  /// Waits until `stats` counts so many documents.
  void wait_for_documents(unsigned count) {
    const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds(60);
    const std::string line = "committed " + std::to_string(count) + '\n';
    while (!content_of(folder_.path() / "out").ends_with(line)) {
      ASSERT_LT(std::chrono::steady_clock::now(), deadline) << content_of(folder_.path() / "err");
      std::this_thread::sleep_for(std::chrono::milliseconds(20));
    }
  }
};

TEST_F(IndexerWatch, AddsWhatComesAndTakesOutWhatGoes) {
  write("first.txt", "Nvidia sells chips.");
  const pid_t watch = start({"watch", "--index", index_, "--prune", "--interval", "3600", input_});
  wait_for_documents(1);
  write("second.txt", "Huawei makes chips.");
  wait_for_documents(2);
  write("new/folder/third.txt", "OpenAI trains a model.");
  wait_for_documents(3);
  fs::remove(fs::path(input_) / "first.txt");
  wait_for_documents(2);
  ::kill(watch, SIGTERM);
  EXPECT_EQ(finish(watch).code, 0);
}

TEST_F(IndexerWatch, ABrokenFileIsToldOnceAndTheRestGoesOn) {
  write("broken.jsonl", "{");
  write("whole.txt", "Nvidia sells chips.");
  const pid_t watch = start({"watch", "--index", index_, input_});
  wait_for_documents(1);
  write("second.txt", "Huawei makes chips.");
  wait_for_documents(2);
  ::kill(watch, SIGTERM);
  const std::string err = finish(watch).err;
  const std::size_t first = err.find("broken.jsonl:1");
  EXPECT_NE(first, std::string::npos) << err;
  EXPECT_EQ(err.find("broken.jsonl:1", first + 1), std::string::npos) << err;
}

TEST_F(IndexerWatch, AKilledOneIsTakenUpByTheNext) {
  write("a.jsonl", many_records());
  const pid_t watch = start({"watch", "--index", index_, input_});
  wait_for_output();
  ::kill(watch, SIGKILL);
  static_cast<void>(finish(watch));
  EXPECT_EQ(run({"check", "--index", index_}).code, 0);
  EXPECT_EQ(run({"add", "--index", index_, input_}).code, 0);
  const Json stats = Json::parse(run({"stats", "--index", index_, "--json"}).out);
  EXPECT_EQ(stats["documents"], 20000);
}

TEST_F(IndexerTest, ReportSaysWhatBecameOfEachFile) {
  write("a.jsonl", kTwoRecords);
  write("b.jsonl", "{\n");
  const std::string report = (folder_.path() / "report.jsonl").string();
  EXPECT_EQ(run({"add", "--index", index_, "--report", report, input_}).code, 3);
  std::istringstream lines(content_of(report));
  std::string line;
  std::getline(lines, line);
  EXPECT_EQ(Json::parse(line), Json::parse(R"({"file":"input/a.jsonl","result":"read","added":2,
      "changed":0,"unchanged":0,"copies":0,"overwritten":0,"rejected":0})"));
  std::getline(lines, line);
  EXPECT_EQ(Json::parse(line)["rejected"], 1);
  std::getline(lines, line);
  EXPECT_EQ(Json::parse(line)["total"]["documents"], 2);
  EXPECT_EQ(run({"add", "--index", index_, "--report", "/nonexistent/r", input_}).code, 2);
}

}  // namespace
}  // namespace techpolicy
