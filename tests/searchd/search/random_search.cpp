// Random articles and random searches of them, which use the same words, so that they meet.
#include <array>

#include "tests/searchd/search/scanned_corpus.h"

namespace techpolicy {
namespace {

using Random = ScannedCorpus::Random;

constexpr std::array kWords = {
    "chip",    "chips",  "export",  "exports",  "control", "controls", "licence", "licences",
    "rule",    "rules",  "court",   "courts",   "privacy", "startup",  "start",   "up",
    "the",     "of",     "agency",  "agencies", "ban",     "banned",   "data",    "market",
    "markets", "marché", "marchés", "règle",    "Chips",   "Export",   "puces",   "芯片"};
constexpr std::array kInText = {
    "Nvidia",    "Nvidia's",   "英伟达",   "Jensen Huang",       "Huang",
    "start-up",  "Nvidiasaid", "chipsthe", "Acme Widgets, Inc.", "chipmaker Zentor",
    "H.R. 4346", "HR 4346",    "Zentor",   "15 CFR §744.23",     "Mellanox",
    "Cumulusco", "Zorbl"};
/// Values that only the articles give.
constexpr std::array kFoundCompanies = {"unreviewed.acme-widgets", "unreviewed.zentor"};
constexpr std::array kCompanies = {"nvidia", "mellanox", "cumulusco", "zorbl", "holding"};
constexpr std::array kSources = {"Sample Desk", "Sample Wire", "Sample Asia"};
constexpr std::array kSourceIds = {"sample-desk", "sample-wire", "sample-asia"};
constexpr std::array kDates = {"2023",    "2023-11",    "2023-11-05", "2024",
                               "2024-02", "2024-02-29", "2025-07-01", ""};
constexpr std::array kLanguages = {"en", "en", "fr", "de"};

std::size_t below(Random& random, std::size_t count) { return random() % count; }

template <typename List>
std::string pick(Random& random, const List& list) {
  return list[below(random, list.size())];
}

bool one_in(Random& random, std::size_t times) { return below(random, times) == 0; }

std::string sentence(Random& random, std::size_t words) {
  std::string text;
  for (std::size_t i = 0; i < words; ++i) {
    if (!text.empty()) text += one_in(random, 12) ? ", " : " ";
    text += one_in(random, 9) ? pick(random, kInText) : pick(random, kWords);
  }
  return text + ".";
}

/// A phrase with a name at its beginning, in its middle or at its end.
Wish named_phrase(Random& random) {
  const bool person = one_in(random, 3);
  const std::string typed = person ? "Jensen Huang" : (one_in(random, 2) ? "nvidia" : "英伟达");
  Wish name;
  name.kind = Wish::Kind::any;
  Wish as_typed;
  as_typed.kind = person ? Wish::Kind::phrase : Wish::Kind::exact;
  as_typed.words = person ? std::vector<std::string>{"jensen", "huang"} : std::vector{typed};
  Wish mention;
  mention.kind = Wish::Kind::mention;
  mention.entity = person ? "jensen-huang" : "nvidia";
  name.parts = {std::move(as_typed), std::move(mention)};
  Wish phrase;
  phrase.kind = Wish::Kind::sequence;
  const std::size_t place = below(random, 3);
  for (std::size_t i = 0; i < 2 + (place == 1 ? 1U : 0U); ++i) {
    const bool is_name = i == (place == 2 ? 1 : place);
    const std::string word = is_name ? typed : pick(random, kWords);
    Wish exact;
    exact.kind = Wish::Kind::exact;
    exact.words = {word};
    phrase.words.push_back(word);
    phrase.parts.push_back(is_name ? name : exact);
  }
  return phrase;
}

Wish leaf(Random& random) {
  Wish wish;
  switch (below(random, 11)) {
    case 7:
      wish = named_phrase(random);
      break;
    case 0:
      wish.kind = Wish::Kind::exact;
      wish.words = {pick(random, kWords)};
      break;
    case 1:
    case 2:
      wish.kind = Wish::Kind::phrase;
      for (std::size_t i = 0; i < 2 + below(random, 2); ++i)
        wish.words.push_back(pick(random, kWords));
      break;
    case 3:
      wish.kind = Wish::Kind::name;
      wish.entity = one_in(random, 2) ? "nvidia" : "jensen-huang";
      wish.words = {wish.entity == "jensen-huang" ? "Jensen Huang"
                                                  : (one_in(random, 2) ? "nvidia" : "英伟达")};
      if (wish.entity == "jensen-huang") return wish;
      break;
    case 4:
      wish.kind = Wish::Kind::company;
      wish.entity = one_in(random, 2) ? "nvidia" : pick(random, kFoundCompanies);
      return wish;
    case 5:
      wish.kind = Wish::Kind::date;
      wish.from = pick(random, std::array{"2023", "2023-11", "2024", "2024-02"});
      wish.to = pick(random, std::array{"2024-02", "2024", "2025"});
      if (wish.to < wish.from) wish.to = "2025";
      return wish;
    case 6:
      wish.kind = Wish::Kind::about;
      wish.entity = one_in(random, 4) ? "jensen-huang" : pick(random, kCompanies);
      return wish;
    default:
      wish.words = {pick(random, kWords)};
  }
  if (one_in(random, 5)) wish.field = one_in(random, 2) ? Field::title : Field::lead;
  return wish;
}

constexpr std::array kPatterns = {"chip*", "*ts",    "contro?s", "?xports", "start*",
                                  "ma*t*", "chips?", "export??", "*huang",  "nvid*"};
constexpr std::array kMisspelt = {"chps", "exprots", "licenec", "nvidai", "courst", "aganecy"};
constexpr std::array kCased = {"Chips", "Export", "Nvidia", "Jensen"};

/// What stands at places: a word, a phrase, a pattern, a name, or one of several.
Wish placed(Random& random, std::optional<Field> field, std::size_t depth) {
  Wish wish;
  wish.field = field;
  switch (below(random, depth == 0 ? 9 : 10)) {
    case 0:
      wish.kind = Wish::Kind::pattern;
      wish.words = {pick(random, kPatterns)};
      break;
    case 1:
      wish.kind = Wish::Kind::fuzzy;
      wish.number = static_cast<std::uint32_t>(1 + below(random, 2));
      wish.words = {one_in(random, 2) ? pick(random, kMisspelt) : "chips"};
      break;
    case 2:
      if (field) return placed(random, field, depth);
      wish.kind = Wish::Kind::cased;
      wish.words = {pick(random, kCased)};
      break;
    case 3:
      wish.kind = Wish::Kind::phrase;
      wish.words = {pick(random, kWords), pick(random, kWords)};
      break;
    case 4:
      wish.kind = Wish::Kind::name;
      wish.entity = "nvidia";
      wish.words = {one_in(random, 2) ? "nvidia" : "英伟达"};
      break;
    case 5:
      wish.kind = Wish::Kind::exact;
      wish.words = {pick(random, kWords)};
      break;
    case 8:
      wish = named_phrase(random);
      wish.field = field;
      break;
    case 9:
      wish.kind = Wish::Kind::any;
      for (std::size_t i = 0; i < 2; ++i) wish.parts.push_back(placed(random, field, depth - 1));
      break;
    default:
      wish.words = {pick(random, kWords)};
  }
  return wish;
}

Wish placed_operator(Random& random) {
  Wish wish;
  if (one_in(random, 4)) {
    wish.kind = Wish::Kind::at_least;
    wish.number = static_cast<std::uint32_t>(1 + below(random, 4));
    wish.parts.push_back(placed(random, std::nullopt, 1));
    return wish;
  }
  wish.kind = Wish::Kind::chain;
  std::optional<Field> field;
  if (one_in(random, 5)) field = one_in(random, 2) ? Field::title : Field::lead;
  wish.parts.push_back(placed(random, field, 1));
  for (std::size_t i = 0; i < 1 + below(random, 2); ++i) {
    constexpr std::array kNearness = {Nearness::near, Nearness::adjacent, Nearness::sentence,
                                      Nearness::paragraph};
    Proximity link{kNearness[below(random, 4)], 0};
    const bool counted = link.nearness == Nearness::near || link.nearness == Nearness::adjacent;
    if (counted) link.distance = static_cast<std::uint32_t>(1 + below(random, 6));
    wish.links.push_back(link);
    wish.parts.push_back(placed(random, field, 1));
  }
  return wish;
}

Wish tree(Random& random, std::size_t depth) {
  if (one_in(random, 6))
    return one_in(random, 2) ? placed_operator(random) : placed(random, std::nullopt, 0);
  if (depth == 0 || one_in(random, 3)) return leaf(random);
  Wish wish;
  wish.kind = one_in(random, 2) ? Wish::Kind::all : Wish::Kind::any;
  const std::size_t parts = 2 + below(random, 2);
  for (std::size_t i = 0; i < parts; ++i) {
    Wish part = tree(random, depth - 1);
    if (i > 0 && one_in(random, 5)) {
      Wish negated;
      negated.kind = Wish::Kind::none_of;
      negated.parts.push_back(std::move(part));
      part = std::move(negated);
    }
    wish.parts.push_back(std::move(part));
  }
  return wish;
}

std::string title_and_text(Random& random) {
  std::string members;
  if (!one_in(random, 4)) members = R"(,"title":")" + sentence(random, 1 + below(random, 6)) + '"';
  members += R"(,"text":")";
  const std::size_t paragraphs = 1 + below(random, 3);
  for (std::size_t p = 0; p < paragraphs; ++p) {
    if (p > 0) members += R"(\n\n)";
    for (std::size_t s = 0; s <= below(random, 3); ++s)
      members += (s > 0 ? " " : "") + sentence(random, 2 + below(random, 7));
  }
  return members + '"';
}

}  // namespace

