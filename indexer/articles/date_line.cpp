#include "indexer/articles/date_line.h"

#include <algorithm>
#include <array>
#include <string>

#include "indexer/analysis/analyzer.h"
#include "indexer/articles/ascii.h"
#include "indexer/articles/date_forms.h"
#include "indexer/articles/dates.h"

namespace techpolicy {
namespace {

constexpr std::size_t kMostLines = 6;
/// A date stands at the start of its line, or behind a name.
constexpr std::size_t kMostBytesBefore = 80;
constexpr std::size_t kMostBytesBehind = 60;

/// What may stand before a date on its own line, folded, without what separates it.
constexpr std::array<std::string_view, 31> kLabels = {"published",
                                                      "published on",
                                                      "publication date",
                                                      "posted",
                                                      "posted on",
                                                      "date",
                                                      "dated",
                                                      "date published",
                                                      "released",
                                                      "release date",
                                                      "on",
                                                      "issued",
                                                      "issued on",
                                                      "first published",
                                                      "veröffentlicht",
                                                      "veroffentlicht am",
                                                      "erschienen am",
                                                      "datum",
                                                      "stand",
                                                      "publie le",
                                                      "date de publication",
                                                      "le",
                                                      "publicado",
                                                      "publicado el",
                                                      "publicado em",
                                                      "fecha",
                                                      "pubblicato il",
                                                      "data",
                                                      "发布时间",
                                                      "发布日期",
                                                      "日期"};

/// A later change has another date than the article.
constexpr std::array<std::string_view, 8> kChanges = {
    "updat", "modif", "revis", "aktualis", "mis a jour", "actualiz", "aggiorn", "更新"};

constexpr std::array<std::string_view, 9> kSeparators = {"|", "-", "–",  "—", "·",
                                                         "•", ":", "：", "/"};

bool tells_of_change(std::string_view folded) {
  return std::any_of(kChanges.begin(), kChanges.end(), [&](std::string_view word) {
    return folded.find(word) != std::string_view::npos;
  });
}

/// Cuts one separator or comma, with spaces, off the end; true where there was one.
bool cut_separator(std::string_view& text, bool comma) {
  text = ascii_trim(text);
  for (const std::string_view separator : kSeparators) {
    if (!text.ends_with(separator)) continue;
    text = ascii_trim(text.substr(0, text.size() - separator.size()));
    return true;
  }
  if (!comma || !text.ends_with(',')) return false;
  text = ascii_trim(text.substr(0, text.size() - 1));
  return true;
}

/// One to five words that all begin with a capital, or are in a script without capitals.
bool is_place(std::string_view text) {
  constexpr std::size_t kMostWords = 5;
  std::size_t words = 0;
  while (!(text = ascii_trim(text)).empty()) {
    const std::size_t end = std::min(text.find_first_of(" ,"), text.size());
    const char first = text.front();
    const bool capital = (first >= 'A' && first <= 'Z') || (first & 0x80) != 0;
    if (end > 0 && (!capital || ++words > kMostWords)) return false;
    text.remove_prefix(std::max<std::size_t>(end, 1));
  }
  return words > 0;
}

/// Opens sentences, not datelines.
bool is_sentence_start(std::string_view folded) {
  constexpr std::array<std::string_view, 12> kStarts = {
      "on", "in", "since", "by", "until", "from", "after", "as of", "am", "seit", "au", "el"};
  return std::find(kStarts.begin(), kStarts.end(), folded) != kStarts.end();
}

/// Whether what stands before a date lets it be the article's.
bool introduces(std::string_view before) {
  before = ascii_trim(before);
  if (before.empty()) return true;
  if (tells_of_change(fold(before))) return false;
  std::string_view label = before;
  const bool separated = cut_separator(label, false);
  const std::string folded = fold(label);
  if (std::find_if(kLabels.begin(), kLabels.end(), [&](std::string_view known) {
        return fold(known) == folded;
      }) != kLabels.end()) {
    return true;
  }
  if (separated) return true;
  std::string_view place = before;
  return cut_separator(place, true) && is_place(place) && !is_sentence_start(fold(place));
}

/// Whether a line that has a date may end so: with nothing, a time, or more facts behind a
/// separator.
bool ends_line(DateScanner behind) {
  if (tells_of_change(behind.rest())) return false;
  if (only_time_follows(behind)) return behind.rest().size() <= kMostBytesBehind;
  behind.skip_any(" ,.");
  if (behind.rest().size() > kMostBytesBehind) return false;
  return std::any_of(kSeparators.begin(), kSeparators.end(), [&](std::string_view separator) {
    return behind.rest().starts_with(separator);
  });
}

/// Whether a paragraph goes on behind a dateline: "(Agency) -", "/Agency/ --", "-".
bool opens_story(DateScanner behind) {
  behind.skip_any(" .");
  for (const std::string_view mark : {"(", "/", "-", "–", "—", ":"}) {
    if (behind.rest().starts_with(mark)) return true;
  }
  return false;
}

bool is_word_start(std::string_view line, std::size_t i) {
  const auto in_word = [&](std::size_t at) {
    return is_ascii_letter(line[at]) || is_ascii_digit(line[at]);
  };
  if ((line[i] & 0xC0) == 0x80) return false;
  return i == 0 || !in_word(i - 1);
}

std::optional<PartialDate> date_in_line(std::string_view line) {
  const std::size_t last = std::min(line.size(), kMostBytesBefore);
  for (std::size_t i = 0; i < last; ++i) {
    if (!is_word_start(line, i) || is_ascii_space(line[i])) continue;
    constexpr std::size_t kLongestDate = 140;
    const std::string folded = fold(line.substr(i, kLongestDate));
    DateScanner scanner(folded);
    const auto parts = scan_date(scanner);
    if (!parts) continue;
    const std::string_view before = line.substr(0, i);
    const bool cut = line.size() - i > kLongestDate;
    if (!introduces(before)) return std::nullopt;
    const bool dateline = !ascii_trim(before).empty() && opens_story(scanner);
    if (!dateline && (cut || !ends_line(scanner))) return std::nullopt;
    return date_of_parts(*parts, last_credible_day()).date;
  }
  return std::nullopt;
}

}  // namespace

std::optional<PartialDate> date_at_top(std::string_view text) {
  for (std::size_t lines = 0; lines < kMostLines && !text.empty();) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = ascii_trim(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
    if (line.empty()) continue;
    if (const auto date = date_in_line(line)) return date;
    ++lines;
  }
  return std::nullopt;
}

}  // namespace techpolicy
