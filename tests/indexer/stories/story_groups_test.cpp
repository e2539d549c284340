// Stories after any history equal those found by comparing every pair. The seed is printed;
// TECHPOLICY_SEED sets it.
#include "indexer/stories/story_groups.h"

#include <cstdlib>
#include <gtest/gtest.h>
#include <iostream>
#include <map>
#include <random>
#include <set>

#include "indexer/stories/sketch_bands.h"
#include "indexer/stories/story_match.h"
#include "tests/indexer/stories/sketched.h"

namespace techpolicy {
namespace {

using Random = std::mt19937;
using Articles = std::map<std::uint32_t, StoryArticle>;
using Stories = std::set<std::set<std::uint32_t>>;

unsigned seed() {
  const char* given = std::getenv("TECHPOLICY_SEED");
  return given == nullptr ? 20260417U : static_cast<unsigned>(std::strtoul(given, nullptr, 10));
}

std::string word(std::size_t number) {
  std::string text;
  for (std::size_t i = 0; i < 4; ++i, number /= 20) text += "bcdfghjklmnpqrstvwxz"[number % 20];
  return text;
}

/// Forty words of a subject's own; an edition has some of them replaced.
std::string text_of(std::size_t subject, std::size_t edition, Random& random) {
  std::string text;
  for (std::size_t i = 0; i < 40; ++i) {
    const bool replaced = edition > 0 && (i * 7 + edition * 13) % 40 < 2 + edition;
    text += word(replaced ? random() % 5000 : 5000 + subject * 40 + i) + " ";
  }
  return text;
}

/// Texts that recur, that come in editions, over a year or without a date.
StoryArticle random_article(std::uint32_t document, Random& random) {
  static std::map<std::pair<std::size_t, std::size_t>, StorySketch> sketches;
  const std::pair key(random() % 8, random() % 12);
  StoryArticle article;
  article.document = document;
  const auto known = sketches.find(key);
  article.sketch = known != sketches.end()
                       ? known->second
                       : (sketches[key] = sketched(text_of(key.first, key.second, random)));
  const auto day =
      static_cast<DayNumber>(key.first * 40 + random() % (random() % 6 == 0 ? 300 : 20));
  if (random() % 8 != 0) article.day = day;
  article.sequence = random();
  return article;
}

bool share_a_band(const StorySketch& a, const StorySketch& b) {
  for (std::size_t band = 0; band < kBands; ++band) {
    if (band_key(a, band) == band_key(b, band)) return true;
  }
  return false;
}

struct ScannedText {
  const StorySketch* sketch = nullptr;
  std::set<std::uint32_t> documents;
  std::vector<DayNumber> days;

  [[nodiscard]] std::optional<DayNumber> first_day() const {
    if (days.empty()) return std::nullopt;
    return *std::min_element(days.begin(), days.end());
  }
  [[nodiscard]] bool standing() const {
    std::vector<DayNumber> left = days;
    unsigned spans = 0;
    while (!left.empty()) {
      const DayNumber first = *std::min_element(left.begin(), left.end());
      std::erase_if(left, [&](DayNumber day) { return day - first <= kStoryDays; });
      ++spans;
    }
    return spans >= kStandingSpans;
  }
};

bool linked(const ScannedText& a, const ScannedText& b) {
  const auto left = a.first_day();
  const auto right = b.first_day();
  return !a.standing() && !b.standing() &&
         (!left || !right || std::abs(*left - *right) <= kStoryDays) &&
         share_a_band(*a.sketch, *b.sketch) && same_story(*a.sketch, *b.sketch, Strictness::usual);
}

/// Every pair compared; stories of more than one article.
Stories scan(const Articles& articles) {
  std::map<std::uint64_t, ScannedText> by_text;
  for (const auto& [document, article] : articles) {
    ScannedText& text = by_text[article.sketch.text];
    text.sketch = &article.sketch;
    text.documents.insert(document);
    if (article.day) text.days.push_back(*article.day);
  }
  std::vector<ScannedText> waiting;
  for (auto& [hash, text] : by_text) waiting.push_back(text);
  Stories stories;
  while (!waiting.empty()) {
    std::vector<ScannedText> kin = {waiting.back()};
    waiting.pop_back();
    for (std::size_t i = 0; i < kin.size(); ++i) {
      for (std::size_t j = waiting.size(); j-- > 0;) {
        if (!linked(kin[i], waiting[j])) continue;
        kin.push_back(waiting[j]);
        waiting.erase(waiting.begin() + static_cast<std::ptrdiff_t>(j));
      }
    }
    std::vector<StoryText> texts;
    for (const ScannedText& text : kin) texts.push_back({text.sketch, text.first_day()});
    for (const auto& part : story_parts(texts)) {
      std::set<std::uint32_t> documents;
      for (const std::uint32_t index : part) {
        documents.insert(kin[index].documents.begin(), kin[index].documents.end());
      }
      if (documents.size() > 1) stories.insert(documents);
    }
  }
  return stories;
}

/// What settle() said so far, checked as it comes: each story is named by its lowest sequence.
class Told {
 public:
  void take(const std::vector<StoryChange>& changes) {
    for (const StoryChange& change : changes) place_[change.document] = change.place;
  }
  void forget(std::uint32_t document) { place_.erase(document); }

