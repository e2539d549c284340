// Boundaries of names in Hangul, Katakana and Han.
#include "indexer/entities/script_rules.h"

#include <memory>
#include <string_view>
#include <unicode/brkiter.h>
#include <unicode/locid.h>
#include <unicode/unistr.h>
#include <utility>

namespace techpolicy {
namespace {

// Longer Han names are not part of other words; two and three characters may be.
constexpr std::size_t kLongestDoubtfulHan = 3;
// Enough on each side for the dictionary to see the word a name may be part of.
constexpr std::size_t kHanWindow = 6;

/// U+30A1 to U+30FF, the prolonged sound mark included, the middle dot not.
bool is_katakana(const Token& token) {
  if (token.script != TokenScript::han || token.folded.size() != 3) return false;
  const std::string_view bytes = token.folded;
  return bytes >= "\xE3\x82\xA1" && bytes <= "\xE3\x83\xBF" && bytes != "\xE3\x83\xBB";
}

const Token* touching_before(const NamePlace& place) {
  if (place.first == 0 || place.first_token().before != Separator::none) return nullptr;
  return &place.text.tokens[place.first - 1];
}

const Token* touching_after(const NamePlace& place) {
  if (place.last + 1 >= place.text.tokens.size()) return nullptr;
  const Token& next = place.text.tokens[place.last + 1];
  return next.before == Separator::none ? &next : nullptr;
}

bool begins_hangul_word(const NamePlace& place) {
  const Token* before = touching_before(place);
  return before == nullptr || before->script != TokenScript::hangul;
}

bool is_katakana_run(const NamePlace& place) {
  const Token* before = touching_before(place);
  const Token* after = touching_after(place);
  return !(before != nullptr && is_katakana(place.first_token()) && is_katakana(*before)) &&
         !(after != nullptr && is_katakana(place.last_token()) && is_katakana(*after));
}

bool is_han_neighbour(const Token* token) {
  return token != nullptr && token->script == TokenScript::han && !is_katakana(*token);
}

std::unique_ptr<icu::BreakIterator> make_word_breaks() {
  UErrorCode error = U_ZERO_ERROR;
  std::unique_ptr<icu::BreakIterator> breaks(
      icu::BreakIterator::createWordInstance(icu::Locale::getChinese(), error));
  return U_FAILURE(error) ? nullptr : std::move(breaks);
}

/// Break iterators are costly to make and not to be shared between threads.
icu::BreakIterator* word_breaks() {
  thread_local const std::unique_ptr<icu::BreakIterator> breaks = make_word_breaks();
  // It lives as long as the thread, which the analyzer does not see.
  return breaks.get();  // NOLINT(clang-analyzer-cplusplus.NewDelete)
}

/// Han characters around the place as ICU wants them, and where the name stands in them.
struct HanWindow {
  icu::UnicodeString text;
  int begin = 0;
  int end = 0;
};

HanWindow window_of(const NamePlace& place) {
  const auto& tokens = place.text.tokens;
  std::size_t from = place.first;
  while (from > 0 && place.first - from < kHanWindow && tokens[from].before == Separator::none &&
         tokens[from - 1].script == TokenScript::han) {
    --from;
  }
  HanWindow window;
  for (std::size_t i = from; i < tokens.size() && i <= place.last + kHanWindow; ++i) {
    if (i > place.last &&
        (tokens[i].before != Separator::none || tokens[i].script != TokenScript::han)) {
      break;
    }
    if (i == place.first) window.begin = window.text.length();
    window.text.append(icu::UnicodeString::fromUTF8(tokens[i].folded));
    if (i == place.last) window.end = window.text.length();
  }
  return window;
}

/// "人" after a country makes its people, "国" and the like keep the name what it is.
bool is_light_suffix(const icu::UnicodeString& rest) {
  static const icu::UnicodeString light = icu::UnicodeString::fromUTF8("人国國市省县州");
  return rest.length() == 1 && light.indexOf(rest) >= 0;
}

/// A dictionary word holds the whole name and more, or its beginning: 高通 in 提高通信.
bool is_inside_longer_word(const HanWindow& window) {
  icu::BreakIterator* breaks = word_breaks();
  if (breaks == nullptr) return false;
  breaks->setText(window.text);
  const int word_begin =
      breaks->isBoundary(window.begin) != 0 ? window.begin : breaks->preceding(window.begin);
  const int word_end = breaks->following(window.begin);
  if (word_begin < window.begin) return true;
  if (word_begin > window.begin || word_end <= window.end) return false;
  return !is_light_suffix(window.text.tempSubStringBetween(window.end, word_end));
}

bool is_han_word(const NamePlace& place) {
  if (place.last - place.first + 1 > kLongestDoubtfulHan) return true;
  if (is_katakana(place.first_token()) || is_katakana(place.last_token())) return true;
  if (!is_han_neighbour(touching_before(place)) && !is_han_neighbour(touching_after(place))) {
    return true;
  }
  return !is_inside_longer_word(window_of(place));
}

}  // namespace

bool script_fits(const NamePlace& place) {
  switch (place.first_token().script) {
    case TokenScript::word:
      return true;
    case TokenScript::hangul:
      return begins_hangul_word(place);
    case TokenScript::han:
      return is_katakana_run(place) && is_han_word(place);
  }
  return true;
}

}  // namespace techpolicy
