#include "indexer/articles/date_rules.h"

#include <algorithm>

#include "indexer/analysis/analyzer.h"
#include "indexer/articles/ascii.h"
#include "indexer/articles/date_forms.h"
#include "indexer/articles/dates.h"
#include "indexer/articles/month_names.h"
#include "indexer/schema/errors.h"

namespace techpolicy {
namespace {

constexpr unsigned kCentury = 100;
constexpr unsigned kFirstShortYear = 70;

[[noreturn]] void refuse(std::string_view pattern, const char* reason) {
  throw UsageError("--date-pattern \"" + std::string(pattern) + "\": " + reason +
                   "; an example: %Y-%m-%d");
}

unsigned full_year(unsigned year) {
  return year + (year < kFirstShortYear ? 20 * kCentury : 19 * kCentury);
}

}  // namespace

DatePattern::DatePattern(std::string_view pattern) {
  std::string kinds;
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    if (pattern[i] != '%') {
      parts_.push_back({0, ascii_lower(pattern.substr(i, 1)).front(), false});
      continue;
    }
    const char kind = ++i < pattern.size() ? pattern[i] : '\0';
    if (kind == '%') {
      parts_.push_back({0, '%', false});
      continue;
    }
    if (std::string_view("Yymdb").find(kind) == std::string_view::npos || kind == '\0') {
      refuse(pattern, "known are %Y %y %m %d %b and %%");
    }
    // %Y and %y say the same, and so do %m and %b.
    const char means = kind == 'y' ? 'Y' : (kind == 'b' ? 'm' : kind);
    if (kinds.find(means) != std::string::npos) refuse(pattern, "a part stands in it twice");
    kinds += means;
    parts_.push_back({kind, 0, false});
  }
  if (kinds.find('Y') == std::string::npos) refuse(pattern, "it has no year");
  const bool day_alone =
      kinds.find('d') != std::string::npos && kinds.find('m') == std::string::npos;
  if (day_alone) refuse(pattern, "it has a day and no month");
  for (std::size_t i = 0; i + 1 < parts_.size(); ++i) {
    const Part& next = parts_[i + 1];
    parts_[i].two_digits = (next.kind != 0 && next.kind != 'b') || is_ascii_digit(next.literal);
  }
}

std::optional<PartialDate> DatePattern::match(std::string_view folded) const {
  DateScanner scanner(folded);
  DateParts found;
  for (const Part& part : parts_) {
    if (part.kind == 0) {
      if (!scanner.skip({&part.literal, 1})) return std::nullopt;
      continue;
    }
    std::optional<unsigned> number;
    if (part.kind == 'b') {
      number = month_of_name(scanner.word());
    } else {
      const std::size_t most = part.kind == 'Y' ? 4 : 2;
      const bool exact = part.kind == 'Y' || part.kind == 'y' || part.two_digits;
      number = scanner.digits(exact ? most : 1, most);
    }
    if (!number) return std::nullopt;
    if (part.kind == 'Y') found.year = *number;
    if (part.kind == 'y') found.year = full_year(*number);
    if (part.kind == 'm' || part.kind == 'b') found.month = number;
    if (part.kind == 'd') found.day = number;
  }
  if (!scanner.at_end() && is_ascii_digit(scanner.rest().front())) return std::nullopt;
  return date_of_parts(found, last_credible_day()).date;
}

std::optional<PartialDate> DatePattern::find(std::string_view text) const {
  const std::string folded = fold(text);
  for (std::size_t i = 0; i < folded.size(); ++i) {
    if (i > 0 && is_ascii_digit(folded[i - 1])) continue;
    if (auto date = match(std::string_view(folded).substr(i))) return date;
  }
  return std::nullopt;
}

void DateRules::apply(Article& article) const {
  const bool stated = article.published && article.date_basis != DateOrigin::path;
  if (stated) return;
  const auto take = [&](const std::optional<PartialDate>& date) {
    if (!date) return false;
    article.published = date;
    article.date_basis = DateOrigin::flag;
    article.refused_date.reset();
    return true;
  };
  if (pattern && article.refused_date && take(pattern->find(article.refused_date->text))) return;
  if (pattern && take(pattern->find(article.origin))) return;
  if (!article.published) take(fallback);
}

PartialDate date_of_flag(std::string_view text) {
  const auto date = parse_partial_date(text);
  if (!date) {
    throw UsageError("--date \"" + std::string(text) +
                     "\": give a year, month or day, as 2026, 2026-04 or 2026-04-17");
  }
  return *date;
}

}  // namespace techpolicy
