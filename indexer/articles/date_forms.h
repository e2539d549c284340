// The ways in which dates are written out: one function that tries them all at one place of a text.
#pragma once

#include <optional>
#include <string_view>

namespace techpolicy {

/// Numbers as written; they need not be a day that there is.
struct DateParts {
  unsigned year = 0;
  std::optional<unsigned> month;
  std::optional<unsigned> day;
  bool ambiguous = false;  ///< "03/04/2025": a day in April or in March.
};

/// Reads text that was folded by fold() from its start; what does not fit is left where it is.
class DateScanner {
 public:
  explicit DateScanner(std::string_view folded) : rest_(folded) {}

  [[nodiscard]] std::string_view rest() const { return rest_; }
  [[nodiscard]] bool at_end() const { return rest_.empty(); }

  /// A whole run of digits of the given length.
  std::optional<unsigned> number(std::size_t min_digits, std::size_t max_digits);
  /// That many digits at the most, whatever follows.
  std::optional<unsigned> digits(std::size_t min_digits, std::size_t max_digits);
  /// Letters of any script; may be empty.
  std::string_view word();
  bool skip(std::string_view text);
  void skip_any(std::string_view characters);

 private:
  std::string_view rest_;
};

/// The date that begins at the scanner, which moves behind it: "2026-04-17", "2026/4/17",
/// "2026年4月17日", "17 April 2026", "17. April 2026", "le 17 avril 2026", "17 de abril de 2026",
/// "April 17, 2026", "17.04.2026", and "2026-04" and "April 2026". nullopt where none begins.
[[nodiscard]] std::optional<DateParts> scan_date(DateScanner& scanner);

/// True where nothing but a time of day or a time zone follows.
[[nodiscard]] bool only_time_follows(DateScanner scanner);

}  // namespace techpolicy
