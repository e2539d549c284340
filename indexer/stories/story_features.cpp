#include "indexer/stories/story_features.h"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_set>
#include <utility>

#include "indexer/analysis/code_points.h"

namespace techpolicy {
namespace {

constexpr std::uint64_t kWordSeed = 1;
constexpr std::uint64_t kNameSeed = 2;
constexpr std::uint64_t kNumberSeed = 3;

/// Words are cut to this many code points: "exported" and "exports" are one, in any language.
constexpr std::size_t kWordStart = 6;
/// Shorter words of scripts with spaces say little.
constexpr std::size_t kShortestWord = 4;
/// From this many digits on, the zeros at the end say how a number was written, not what it is.
constexpr std::size_t kRoundDigits = 5;

constexpr std::array<std::string_view, 13> kNumberWords = {
    "zero",  "one",   "two",  "three", "four",   "five",  "six",
    "seven", "eight", "nine", "ten",   "eleven", "twelve"};

constexpr std::array<std::string_view, 15> kScales = {
    "thousand", "million",   "millions", "billion", "billions",  "trillion", "bn",        "mn",
    "mln",      "millionen", "mio",      "mrd",     "milliards", "millones", "milliarden"};

template <typename Table>
bool has(const Table& table, std::string_view word) {
  return std::find(table.begin(), table.end(), word) != table.end();
}

bool is_number(const Token& token) {
  return std::all_of(token.folded.begin(), token.folded.end(),
                     [](char c) { return c >= '0' && c <= '9'; });
}

std::string_view word_start(std::string_view word, std::size_t& code_points) {
  std::size_t offset = 0;
  code_points = 0;
  while (offset < word.size() && code_points < kWordStart) {
    static_cast<void>(next_code_point(word, offset));
    ++code_points;
  }
  return word.substr(0, offset);
}

/// A token that continues the number before it: "000" of "1,000" or "1 000", "5" of "1.5".
bool continues_number(const Token& before, const Token& token) {
  // A mark alone, without a space beside it; some spaces have three bytes.
  constexpr std::size_t kMarkBytes = 3;
  const std::size_t gap = token.begin - before.end;
  if (gap > kMarkBytes) return false;
  switch (token.before) {
    case Separator::comma:
    case Separator::full_stop:
    case Separator::apostrophe:
      return is_number(token) && gap == 1;
    case Separator::space:
    case Separator::none:
      return is_number(token) && token.folded.size() == 3;
    default:
      return false;
  }
}

class FeatureReader {
 public:
  FeatureReader(const TextAnalysis& text, const Vocabulary& vocabulary, StoryFeatures& features)
      : tokens_(text.tokens), vocabulary_(vocabulary), features_(features) {
    for (const Token& token : tokens_) {
      if (is_written_as_name(token)) names_.insert(token.folded);
    }
  }

  void read() {
    for (std::size_t i = 0; i < tokens_.size();) {
      i = is_number(tokens_[i]) ? read_number(i) : read_word(i);
    }
  }

 private:
  /// Capitals prove nothing in lines of capitals, and little where a sentence begins.
  [[nodiscard]] bool is_written_as_name(const Token& token) const {
    if (token.script != TokenScript::word || token.folded.size() < 2) return false;
    if (token.has_digit) return true;
    if (!token.capitalized || token.upper_line || token.title_line) return false;
    return !token.sentence_start || !vocabulary_.is_word(token.folded);
  }

  std::size_t read_number(std::size_t i) {
    std::string digits = tokens_[i].folded;
    for (++i; i < tokens_.size() && continues_number(tokens_[i - 1], tokens_[i]); ++i) {
      digits += tokens_[i].folded;
    }
    return add_number(std::move(digits), i);
  }

  /// `next`: behind the digits. Returns the place behind the words that belong to the number.
  std::size_t add_number(std::string digits, std::size_t next) {
    digits.erase(0, std::min(digits.find_first_not_of('0'), digits.size() - 1));
    if (next < tokens_.size() && tokens_[next].folded == "hundred") {
      digits += "00";
      ++next;
    }
    const bool scaled = next < tokens_.size() && has(kScales, tokens_[next].folded);
    if (scaled || digits.size() >= kRoundDigits) {
      digits.resize(std::max<std::size_t>(1, digits.find_last_not_of('0') + 1));
    }
    features_.numbers.push_back(story_hash(digits, kNumberSeed));
    return scaled ? next + 1 : next;
  }

  /// Returns the place behind it.
  std::size_t read_word(std::size_t i) {
    const Token& token = tokens_[i];
    if (token.script != TokenScript::word) {
      read_pair(i);
      return i + 1;
    }
    if (names_.contains(token.folded)) {
      features_.names.push_back(story_hash(token.folded, kNameSeed));
      return i + 1;
    }
    if (const auto* number = std::find(kNumberWords.begin(), kNumberWords.end(), token.folded);
        number != kNumberWords.end()) {
      return add_number(std::to_string(number - kNumberWords.begin()), i + 1);
    }
    std::size_t code_points = 0;
    const std::string_view start = word_start(token.folded, code_points);
    if (code_points >= kShortestWord) features_.words.push_back(story_hash(start, kWordSeed));
    return i + 1;
  }

  /// Scripts without spaces have a code point a token: words of theirs are mostly two.
  void read_pair(std::size_t i) {
    if (i == 0 || tokens_[i - 1].script != tokens_[i].script) return;
    if (tokens_[i].before != Separator::none && tokens_[i].before != Separator::space) return;
    features_.words.push_back(story_hash(tokens_[i - 1].folded + tokens_[i].folded, kWordSeed));
  }

  const std::vector<Token>& tokens_;
  const Vocabulary& vocabulary_;
  StoryFeatures& features_;
  std::unordered_set<std::string_view> names_;
};

void sort_once(std::vector<std::uint64_t>& hashes) {
  std::sort(hashes.begin(), hashes.end());
  hashes.erase(std::unique(hashes.begin(), hashes.end()), hashes.end());
}

}  // namespace

std::uint64_t story_hash(std::string_view bytes, std::uint64_t seed) {
  std::uint64_t hash = 0xcbf29ce484222325U ^ (seed * 0x9e3779b97f4a7c15U);
  for (const char c : bytes) {
    hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3U;
  }
  hash = (hash ^ (hash >> 30U)) * 0xbf58476d1ce4e5b9U;
  hash = (hash ^ (hash >> 27U)) * 0x94d049bb133111ebU;
  return hash ^ (hash >> 31U);
}

void add_story_features(const TextAnalysis& text, const Vocabulary& vocabulary,
                        StoryFeatures& features) {
  FeatureReader(text, vocabulary, features).read();
}

void sort_features(StoryFeatures& features) {
  sort_once(features.words);
  sort_once(features.names);
  sort_once(features.numbers);
}

}  // namespace techpolicy
