#include "searchd/pages/examples.h"

#include <nlohmann/json.hpp>

#include "searchd/pages/search_links.h"
#include "searchd/pages/strings.h"
#include "searchd/pages/templates.h"
#include "searchd/pages/web_files.h"

namespace techpolicy {
namespace {

struct Examples {
  std::vector<std::string> start;
  std::vector<HelpSection> help;
};

Examples read_examples() {
  const auto file = nlohmann::json::parse(web_file("examples.json"));
  Examples examples;
  examples.start = file.at("start").get<std::vector<std::string>>();
  for (const auto& section : file.at("help")) {
    HelpSection read{section.at("heading").get<std::string>(), {}};
    for (const auto& row : section.at("rows")) {
      read.rows.push_back(
          {row.at("query").get<std::string>(), row.at("meaning").get<std::string>()});
    }
    examples.help.push_back(std::move(read));
  }
  return examples;
}

const Examples& examples() {
  static const Examples read = read_examples();
  return read;
}

}  // namespace

const std::vector<std::string>& start_examples() { return examples().start; }

const std::vector<HelpSection>& help_sections() { return examples().help; }

View example_view(const std::string& query) {
  SearchRequest request;
  request.q = query;
  return View().text("query", query).text("url", search_url(request));
}

std::string render_help_page() {
  View page;
  page.text("page_title",
            ui_text("title_page", {{"name", ui_text("help_heading")}, {"site", ui_text("site")}}));
  page.text("canonical", "/help").flag("q", false);
  std::vector<View> sections;
  for (const HelpSection& section : help_sections()) {
    std::vector<View> rows;
    for (const HelpRow& row : section.rows) {
      rows.push_back(example_view(row.query).text("meaning", row.meaning));
    }
    View view;
    sections.push_back(view.text("heading", section.heading).list("rows", std::move(rows)));
  }
  page.list("sections", std::move(sections));
  return render_template("help", page);
}

}  // namespace techpolicy
