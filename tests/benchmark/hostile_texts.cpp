// Is the time of finding entities linear, whatever the text? hostile_texts GAZETTEER
//
// Takes each hostile text at one and at four times a length and prints the ratio of the times; exit
// code 1 where one is above 8. Of several rounds the fastest counts.
#include "tests/indexer/entities/hostile_texts.h"

#include <algorithm>
#include <chrono>
#include <iomanip>
#include <iostream>
#include <limits>

#include "indexer/entities/lexicon.h"

namespace techpolicy::benchmark {
namespace {

constexpr std::size_t kBytes = 200'000;
constexpr double kMostRatio = 8;
constexpr int kRounds = 5;

double seconds(const Lexicon& lexicon, const std::string& text) {
  const TextAnalysis none;
  double best = std::numeric_limits<double>::max();
  for (int round = 0; round < kRounds; ++round) {
    const auto start = std::chrono::steady_clock::now();
    const TextAnalysis analysis = lexicon.analyzer().analyze(text);
    static_cast<void>(lexicon.matcher().find_mentions(none, analysis));
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
    best = std::min(best, took.count());
  }
  return best;
}

int run(const char* folder) {
  const auto lexicon = Lexicon::load(folder);
  bool linear = true;
  for (const auto& row : testing::hostile_texts(lexicon->gazetteer())) {
    const double once = seconds(*lexicon, clean_utf8(row.text(kBytes)));
    const double four_times = seconds(*lexicon, clean_utf8(row.text(4 * kBytes)));
    linear = linear && four_times / once <= kMostRatio;
    std::cout << std::fixed << std::setprecision(1) << std::setw(6) << four_times / once
              << " times the time for 4 times the text, " << std::setw(7) << once * 1e3
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
