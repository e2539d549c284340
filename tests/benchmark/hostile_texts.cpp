// Is the time of finding entities linear, whatever the text? hostile_texts GAZETTEER
//
// Takes each hostile text at one and at four times a length and prints the ratio of the times; exit
// code 1 where one is above 10 (a square would be 16). Of several rounds the fastest counts.
#include "tests/indexer/entities/hostile_texts.h"

#include <algorithm>
#include <iomanip>
#include <iostream>
#include <limits>

#include "indexer/entities/lexicon.h"
#include "tests/benchmark/cpu_time.h"

namespace techpolicy::benchmark {
namespace {

constexpr std::size_t kBytes = 200'000;
constexpr double kMostRatio = 10;
constexpr int kRounds = 7;

double seconds(const Lexicon& lexicon, const std::string& text) {
  const TextAnalysis none;
  const double start = cpu_seconds();
  const TextAnalysis analysis = lexicon.analyzer().analyze(text);
  static_cast<void>(lexicon.matcher().find_mentions(none, analysis));
  return cpu_seconds() - start;
}

struct Times {
  double once = std::numeric_limits<double>::max();
  double four_times = std::numeric_limits<double>::max();
};

/// Both lengths in each round, so that a busy moment meets both.
Times fastest(const Lexicon& lexicon, const testing::HostileText& row) {
  const std::string once = clean_utf8(row.text(kBytes));
  const std::string four_times = clean_utf8(row.text(4 * kBytes));
  Times times;
  for (int round = 0; round < kRounds; ++round) {
    times.once = std::min(times.once, seconds(lexicon, once));
    times.four_times = std::min(times.four_times, seconds(lexicon, four_times));
  }
  return times;
}

int run(const char* folder) {
  const auto lexicon = Lexicon::load(folder);
  bool linear = true;
  for (const auto& row : testing::hostile_texts(lexicon->gazetteer())) {
    const Times times = fastest(*lexicon, row);
    const double ratio = times.four_times / times.once;
    linear = linear && ratio <= kMostRatio;
    std::cout << std::fixed << std::setprecision(1) << std::setw(6) << ratio
              << " times the time for 4 times the text, " << std::setw(7) << times.once * 1e3
              << " ms: " << row.reason << "\n";
  }
  return linear ? 0 : 1;
}

}  // namespace
}  // namespace techpolicy::benchmark

int main(int argc, char** argv) {
  if (argc != 2) {
    std::cerr << "usage: hostile_texts GAZETTEER\n";
    return 2;
  }
  return techpolicy::benchmark::run(argv[1]);
}
