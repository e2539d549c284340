// No text may crash the matcher or get offsets that are not in it. That it takes linear time is for
// tests/benchmark/hostile_texts.cpp to show.
#include "tests/indexer/entities/hostile_texts.h"

#include <gtest/gtest.h>
#include <vector>

#include "tests/indexer/entities/shipped_lexicon.h"

namespace techpolicy {
namespace {

constexpr std::size_t kLong = 1'000'000;
constexpr std::size_t kMedium = 20'000;
constexpr unsigned kRandomTexts = 400;

/// A heap block of exactly the text's size, so that AddressSanitizer sees one byte too many.
class ExactText {
 public:
  explicit ExactText(const std::string& text) : bytes_(text.begin(), text.end()) {
    bytes_.shrink_to_fit();
  }
  [[nodiscard]] std::string_view view() const { return {bytes_.data(), bytes_.size()}; }

 private:
  std::vector<char> bytes_;
};

bool is_boundary(std::string_view text, std::size_t at) {
  return at == text.size() ||
         (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) != 0x80);
}

void expect_sound(const std::string& raw, const std::string& reason) {
  const ExactText exact(clean_utf8(raw));
  const std::string_view text = exact.view();
  const Lexicon& lexicon = testing::shipped_lexicon();
  const TextAnalysis none;
  const TextAnalysis analysis = lexicon.analyzer().analyze(text);
  std::size_t done = 0;
  for (const Mention& mention : lexicon.matcher().find_mentions(none, analysis).body) {
    ASSERT_LE(done, mention.begin) << reason << ": in order, not overlapping";
    ASSERT_LT(mention.begin, mention.end) << reason;
    ASSERT_TRUE(is_boundary(text, mention.begin) && is_boundary(text, mention.end)) << reason;
    ASSERT_LE(mention.last_token, analysis.tokens.size() - 1) << reason;
    ASSERT_GE(mention.last_token, mention.first_token) << reason;
    done = mention.end;
  }
}

TEST(HostileTexts, LongOnesAreSound) {
  for (const auto& row : testing::hostile_texts(testing::shipped_lexicon().gazetteer())) {
    const bool is_bulk = row.reason == "one letter" || row.reason == "a capital and one letter";
    expect_sound(row.text(is_bulk ? kLong : kMedium), row.reason);
  }
  expect_sound(testing::repeated("A", 100'000), "100,000 capitals");
}

TEST(HostileTexts, RandomOnesAreSound) {
  std::mt19937 random(20260417);
  for (unsigned i = 0; i < kRandomTexts; ++i) {
    const std::size_t bytes = random() % 600;
    expect_sound(testing::random_bytes(random, bytes), "random bytes " + std::to_string(i));
    expect_sound(testing::alias_soup(testing::shipped_lexicon().gazetteer(), random, bytes),
                 "alias soup " + std::to_string(i));
  }
}

}  // namespace
}  // namespace techpolicy
