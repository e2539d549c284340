// The stories of JSON Lines files, without an index: story_clusters [--pairs FILE] FILE.jsonl...
//
// Reads id, title, text and date of each line; prints "id<TAB>story" and, on standard error, time
// and memory. With --pairs prints how the pairs of ids of that file compare instead.
#include <fstream>
#include <iostream>
#include <nlohmann/json.hpp>
#include <unordered_map>

#include "indexer/entities/lexicon.h"
#include "indexer/stories/story_groups.h"
#include "indexer/stories/story_match.h"
#include "tests/benchmark/cpu_time.h"

namespace techpolicy::benchmark {
namespace {

struct Collection {
  std::vector<std::string> ids;
  std::vector<StoryArticle> articles;  ///< Document i + 1 has ids[i].
};

std::optional<DayNumber> day_of(const nlohmann::json& record) {
  if (!record.contains("date") || !record["date"].is_string()) return std::nullopt;
  const auto date = parse_partial_date(record["date"].get<std::string>());
  return date ? std::optional(date->first_day()) : std::nullopt;
}

void read_file(const std::string& file, const Analyzer& analyzer, Collection& collection) {
  std::ifstream stream(file);
  for (std::string line; std::getline(stream, line);) {
    const nlohmann::json record = nlohmann::json::parse(line);
    const std::string title = clean_utf8(record.value("title", ""));
    const std::string text = clean_utf8(record.value("text", ""));
    StoryArticle article;
    article.document = static_cast<std::uint32_t>(collection.articles.size() + 1);
    article.sequence = article.document;
    article.day = day_of(record);
    article.sketch =
        make_story_sketch(analyzer.analyze(title), analyzer.analyze(text), analyzer.vocabulary());
    collection.ids.push_back(record.at("id").get<std::string>());
    collection.articles.push_back(article);
  }
}

void print_pairs(const std::string& file, const Collection& collection) {
  std::unordered_map<std::string, std::size_t> places;
  for (std::size_t i = 0; i < collection.ids.size(); ++i) places[collection.ids[i]] = i;
  std::ifstream stream(file);
  for (std::string a, b; stream >> a >> b;) {
    const StorySketch& left = collection.articles[places.at(a)].sketch;
    const StorySketch& right = collection.articles[places.at(b)].sketch;
    const StoryLikeness likeness = compare(left, right);
    std::cout << a << '\t' << b << '\t' << likeness.overlap << '\t' << likeness.names.common << '\t'
              << likeness.names.only_a << '\t' << likeness.names.only_b << '\t'
              << likeness.numbers.common << '\t' << likeness.numbers.only_a << '\t'
              << likeness.numbers.only_b << '\t' << left.features << '\t' << right.features << '\t'
              << same_story(left, right, Strictness::usual) << '\n';
  }
}

void print_stories(const Collection& collection) {
  const double start = cpu_seconds();
  StoryGroups groups;
  for (const StoryArticle& article : collection.articles) groups.put(article);
  std::vector<std::uint32_t> first(collection.ids.size());
  for (const StoryChange& change : groups.settle()) first[change.document - 1] = change.place.first;
  std::cerr << collection.ids.size() << " articles, " << groups.comparisons() << " comparisons, "
            << cpu_seconds() - start << " s\n";
  for (std::size_t i = 0; i < collection.ids.size(); ++i) {
    std::cout << collection.ids[i] << '\t' << collection.ids[first[i] == 0 ? i : first[i] - 1]
              << '\n';
  }
}

int run(std::vector<std::string> arguments) {
  std::string pairs;
  if (arguments.size() > 2 && arguments[0] == "--pairs") {
    pairs = arguments[1];
    arguments.erase(arguments.begin(), arguments.begin() + 2);
  }
  const auto lexicon = Lexicon::load(default_gazetteer_folder());
  Collection collection;
  for (const std::string& file : arguments) read_file(file, lexicon->analyzer(), collection);
  if (pairs.empty()) {
    print_stories(collection);
  } else {
    print_pairs(pairs, collection);
  }
  return 0;
}

}  // namespace
}  // namespace techpolicy::benchmark

int main(int argc, char** argv) {
  return techpolicy::benchmark::run(std::vector<std::string>(argv + 1, argv + argc));
}
