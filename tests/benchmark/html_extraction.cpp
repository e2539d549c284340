// What the HTML reader makes of pages, one JSON object a line, and how long it takes beside the
// parser alone. Usage: html_extraction PAGE... (plain or gzip); the times go to standard error.
#include <algorithm>
#include <iostream>
#include <libxml/HTMLparser.h>
#include <nlohmann/json.hpp>
#include <string>
#include <variant>
#include <vector>

#include "indexer/articles/html_page.h"
#include "indexer/articles/whole_file.h"
#include "tests/benchmark/cpu_time.h"

namespace {

using namespace techpolicy;

constexpr std::size_t kMaxBytes = std::size_t{64} * 1024 * 1024;
constexpr int kRounds = 3;

void parse_only(const std::string& page) {
  htmlDocPtr document = htmlReadMemory(
      page.data(), static_cast<int>(page.size()), nullptr, "UTF-8",
      HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET);
  xmlFreeDoc(document);
}

/// The least of some rounds: what the work takes when nothing disturbs it.
template <typename Work>
double seconds(const Work& work) {
  double best = 0;
  for (int round = 0; round < kRounds; ++round) {
    const double begin = benchmark::cpu_seconds();
    work();
    const double time = benchmark::cpu_seconds() - begin;
    best = round == 0 ? time : std::min(best, time);
  }
  return best;
}

nlohmann::json article_json(const std::string& path, const std::string& page) {
  RecordFields fields;
  static_cast<void>(read_html_page(decode_html(page), fields));
  const Article article = std::move(fields).article();
  return {{"file", path},
          {"title", article.title},
          {"text", article.text},
          {"published", article.published ? article.published->iso() : ""},
          {"authors", article.authors},
          {"source", article.source},
          {"url", article.url},
          {"lang", article.lang}};
}

}  // namespace

int main(int argc, char** argv) {
  std::vector<std::string> pages;
  std::size_t bytes = 0;
  for (int i = 1; i < argc; ++i) {
    auto page = read_whole_file({argv[i], argv[i]}, kMaxBytes);
    if (!std::holds_alternative<std::string>(page)) {
      std::cerr << argv[i] << ": " << std::get<RejectedRecord>(page).detail << '\n';
      return 1;
    }
    pages.push_back(std::move(std::get<std::string>(page)));
    bytes += pages.back().size();
    std::cout << article_json(argv[i], pages.back())
                     .dump(-1, ' ', false, nlohmann::json::error_handler_t::replace)
              << '\n';
  }
  const double parse = seconds([&] {
    for (const std::string& page : pages) parse_only(page);
  });
  const double read = seconds([&] {
    for (const std::string& page : pages) {
      RecordFields fields;
      static_cast<void>(read_html_page(decode_html(page), fields));
      static_cast<void>(std::move(fields).article());
    }
  });
  std::cerr << pages.size() << " pages, " << static_cast<double>(bytes) / 1e6 << " MB: parsed "
            << static_cast<double>(pages.size()) / parse << " a second, read "
            << static_cast<double>(pages.size()) / read << " a second\n";
}
