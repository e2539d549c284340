// An article as a line or entry of a file that other programs read: spreadsheets, reference
// managers.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "searchd/search/article_stream.h"

namespace techpolicy {

enum class ExportFormat { jsonl, csv, ris, bibtex };

/// In the order of ExportFormat.
[[nodiscard]] const std::vector<std::string_view>& export_format_names();
/// Media type, with charset where the type has one.
[[nodiscard]] std::string_view export_media_type(ExportFormat format);

/// Members of a jsonl object and columns of csv, for `fields`. ris and bibtex have their own.
[[nodiscard]] std::span<const std::string_view> export_fields();

/// Without `text`: what comes where no fields are asked for.
[[nodiscard]] std::vector<std::string> default_export_fields();

/// What stands before the articles: of csv the header row.
[[nodiscard]] std::string export_head(ExportFormat format, const std::vector<std::string>& fields);

/// Ends in a line break. `fields` are some of export_fields().
[[nodiscard]] std::string export_entry(ExportFormat format, const StreamedArticle& article,
                                       const std::vector<std::string>& fields);

/// A row of RFC 4180. A cell that a spreadsheet would run as a formula (= + - @ in front) begins
/// with an apostrophe.
[[nodiscard]] std::string csv_row(const std::vector<std::string>& cells);

}  // namespace techpolicy
