// What the user says about dates: the flags --date and --date-pattern.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/articles/article.h"
#include "indexer/schema/partial_date.h"

namespace techpolicy {

/// How dates are written in a collection: "%d.%m.%Y", "report-%Y%m%d". %Y is a year of four digits,
/// %y one of two (1970 to 2069), %m a month, %d a day, of one or two digits (exactly two where a
/// digit or another of them follows), %b the name of a month, %% a percent sign; all else stands
/// for itself, without case.
class DatePattern {
 public:
  /// Throws UsageError where the pattern has no year, a day without a month, one part twice, or an
  /// unknown one.
  explicit DatePattern(std::string_view pattern);

  /// The first place in the text that fits and is a day (month, year) that there is. Digits do not
  /// go on before it or behind it.
  [[nodiscard]] std::optional<PartialDate> find(std::string_view text) const;

 private:
  struct Part {
    char kind = 0;  ///< 'Y', 'y', 'm', 'd', 'b'; 0 is a literal.
    char literal = 0;
    bool two_digits = false;
  };
  [[nodiscard]] std::optional<PartialDate> match(std::string_view folded) const;

  std::vector<Part> parts_;
};

/// Both flags; nothing where they were not given.
struct DateRules {
  std::optional<PartialDate> fallback;  ///< --date: for articles that have no other.
  std::optional<DatePattern> pattern;   ///< --date-pattern.

  /// Dates an article that states none that can be read: by the pattern, in the date as it is
  /// stated, else in the path of its file, where the pattern counts more than what was seen in the
  /// path without it; then by the fallback.
  void apply(Article& article) const;
};

/// The value of --date: "2026", "2026-04" or "2026-04-17". Throws UsageError for all else.
[[nodiscard]] PartialDate date_of_flag(std::string_view text);

}  // namespace techpolicy
