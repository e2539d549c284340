// Time and memory of finding the stories of many articles: story_growth [ARTICLES [SEED]]
//
// Generates articles (default 1,000,000) of 60 to 200 words on a thousand subjects, in the order of
// their days; one in ten is a copy word for word of one of the ten days before, three in ten with a
// fifth of its words changed. Prints what a quarter, a half and all of them take, in CPU seconds
// and memory; how many pairs were compared; what a commit of the last thousand takes; the share of
// copies that stand with their originals; and whether halves give the stories of all at once.
#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <iostream>
#include <malloc.h>
#include <random>
#include <unordered_map>
#include <vector>

#include "indexer/stories/story_groups.h"
#include "tests/benchmark/cpu_time.h"

namespace techpolicy::benchmark {
namespace {

using Random = std::mt19937_64;

constexpr std::size_t kSubjects = 1'000;
constexpr std::size_t kSubjectWords = 400;
constexpr std::size_t kCommonWords = 20'000;
constexpr std::size_t kDays = 2'000;
constexpr std::size_t kCopyDays = 10;

std::string word(std::size_t number, bool name) {
  std::string text;
  for (std::size_t i = 0; i < 6; ++i, number /= 20) text += "bcdfghjklmnpqrstvwxz"[number % 20];
  if (name) text[0] = static_cast<char>(text[0] - 'a' + 'A');
  return text;
}

/// Some words are frequent and most are rare, as in any language.
std::size_t skewed(Random& random, std::size_t count) {
  const double uniform = static_cast<double>(random() % 1'000'000 + 1) / 1'000'001;
  return static_cast<std::size_t>(std::pow(static_cast<double>(count), uniform)) - 1;
}

struct Draft {
  std::vector<std::uint32_t> words;
  std::size_t subject = 0;
};

std::uint32_t draw(std::size_t subject, Random& random) {
  constexpr std::size_t kSpread = 7919;
  if (random() % 2 == 0) return static_cast<std::uint32_t>(skewed(random, kCommonWords) * kSpread);
  const std::size_t own = subject * kSubjectWords + skewed(random, kSubjectWords);
  return static_cast<std::uint32_t>((kCommonWords + own) * kSpread);
}

Draft draft(Random& random) {
  Draft made;
  made.subject = random() % kSubjects;
  for (std::size_t size = 60 + random() % 140; size > 0; --size) {
    made.words.push_back(draw(made.subject, random));
  }
  return made;
}

/// Names are every seventh of a subject's words.
std::string text_of(const Draft& draft) {
  std::string text;
  for (const std::uint32_t number : draft.words) text += word(number, number % 7 == 3) + " ";
  return text;
}

struct Corpus {
  std::vector<StoryArticle> articles;
  std::vector<std::uint32_t> original;  ///< Beside `articles`: document it copies; 0: none.
};

Corpus generate(std::size_t size, Random& random) {
  const Analyzer analyzer(std::make_shared<Vocabulary>());
  Corpus corpus;
  std::vector<Draft> drafts;
  for (std::size_t i = 0; i < size; ++i) {
    const std::size_t kind = i == 0 ? 9 : random() % 10;
    Draft made = kind < 4 ? Draft{} : draft(random);
    std::uint32_t original = 0;
    if (kind < 4) {
      // Copies of copies have strayed too far from the first.
      const std::size_t source = i - 1 - random() % std::min(i, size * kCopyDays / kDays + 1);
      const std::uint32_t first = corpus.original[source];
      original = first == 0 ? static_cast<std::uint32_t>(source + 1) : first;
      made = drafts[original - 1];
      for (std::uint32_t& number : made.words) {
        if (kind > 0 && number % 7 != 3 && random() % 5 == 0) number = draw(made.subject, random);
      }
    }
    StoryArticle article;
    article.document = static_cast<std::uint32_t>(i + 1);
    article.sequence = article.document;
    article.day = static_cast<DayNumber>(i * kDays / size);
    article.sketch = make_story_sketch({}, analyzer.analyze(text_of(made)), analyzer.vocabulary());
    corpus.articles.push_back(article);
    corpus.original.push_back(original);
    drafts.push_back(std::move(made));
  }
  return corpus;
}

/// Of everything that is allocated and not freed.
double used_megabytes() {
  const struct mallinfo2 info = mallinfo2();
  return static_cast<double>(info.uordblks + info.hblkhd) / 1e6;
}

std::vector<std::uint32_t> firsts(const Corpus& corpus, std::size_t size, std::size_t batch,
                                  bool print) {
  const double memory = used_megabytes();
  const double start = cpu_seconds();
  StoryGroups groups;
  std::vector<std::uint32_t> first(size + 1);
  const auto settle = [&] {
    for (const StoryChange& change : groups.settle()) first[change.document] = change.place.first;
  };
  for (std::size_t i = 0; i < size; ++i) {
    if (i > 0 && i % batch == 0) settle();
    groups.put(corpus.articles[i]);
  }
  settle();
  if (print) {
    std::cout << size << " articles: " << cpu_seconds() - start << " s, "
              << used_megabytes() - memory << " MB, " << groups.comparisons() << " comparisons\n";
  }
  return first;
}

/// What one commit of a few articles takes where all others are settled.
void print_one_commit(const Corpus& corpus) {
  const std::size_t few = std::min(corpus.articles.size(), std::size_t{1'000});
  StoryGroups groups;
  double start = 0;
  for (std::size_t i = 0; i < corpus.articles.size(); ++i) {
    if (i == corpus.articles.size() - few) {
      static_cast<void>(groups.settle());
      start = cpu_seconds();
    }
    groups.put(corpus.articles[i]);
  }
  static_cast<void>(groups.settle());
  std::cout << "the last " << few << " of them: " << cpu_seconds() - start << " s\n";
}

int run(std::size_t size, std::uint64_t seed) {
  Random random(seed);
  const double start = cpu_seconds();
  const Corpus corpus = generate(size, random);
  std::cout << "seed " << seed << ", generated and sketched in " << cpu_seconds() - start << " s\n";
  static_cast<void>(firsts(corpus, size / 4, size, true));
  static_cast<void>(firsts(corpus, size / 2, size, true));
  const std::vector<std::uint32_t> at_once = firsts(corpus, size, size, true);
  print_one_commit(corpus);
  std::size_t copies = 0;
  std::size_t together = 0;
  for (std::size_t i = 0; i < size; ++i) {
    if (corpus.original[i] == 0) continue;
    ++copies;
    together += at_once[i + 1] != 0 && at_once[i + 1] == at_once[corpus.original[i]] ? 1U : 0U;
  }
  std::cout << together << " of " << copies << " copies stand with their originals\n";
  const bool same = at_once == firsts(corpus, size, (size + 1) / 2, false);
  std::cout << (same ? "halves give the same stories\n" : "HALVES DIFFER\n");
  return same ? 0 : 1;
}

}  // namespace
}  // namespace techpolicy::benchmark

int main(int argc, char** argv) {
  const std::size_t size = argc > 1 ? std::strtoull(argv[1], nullptr, 10) : 1'000'000;
  return techpolicy::benchmark::run(size, argc > 2 ? std::strtoull(argv[2], nullptr, 10) : 1);
}
