// Queries that the pages offer, each with hits in the shipped corpus: web/examples.json.
#pragma once

#include <string>
#include <vector>

#include "searchd/pages/view.h"

namespace techpolicy {

struct HelpRow {
  std::string query;
  std::string meaning;
};

struct HelpSection {
  std::string heading;
  std::vector<HelpRow> rows;
};

[[nodiscard]] const std::vector<std::string>& start_examples();
[[nodiscard]] const std::vector<HelpSection>& help_sections();

/// "query" and the "url" of its results.
[[nodiscard]] View example_view(const std::string& query);

/// Every operator with a live example.
[[nodiscard]] std::string render_help_page();

}  // namespace techpolicy
