#include "indexer/stories/story_sketch.h"

#include <algorithm>
#include <limits>

#include "indexer/schema/bytes.h"
#include "indexer/stories/story_features.h"

namespace techpolicy {
namespace {

/// A body of fewer tokens may be a teaser that many articles share.
constexpr std::size_t kSpeakingWords = 20;
/// Names and numbers weigh as much as this many words each.
constexpr std::uint64_t kNameWeight = 3;
constexpr std::uint64_t kTextSeed = 4;
constexpr std::uint64_t kRowSeed = 5;

struct RowHash {
  std::uint64_t factor;
  std::uint64_t summand;
};

/// Multiply-shift hashing (Dietzfelbinger et al. 1997), over hashes that are mixed already.
const std::array<RowHash, kSketchRows>& row_hashes() {
  static const std::array<RowHash, kSketchRows> hashes = [] {
    std::array<RowHash, kSketchRows> made{};
    for (std::size_t i = 0; i < kSketchRows; ++i) {
      const std::string name = std::to_string(i);
      made[i] = {story_hash(name, kRowSeed) | 1U, story_hash(name, kRowSeed + 1)};
    }
    return made;
  }();
  return hashes;
}

class MinHash {
 public:
  MinHash() { least_.fill(std::numeric_limits<std::uint32_t>::max()); }

  void add(std::uint64_t hash) {
    const auto& hashes = row_hashes();
    for (std::size_t i = 0; i < kSketchRows; ++i) {
      const std::uint64_t value = hash * hashes[i].factor + hashes[i].summand;
      least_[i] = std::min(least_[i], static_cast<std::uint32_t>(value >> 32U));
    }
  }

  /// The last byte of each minimum: one in 256 rows of different texts agrees by chance.
  [[nodiscard]] std::array<std::uint8_t, kSketchRows> rows() const {
    std::array<std::uint8_t, kSketchRows> rows{};
    for (std::size_t i = 0; i < kSketchRows; ++i) rows[i] = static_cast<std::uint8_t>(least_[i]);
    return rows;
  }

 private:
  std::array<std::uint32_t, kSketchRows> least_{};
};

std::uint64_t add_tokens(const TextAnalysis& text, std::uint64_t hash) {
  for (const Token& token : text.tokens) hash = story_hash(token.folded, hash);
  return hash;
}

constexpr std::uint32_t kNumberBit = 1;

/// In rising order; only the first are kept.
void add_name(StorySketch& sketch, std::uint32_t hash) {
  const bool again = sketch.name_count > 0 && sketch.name_hashes[sketch.name_count - 1] == hash;
  if (!again && sketch.name_count < kMostSketchNames) {
    sketch.name_hashes[sketch.name_count++] = hash;
  }
}

void add_names(StorySketch& sketch, const StoryFeatures& features) {
  std::vector<std::uint32_t> hashes;
  for (const std::uint64_t name : features.names) {
    hashes.push_back(static_cast<std::uint32_t>(name >> 32U) & ~kNumberBit);
  }
  for (const std::uint64_t number : features.numbers) {
    hashes.push_back(static_cast<std::uint32_t>(number >> 32U) | kNumberBit);
  }
  std::sort(hashes.begin(), hashes.end());
  for (const std::uint32_t hash : hashes) add_name(sketch, hash);
}

}  // namespace

bool is_number_hash(std::uint32_t hash) { return (hash & kNumberBit) != 0; }

StorySketch make_story_sketch(const TextAnalysis& title, const TextAnalysis& body,
                              const Vocabulary& vocabulary) {
  StorySketch sketch;
  const bool with_title = body.tokens.size() < kSpeakingWords;
  sketch.words =
      static_cast<std::uint32_t>(body.tokens.size() + (with_title ? title.tokens.size() : 0));
  if (sketch.words == 0) return sketch;
  StoryFeatures features;
  sketch.text = kTextSeed;
  if (with_title) {
    sketch.text = add_tokens(title, sketch.text);
    add_story_features(title, vocabulary, features);
  }
  sketch.text = std::max<std::uint64_t>(1, add_tokens(body, sketch.text));
  add_story_features(body, vocabulary, features);
  sort_features(features);
  sketch.features = static_cast<std::uint32_t>(features.words.size() + features.names.size() +
                                               features.numbers.size());
  MinHash rows;
  for (const std::uint64_t word : features.words) rows.add(word);
  for (const auto* telling : {&features.names, &features.numbers}) {
    for (const std::uint64_t hash : *telling) {
      for (std::uint64_t copy = 0; copy < kNameWeight; ++copy) {
        rows.add(hash ^ (copy * 0x9e3779b97f4a7c15U));
      }
    }
  }
  add_names(sketch, features);
  sketch.rows = rows.rows();
  return sketch;
}

std::string pack_sketch(const StorySketch& sketch) {
  if (sketch.text == 0) return "";
  ByteWriter writer;
  writer.number(sketch.text);
  writer.number(sketch.words);
  writer.number(sketch.features);
  writer.text({reinterpret_cast<const char*>(sketch.rows.data()), sketch.rows.size()});
  std::uint32_t before = 0;
  for (const std::uint32_t name : sketch.names()) {
    writer.number(name - before);
    before = name;
  }
  return writer.take();
}

StorySketch unpack_sketch(std::string_view bytes) {
  ByteReader reader(bytes);
  StorySketch sketch;
  sketch.text = reader.number();
  sketch.words = static_cast<std::uint32_t>(reader.number());
  sketch.features = static_cast<std::uint32_t>(reader.number());
  const std::string_view rows = reader.text();
  if (!reader.ok() || rows.size() != kSketchRows) return {};
  std::copy(rows.begin(), rows.end(), sketch.rows.begin());
  std::uint32_t name = 0;
  while (!reader.at_end() && reader.ok()) {
    name += static_cast<std::uint32_t>(reader.number());
    add_name(sketch, name);
  }
  return reader.ok() ? sketch : StorySketch{};
}

}  // namespace techpolicy
