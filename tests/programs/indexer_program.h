// The real program `indexer`, run in a folder of its own.
#pragma once

#include <chrono>
#include <csignal>
#include <cstdio>
#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <map>
#include <nlohmann/json.hpp>
#include <regex>
#include <sstream>
#include <string>
#include <sys/stat.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>
#include <vector>

#include "tests/temporary_folder.h"

namespace techpolicy {

namespace fs = std::filesystem;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;
using Json = nlohmann::json;
using Arguments = std::vector<std::string>;

inline const char* const kProgram = TECHPOLICY_BINARY_DIR "/indexer/indexer";

struct Outcome {
  int code = -1;  ///< Exit code; -1 where a signal ended it.
  std::string out;
  std::string err;
};

inline std::string content_of(const fs::path& file) {
  std::ostringstream content;
  content << std::ifstream(file, std::ios::binary).rdbuf();
  return content.str();
}

class IndexerTest : public ::testing::Test {
 protected:
  /// Starts the program with its output in files; standard input from a file, or none.
  pid_t start(Arguments arguments, const fs::path& input = "/dev/null") const {
    std::vector<char*> argv = {const_cast<char*>(kProgram)};
    for (std::string& argument : arguments) argv.push_back(argument.data());
    argv.push_back(nullptr);
    const pid_t child = ::fork();
    if (child == 0) {
      const bool ready = std::freopen(input.c_str(), "r", stdin) != nullptr &&
                         std::freopen((folder_.path() / "out").c_str(), "w", stdout) != nullptr &&
                         std::freopen((folder_.path() / "err").c_str(), "w", stderr) != nullptr;
      if (ready && (user_ == 0 || ::setuid(user_) == 0)) ::execv(kProgram, argv.data());
      ::_exit(127);
    }
    return child;
  }

  Outcome finish(pid_t child) const {
    int status = 0;
    ::waitpid(child, &status, 0);
    return {WIFEXITED(status) ? WEXITSTATUS(status) : -1, content_of(folder_.path() / "out"),
            content_of(folder_.path() / "err")};
  }

  Outcome run(const Arguments& arguments, const fs::path& input = "/dev/null") const {
    return finish(start(arguments, input));
  }

  /// Waits, at most half a minute, until the program has printed something.
  void wait_for_output() const {
    const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds(30);
    while (content_of(folder_.path() / "out").empty()) {
      ASSERT_LT(std::chrono::steady_clock::now(), deadline);
      std::this_thread::sleep_for(std::chrono::milliseconds(5));
    }
  }

  std::string write(const std::string& name, std::string_view bytes) const {
    return folder_.write("input/" + name, bytes).string();
  }

  /// Runs the program from now on as one whom file permissions hold; root reads everything.
  void give_up_root() {
    if (::geteuid() != 0) return;
    constexpr uid_t kNobody = 65534;
    for (const char* name : {"", "out", "err"}) {
      std::ofstream(folder_.path() / name, std::ios::app).flush();
      ASSERT_EQ(::chown((folder_.path() / name).c_str(), kNobody, kNobody), 0) << name;
    }
    user_ = kNobody;
  }

  TemporaryFolder folder_;
  uid_t user_ = 0;  ///< Whom the program runs as; 0: whoever runs the test.
  std::string index_ = (folder_.path() / "index").string();
  std::string input_ = (folder_.path() / "input").string();
};

inline const char* const kTwoRecords =
    R"({"id":"a","title":"Nvidia","date":"2025-03-01","source":"Wire","text":"Nvidia sells chips."})"
    "\n"
    R"({"id":"b","date":"2024","lang":"fr","text":"Le gouvernement parle des puces."})"
    "\n";

/// Enough articles that a run takes longer than it takes to stop it, and more than may wait to be
/// indexed: the long words, which no index keeps, fill what is read ahead.
inline std::string many_records() {
  std::string lines;
  for (int i = 0; i < 20000; ++i) {
    lines.append(R"({"id":"n)").append(std::to_string(i));
    lines.append(R"(","text":"Nvidia sells chips and the ministry of trade counts number )");
    lines.append(std::to_string(i)).append(" of them. ").append(1000, 'x').append("\"}\n");
  }
  return lines;
}

}  // namespace techpolicy
