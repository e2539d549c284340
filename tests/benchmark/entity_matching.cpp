// How fast entities are found: entity_matching GAZETTEER FILE.jsonl...
//
// Reads the "text" of each line and prints MB per second of CPU time for the tokens, for the
// mentions from ready tokens and for both, and the memory in use. A reference matcher, if built in,
// runs on the same texts in the same rounds with the same gazetteer. Of several rounds the fastest
// counts: the machine may be busy.
#include <algorithm>
#include <fstream>
#include <functional>
#include <iostream>
#include <limits>
#include <nlohmann/json.hpp>
#include <unistd.h>
#include <vector>

#include "indexer/entities/lexicon.h"
#include "indexer/entities/name_vocabulary.h"
#include "tests/benchmark/cpu_time.h"
#include "tests/benchmark/reference_matcher.h"

namespace techpolicy::benchmark {
namespace {

constexpr int kRounds = 7;

std::vector<std::string> read_texts(int argc, char** argv) {
  std::vector<std::string> texts;
  for (int i = 2; i < argc; ++i) {
    std::ifstream stream(argv[i]);
    for (std::string line; std::getline(stream, line);) {
      texts.push_back(clean_utf8(nlohmann::json::parse(line).at("text").get<std::string>()));
    }
  }
  return texts;
}

/// One thing to time over all texts; `run` returns a count, so that nothing is left out.
struct Contestant {
  std::string name;
  std::function<std::size_t()> run;
  double seconds = std::numeric_limits<double>::max();
  std::size_t count = 0;
};

void race(std::vector<Contestant>& contestants) {
  for (int round = 0; round < kRounds; ++round) {
    for (Contestant& contestant : contestants) {
      const double start = cpu_seconds();
      contestant.count = contestant.run();
      contestant.seconds = std::min(contestant.seconds, cpu_seconds() - start);
    }
  }
}

double resident_megabytes() {
  std::size_t all = 0;
  std::size_t resident = 0;
  std::ifstream("/proc/self/statm") >> all >> resident;
  return static_cast<double>(resident) * static_cast<double>(sysconf(_SC_PAGESIZE)) / 1e6;
}

void print(const std::string& name, double megabytes, double seconds) {
  std::cout << name << ": " << megabytes / seconds << " MB/s\n";
}

std::vector<Contestant> contestants(const Lexicon& lexicon, const std::vector<std::string>& texts,
                                    const std::vector<TextAnalysis>& analyses) {
  const auto sum = [&](const auto& count) {
    std::size_t total = 0;
    for (std::size_t i = 0; i < texts.size(); ++i) total += count(i);
    return total;
  };
  std::vector<Contestant> all;
  all.push_back({"tokens", [&, sum] {
                   return sum([&](std::size_t i) {
                     return lexicon.analyzer().analyze(texts[i]).tokens.size();
                   });
                 }});
  all.push_back({"mentions from ready tokens", [&, sum] {
                   const TextAnalysis none;
                   return sum([&](std::size_t i) {
                     return lexicon.matcher().find_mentions(none, analyses[i]).body.size();
                   });
                 }});
  if (!has_reference_matcher()) return all;
  all.push_back({"reference, tokens", [&, sum] {
                   return sum([&](std::size_t i) { return reference_tokens(texts[i]); });
                 }});
  all.push_back({"reference, tokens and mentions", [&, sum] {
                   return sum([&](std::size_t i) { return reference_mentions(texts[i]); });
                 }});
  return all;
}

int run(int argc, char** argv) {
  const double before = resident_megabytes();
  const auto lexicon = Lexicon::load(argv[1]);
  const double loaded = resident_megabytes();
  const std::vector<std::string> texts = read_texts(argc, argv);
  std::vector<TextAnalysis> analyses;
  double megabytes = 0;
  for (const std::string& text : texts) {
    analyses.push_back(lexicon->analyzer().analyze(text));
    megabytes += static_cast<double>(text.size()) / 1e6;
  }
  if (has_reference_matcher()) {
    const auto folder = std::filesystem::temp_directory_path() / "techpolicy-entity-matching";
    std::filesystem::create_directories(folder);
    load_reference_matcher(lexicon->gazetteer(), lexicon->bytes().words, folder);
  }
  std::vector<Contestant> all = contestants(*lexicon, texts, analyses);
  race(all);
  std::cout << lexicon->gazetteer().entities().size() << " entities, " << texts.size()
            << " texts of " << megabytes << " MB, " << all[1].count << " mentions\n";
  for (const Contestant& contestant : all) print(contestant.name, megabytes, contestant.seconds);
  print("tokens and mentions", megabytes, all[0].seconds + all[1].seconds);
  if (has_reference_matcher()) {
    const double reference_matching = all[3].seconds - all[2].seconds;
    print("reference, mentions alone", megabytes, reference_matching);
    std::cout << "matching alone: " << reference_matching / all[1].seconds
              << " times the reference's speed; matching against its whole run: "
              << all[3].seconds / all[1].seconds
              << "; whole against whole: " << all[3].seconds / (all[0].seconds + all[1].seconds)
              << "\n";
  }
  std::cout << "memory: " << loaded - before << " MB for gazetteer, words and tables\n";
  return 0;
}

}  // namespace
}  // namespace techpolicy::benchmark

int main(int argc, char** argv) {
  if (argc < 3) {
    std::cerr << "usage: entity_matching GAZETTEER FILE.jsonl...\n";
    return 2;
  }
  return techpolicy::benchmark::run(argc, argv);
}