std::string ScannedCorpus::generate(Random& random, std::size_t size) {
  std::string lines;
  std::vector<std::string> texts;  // Title and text: one in four articles copies an earlier one.
  for (std::size_t i = 0; i < size; ++i) {
    lines += R"({"id":"a)" + std::to_string(i) + R"(","lang":")" + pick(random, kLanguages) + '"';
    if (const std::string date = pick(random, kDates); !date.empty())
      lines += R"(,"date":")" + date + '"';
    if (!one_in(random, 5)) lines += R"(,"source":")" + pick(random, kSources) + '"';
    texts.push_back(i > 0 && one_in(random, 4) ? texts[below(random, i)] : title_and_text(random));
    lines += texts.back() + "}\n";
  }
  return lines;
}

WishedSearch ScannedCorpus::random_search(Random& random) {
  WishedSearch search;
  search.wish = tree(random, 3);
  WishedFilter& companies = search.filters[Facet::company];
  if (one_in(random, 3))
    companies.any = {one_in(random, 2) ? "nvidia" : pick(random, kFoundCompanies)};
  if (one_in(random, 6)) search.filters[Facet::law].any = {"citation.hr-4346"};
  if (one_in(random, 4)) companies.any.insert(pick(random, kCompanies));
  if (one_in(random, 5)) companies.none = {pick(random, kCompanies)};
  if (one_in(random, 4)) companies.about.insert(pick(random, kCompanies));
  if (one_in(random, 6)) companies.about.insert(pick(random, kCompanies));
  for (const std::string& value : companies.none) companies.any.erase(value);
  companies.all = one_in(random, 4);
  if (one_in(random, 8)) search.filters[Facet::person].about = {"jensen-huang"};
  search.rolls_up = one_in(random, 2);
  if (one_in(random, 5)) search.filters[Facet::person].none = {"jensen-huang"};
  if (one_in(random, 3)) {
    WishedFilter& sources = search.filters[Facet::source];
    for (std::size_t i = 0; i < 1 + below(random, 2); ++i)
      sources.any.insert(pick(random, kSourceIds));
    if (one_in(random, 3)) {
      const std::string value = pick(random, kSourceIds);
      if (!sources.any.contains(value)) sources.none.insert(value);
    }
  }
  if (one_in(random, 4)) search.filters[Facet::lang].any = {one_in(random, 2) ? "fr" : "en"};
  if (one_in(random, 4)) search.from = pick(random, std::array{"2023-11", "2024"});
  if (one_in(random, 4)) search.to = pick(random, std::array{"2024-02", "2025"});
  return search;
}

}  // namespace techpolicy
