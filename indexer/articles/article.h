// An article as it was read, before anything is made of it; or why it could not be read.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "indexer/schema/partial_date.h"

namespace techpolicy {

/// Where the date of an article is from.
enum class DateOrigin {
  stated,  ///< By its metadata.
  url,
  text,  ///< The line at its top.
  path,
  flag,  ///< What the user gave for the run.
};

/// A date as stated that was not taken, and why: "no-such-day", "day-or-month", "out-of-range",
/// "in-the-future" or "not-a-date".
struct RefusedDate {
  std::string text;
  std::string reason;
};

/// Bytes [begin, end) of a text.
struct TextRange {
  std::size_t begin = 0;
  std::size_t end = 0;
};

/// A text with what its markup says of it.
struct MarkupText {
  std::string text;
  /// In order; nullopt where there is no markup, and looks must tell.
  std::optional<std::vector<TextRange>> headings = std::nullopt;
};

/// All strings are valid UTF-8 (clean_utf8()). Empty where the input does not say.
struct Article {
  std::string id;   ///< The record's own id, as given; it may not be usable as it is.
  std::string url;  ///< Canonical URL, http or https.
  std::string title;
  std::string text;                                ///< Never empty.
  std::optional<std::vector<TextRange>> headings;  ///< As in MarkupText.
  /// As metadata say; else a date in the URL, then in a line at the top of the text; of files that
  /// are one article, else in `origin`.
  std::optional<PartialDate> published;
  DateOrigin date_basis = DateOrigin::stated;  ///< Without meaning where there is no date.
  std::optional<RefusedDate> refused_date;     ///< Only where metadata gave no other date.
  std::string source;                          ///< Publisher's name; else the host of the URL.
  std::vector<std::string> authors;
  std::string lang;  ///< Primary BCP 47 subtag as declared ("en"); empty where not declared.
  std::vector<std::string> tags;
  std::optional<bool> machine_translated;
  /// Path below INPUT, INPUT's own name included; ":line" (or number) for records of a file.
  std::string origin;
};

/// One record that was not indexed. All strings are valid UTF-8.
struct RejectedRecord {
  std::string reason;  ///< For counting: "invalid-json", "no-text", "unreadable", "too-large", ...
  std::string detail;  ///< For people: what is wrong and what to do.
  std::string file;    ///< Path as given by the user.
  /// 1-based: line, or number of the record in formats without lines; 0 where the whole file is
  /// meant.
  std::size_t line = 0;
};

/// Records of a file that are no articles by their kind, as the images of a crawl: they are
/// counted, and no fault.
struct SkippedRecords {
  std::string reason;  ///< "not-html", ...
  std::string file;    ///< Path as given by the user.
  std::size_t count = 0;
};

using Record = std::variant<Article, RejectedRecord, SkippedRecords>;

}  // namespace techpolicy