  [[nodiscard]] StoryPlace place(std::uint32_t document) const {
    const auto known = place_.find(document);
    return known == place_.end() ? StoryPlace{} : known->second;
  }
  [[nodiscard]] Stories stories(const Articles& articles) const {
    std::map<std::uint32_t, std::set<std::uint32_t>> by_first;
    for (const auto& [document, article] : articles) {
      if (place(document).first != 0) by_first[place(document).first].insert(document);
    }
    Stories stories;
    for (const auto& [first, documents] : by_first) {
      for (const std::uint32_t document : documents) {
        EXPECT_LE(articles.at(first).sequence, articles.at(document).sequence);
      }
      stories.insert(documents);
    }
    return stories;
  }

 private:
  std::map<std::uint32_t, StoryPlace> place_;
};

TEST(StoryGroups, AnyHistoryGivesTheStoriesOfEveryPairCompared) {
  std::cout << "seed " << seed() << "\n";
  Random random(seed());
  std::size_t several_texts = 0;
  for (int history = 0; history < 30; ++history) {
    auto groups = std::make_unique<StoryGroups>();
    Articles articles;
    Told told;
    for (int batch = 0; batch < 8; ++batch) {
      for (std::size_t step = random() % 25; step > 0; --step) {
        const auto document = static_cast<std::uint32_t>(1 + random() % 120);
        told.forget(document);
        if (random() % 5 == 0) {
          groups->remove(document);
          articles.erase(document);
        } else {
          articles[document] = random_article(document, random);
          groups->put(articles[document]);
        }
      }
      told.take(groups->settle());
      const Stories expected = scan(articles);
      ASSERT_EQ(told.stories(articles), expected) << "history " << history << " batch " << batch;
      for (const auto& story : expected) several_texts += story.size() > 3 ? 1U : 0U;
      if (random() % 3 != 0) continue;
      // Another program goes on from what the index holds.
      groups = std::make_unique<StoryGroups>();
      for (const auto& [document, article] : articles) {
        groups->load(article, told.place(document));
      }
      ASSERT_TRUE(groups->settle().empty()) << "nothing has changed";
    }
  }
  EXPECT_GT(several_texts, 100U) << "too few stories to mean much";
}

TEST(StoryGroups, HalvesInAnyOrderGiveTheStoriesOfAllAtOnce) {
  Random random(seed());
  Articles articles;
  for (std::uint32_t document = 1; document <= 400; ++document) {
    articles[document] = random_article(document, random);
  }
  std::vector<std::uint32_t> order;
  for (const auto& [document, article] : articles) order.push_back(document);
  for (int round = 0; round < 5; ++round) {
    std::shuffle(order.begin(), order.end(), random);
    StoryGroups groups;
    Told told;
    for (std::size_t i = 0; i < order.size(); ++i) {
      if (i == order.size() / 2) told.take(groups.settle());
      groups.put(articles[order[i]]);
    }
    told.take(groups.settle());
    EXPECT_EQ(told.stories(articles), scan(articles));
  }
}

TEST(StoryGroups, AFormFilledInThousandsOfTimesCostsNoSquareAndHidesNoStory) {
  constexpr std::uint32_t kForms = 4000;
  Random random(seed());
  for (const bool dated : {true, false}) {
    StoryGroups groups;
    const auto put = [&](std::uint32_t document, const std::string& text) {
      const std::optional<DayNumber> day = dated ? std::optional<DayNumber>(20) : std::nullopt;
      groups.put({document, sketched(text), day, document});
    };
    for (std::uint32_t i = 1; i <= kForms; ++i) {
      put(i, text_of(1, 0, random) + "Order " + std::to_string(10'000 + i * 7) + ".");
    }
    put(kForms + 1, text_of(2, 0, random));
    put(kForms + 2, text_of(2, 1, random));
    Told told;
    told.take(groups.settle());
    EXPECT_EQ(told.place(kForms + 2).first, kForms + 1) << "a story beside the forms";
    EXPECT_LT(groups.comparisons(), kForms * kCrowd);
    const std::uint64_t before = groups.comparisons();
    put(1, text_of(1, 0, random) + "Order 3.");
    EXPECT_LE((told.take(groups.settle()), groups.comparisons() - before), 2 * kForms)
        << "one change is compared with each at most once, and once as what it was";
  }
}

}  // namespace
}  // namespace techpolicy
