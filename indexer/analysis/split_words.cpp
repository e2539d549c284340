#include "indexer/analysis/split_words.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "indexer/analysis/tokenizer.h"

namespace techpolicy {
namespace {

/// Words of two letters; the long lists have any two letters.
constexpr auto kTwoLetterWords = std::to_array<std::string_view>(
    {"ad", "ai", "al", "am", "an", "as", "at", "be", "by", "cf", "co", "da", "de", "di", "do", "dr",
     "du", "ed", "eg", "el", "en", "et", "eu", "ex", "fr", "gb", "go", "he", "hi", "id", "ie", "if",
     "ii", "il", "in", "ip", "is", "it", "iv", "ix", "kg", "km", "la", "le", "lt", "ma", "mb", "me",
     "mr", "ms", "mt", "my", "no", "of", "oh", "ok", "on", "op", "or", "ox", "pm", "pp", "re", "so",
     "st", "tb", "to", "tv", "uk", "un", "up", "us", "vi", "vs", "we", "xi"});

/// What is left of a word whose apostrophe was lost: "the agency s rules".
constexpr auto kShortenings =
    std::to_array<std::string_view>({"d", "ll", "m", "re", "s", "t", "ve"});

static_assert(std::ranges::is_sorted(kTwoLetterWords) && std::ranges::is_sorted(kShortenings));

class SplitWords {
 public:
  SplitWords(std::string_view text, const Vocabulary& vocabulary)
      : text_(text), vocabulary_(vocabulary) {}

  /// `third` follows them, or is nullptr.
  [[nodiscard]] bool are_one(const Token& first, const Token& second, const Token* third) const {
    if (!stand_close(first, second)) return false;
    if (third != nullptr && third->before == Separator::hyphen) return false;  // "or e-mail"
    const bool broken = is_broken(first);
    if (!broken && !is_broken(second)) return false;
    if (first.folded.size() == 1 && second.folded.size() == 1) return false;
    if (!broken && is_shortening(second.folded)) return false;
    const std::string whole = first.folded + second.folded;
    const NameUse* name = vocabulary_.name(whole);
    const bool is_name = name != nullptr && first.capitalized;
    // "Plan B ut": a letter alone is a name of its own.
    const bool label = first.folded.size() == 1 && first.capitalized && !first.sentence_start;
    constexpr std::size_t kLongWord = 5;
    if (label && !is_name && (whole.size() < kLongWord || !is_broken(second))) return false;
    constexpr std::size_t kLongRareWord = 7;
    return is_name || vocabulary_.is_word(whole) ||
           (whole.size() >= kLongRareWord && vocabulary_.is_listed(whole));
  }

 private:
  /// One blank between them, and letters that one word could have.
  [[nodiscard]] bool stand_close(const Token& first, const Token& second) const {
    if (second.before != Separator::space || second.begin != first.end + 1) return false;
    if (second.sentence_start || first.in_address || first.glued || second.glued) return false;
    // "we're", "non-", "c." belong to what stands before them.
    if (first.before == Separator::apostrophe || first.before == Separator::hyphen ||
        first.before == Separator::full_stop) {
      return false;
    }
    const bool capitals = first.all_caps && second.all_caps;
    return is_plain(first) && is_plain(second) && (!second.capitalized || capitals);
  }

  [[nodiscard]] bool is_plain(const Token& token) const {
    return token.script == TokenScript::word && !token.has_digit &&
           token.folded.size() == token.end - token.begin;
  }

  /// No word, no name. Remembers the last answer, since each token is asked about as second and
  /// first.
  [[nodiscard]] bool is_broken(const Token& token) const {
    if (token.begin != asked_ || token.folded.size() != asked_size_) {
      asked_ = token.begin;
      asked_size_ = token.folded.size();
      answer_ = is_broken_part(token.folded);
    }
    return answer_;
  }

  [[nodiscard]] bool is_broken_part(std::string_view part) const {
    if (part.size() == 1) return part != "a" && part != "i";
    if (part.size() == 2) {
      return !std::ranges::binary_search(kTwoLetterWords, part) &&
             vocabulary_.name(part) == nullptr;
    }
    return !vocabulary_.is_word(part) && vocabulary_.name(part) == nullptr &&
           !vocabulary_.is_listed(part);
  }

  static bool is_shortening(std::string_view part) {
    return std::ranges::binary_search(kShortenings, part);
  }

  std::string_view text_;
  const Vocabulary& vocabulary_;
  mutable std::size_t asked_ = 0;
  mutable std::size_t asked_size_ = 0;
  mutable bool answer_ = false;
};

void append(Token& whole, Token&& part, std::string_view text) {
  whole.end = part.end;
  whole.folded += part.folded;
  set_letter_case(whole, text);
}

}  // namespace

std::vector<Repair> join_split_words(std::string_view text, const Vocabulary& vocabulary,
                                     std::vector<Token>& tokens, std::vector<Compound>& compounds) {
  const SplitWords split(text, vocabulary);
  std::vector<Repair> blanks;
  std::size_t kept = 0;
  for (std::size_t i = 0; i < tokens.size(); ++i, ++kept) {
    if (kept != i) tokens[kept] = std::move(tokens[i]);
    if (i + 1 == tokens.size()) continue;
    const Token* const third = i + 2 < tokens.size() ? &tokens[i + 2] : nullptr;
    if (!split.are_one(tokens[kept], tokens[i + 1], third)) continue;
    Token& whole = tokens[kept];
    compounds.push_back({whole.folded, kept, kept});
    compounds.push_back({tokens[i + 1].folded, kept, kept});
    blanks.push_back({static_cast<std::uint32_t>(whole.end),
                      static_cast<std::uint32_t>(tokens[i + 1].begin), RepairKind::split, ""});
    append(whole, std::move(tokens[++i]), text);
  }
  tokens.resize(kept);
  return blanks;
}

}  // namespace techpolicy
