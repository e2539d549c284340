#include "tests/searchd/search/scanned_corpus.h"

#include <algorithm>
#include <array>

#include "indexer/build/salience.h"
#include "indexer/entities/mentioned_names.h"

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

Wish leaf(Random& random) {
  Wish wish;
  switch (below(random, 9)) {
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
      return wish;
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
  switch (below(random, depth == 0 ? 8 : 9)) {
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
      if (field) return placed(random, field, depth);
      wish.kind = Wish::Kind::name;
      wish.entity = "nvidia";
      wish.words = {one_in(random, 2) ? "nvidia" : "英伟达"};
      break;
    case 5:
      wish.kind = Wish::Kind::exact;
      wish.words = {pick(random, kWords)};
      break;
    case 8:
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

}  // namespace

std::string ScannedCorpus::generate(Random& random, std::size_t size) {
  std::string lines;
  for (std::size_t i = 0; i < size; ++i) {
    lines += R"({"id":"a)" + std::to_string(i) + R"(","lang":")" + pick(random, kLanguages) + '"';
    if (!one_in(random, 4)) lines += R"(,"title":")" + sentence(random, 1 + below(random, 6)) + '"';
    if (const std::string date = pick(random, kDates); !date.empty())
      lines += R"(,"date":")" + date + '"';
    if (!one_in(random, 5)) lines += R"(,"source":")" + pick(random, kSources) + '"';
    lines += R"(,"text":")";
    const std::size_t paragraphs = 1 + below(random, 3);
    for (std::size_t p = 0; p < paragraphs; ++p) {
      if (p > 0) lines += R"(\n\n)";
      for (std::size_t s = 0; s <= below(random, 3); ++s)
        lines += (s > 0 ? " " : "") + sentence(random, 2 + below(random, 7));
    }
    lines += "\"}\n";
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

std::shared_ptr<const Lexicon> ScannedCorpus::lexicon(const BuiltIndex& index) {
  return Lexicon::load(index.write_gazetteer(
      "company.jsonl",
      R"({"id":"nvidia","type":"company","label":"Nvidia","aliases":[{"text":"英伟达","lang":"zh"}]})"
      "\n"
      R"({"id":"mellanox","type":"company","label":"Mellanox","parent":"nvidia"})"
      "\n"
      R"({"id":"cumulusco","type":"company","label":"Cumulusco","parent":"mellanox"})"
      "\n"
      R"({"id":"zorbl","type":"company","label":"Zorbl","parent":"holding"})"
      "\n"
      R"({"id":"holding","type":"company","label":"Unnamed Holding"})"
      "\n"));
}

/// Counted by hand, mention by mention; only the formula is the program's.
void ScannedCorpus::find_about(Scanned& scanned) const {
  const AnalyzedArticle& analyzed = *scanned.analyzed;
  std::map<EntityKey, Presence> found;
  std::map<Facet, std::uint32_t> of_type;
  const auto size = static_cast<double>(analyzed.article.text.size());
  const MentionedNames names(lexicon_->gazetteer(), analyzed.mentions.found);
  for (const auto* mentions : {&analyzed.mentions.title, &analyzed.mentions.body}) {
    for (const Mention& mention : *mentions) {
      const EntityKey& key = names.key(mention.entity);
      Presence& presence = found[key];
      ++presence.mentions;
      ++of_type[key.type];
      const bool in_title = mentions == &analyzed.mentions.title;
      const double place = in_title ? 0 : static_cast<double>(mention.begin) / size;
      presence.first_place = std::min(presence.first_place, place);
    }
  }
  for (const auto& [key, presence] : found) {
    scanned.values[key.type].insert(key.id);
    const double weight = salience(presence, of_type[key.type], analyzed.body.tokens.size());
    if (is_about(weight)) scanned.about[key.type].insert(key.id);
  }
}

void ScannedCorpus::add(Article article) {
  Scanned scanned;
  scanned.analyzed = analyze_article(std::move(article), *lexicon_);
  const AnalyzedArticle& analyzed = *scanned.analyzed;
  const MentionedNames names(lexicon_->gazetteer(), analyzed.mentions.found);
  const auto scan = [&](Field field, const TextAnalysis& text, std::size_t tokens,
                        const std::vector<Mention>& mentions) {
    scanned.texts.emplace(field, ScannedText(text, tokens, mentions, names));
  };
  const std::size_t lead = lead_token_count(analyzed.body.tokens);
  scan(Field::title, analyzed.title, analyzed.title.tokens.size(), analyzed.mentions.title);
  scan(Field::body, analyzed.body, analyzed.body.tokens.size(), analyzed.mentions.body);
  scan(Field::lead, analyzed.body, lead, analyzed.mentions.body);
  find_about(scanned);
  if (!analyzed.source_id.empty()) scanned.values[Facet::source].insert(analyzed.source_id);
  scanned.values[Facet::lang].insert(analyzed.lang);
  if (analyzed.article.published)
    scanned.values[Facet::year].insert(analyzed.article.published->iso().substr(0, 4));
  articles_.push_back(std::move(scanned));
}

std::vector<const ScannedText*> ScannedCorpus::texts(const Wish& wish,
                                                     const Scanned& article) const {
  std::vector<const ScannedText*> texts;
  for (const auto& [field, text] : article.texts) {
    if (wish.field ? field == *wish.field : field != Field::lead) texts.push_back(&text);
  }
  return texts;
}

/// How many places of a wish do not overlap.
std::size_t ScannedCorpus::count(const Wish& wish, const Scanned& article) {
  std::size_t count = 0;
  for (const ScannedText* text : texts(wish, article)) {
    std::vector<Place> places;
    for (const Place& place :
         text->places(wish, article.analyzed->lang, lexicon_->analyzer(), stemmer_)) {
      places.push_back(place);
    }
    std::sort(places.begin(), places.end(),
              [](const Place& a, const Place& b) { return a.second < b.second; });
    std::optional<std::uint32_t> last;
    for (const Place& place : places) {
      if (last && place.first <= *last) continue;
      last = place.second;
      ++count;
    }
  }
  return count;
}

bool ScannedCorpus::within(const Scanned& article, const std::string& from, const std::string& to) {
  const auto& published = article.analyzed->article.published;
  if (!published) return false;
  const bool late_enough =
      from.empty() || published->first_day() >= parse_partial_date(from)->first_day();
  return late_enough && (to.empty() || published->last_day() <= parse_partial_date(to)->last_day());
}

bool ScannedCorpus::holds(const Wish& wish, const Scanned& article) {
  const auto holds_part = [&](const Wish& part) { return holds(part, article); };
  switch (wish.kind) {
    case Wish::Kind::name:
      // Typed alone, a name of two words also means both words, wherever they stand.
      if (wish.entity == "jensen-huang") {
        Wish first = wish;
        Wish second = wish;
        first.words = {"Jensen"};
        second.words = {"Huang"};
        if (count(first, article) > 0 && count(second, article) > 0) return true;
      }
      [[fallthrough]];
    case Wish::Kind::word:
    case Wish::Kind::exact:
    case Wish::Kind::phrase:
    case Wish::Kind::pattern:
    case Wish::Kind::fuzzy:
    case Wish::Kind::cased:
      return count(wish, article) > 0;
    case Wish::Kind::at_least:
      return count(wish.parts.front(), article) >= wish.number;
    case Wish::Kind::chain: {
      const auto fields = texts(wish.parts.front(), article);
      return std::any_of(fields.begin(), fields.end(), [&](const ScannedText* text) {
        return text->holds_chain(wish, article.analyzed->lang, lexicon_->analyzer(), stemmer_);
      });
    }
    case Wish::Kind::company: {
      const auto companies = article.values.find(Facet::company);
      return companies != article.values.end() && companies->second.contains(wish.entity);
    }
    case Wish::Kind::date:
      return within(article, wish.from, wish.to);
    case Wish::Kind::all:
      return std::all_of(wish.parts.begin(), wish.parts.end(), holds_part);
    case Wish::Kind::any:
      return std::any_of(wish.parts.begin(), wish.parts.end(), holds_part);
    case Wish::Kind::none_of:
      return !holds(wish.parts.front(), article);
  }
  return false;
}

bool ScannedCorpus::passes(const WishedSearch& search, const Scanned& article,
                           std::optional<Facet> except) const {
  if ((!search.from.empty() || !search.to.empty()) && !within(article, search.from, search.to))
    return false;
  for (const auto& [facet, filter] : search.filters) {
    const std::set<std::string> values = values_of(search, article.values, facet);
    const std::set<std::string> about = values_of(search, article.about, facet);
    const auto has = [&](const std::string& value) { return values.contains(value); };
    const auto is_about = [&](const std::string& value) { return about.contains(value); };
    if (std::any_of(filter.none.begin(), filter.none.end(), has)) return false;
    if (facet == except) continue;
    if (!filter.about.empty() &&
        !(filter.all ? std::all_of(filter.about.begin(), filter.about.end(), is_about)
                     : std::any_of(filter.about.begin(), filter.about.end(), is_about))) {
      return false;
    }
    if (filter.any.empty()) continue;
    if (!(filter.all ? std::all_of(filter.any.begin(), filter.any.end(), has)
                     : std::any_of(filter.any.begin(), filter.any.end(), has))) {
      return false;
    }
  }
  return true;
}

void ScannedCorpus::hold(const WishedSearch& search) {
  if (held_text_ == search.wish.text()) return;
  held_text_ = search.wish.text();
  for (Scanned& article : articles_) article.held = holds(search.wish, article);
}

std::set<std::string> ScannedCorpus::ids(const WishedSearch& search) {
  hold(search);
  std::set<std::string> ids;
  for (const Scanned& article : articles_) {
    if (article.held && passes(search, article, std::nullopt))
      ids.insert(article.analyzed->article.id);
  }
  return ids;
}

ScannedCounts ScannedCorpus::facet(const WishedSearch& search, Facet facet) {
  const auto filter = search.filters.find(facet);
  const bool beside = filter == search.filters.end() || !filter->second.all;
  hold(search);
  ScannedCounts counts;
  for (const Scanned& article : articles_) {
    if (!article.held || !passes(search, article, beside ? std::optional(facet) : std::nullopt))
      continue;
    for (const std::string& value : values_of(search, article.values, facet))
      ++counts.articles[value];
    for (const std::string& value : values_of(search, article.about, facet)) ++counts.about[value];
  }
  return counts;
}

std::set<std::string> ScannedCorpus::values_of(const WishedSearch& search, const Values& values,
                                               Facet facet) const {
  const auto found = values.find(facet);
  if (found == values.end()) return {};
  std::set<std::string> all = found->second;
  if (!search.rolls_up) return all;
  for (const std::string& value : found->second) {
    const Entity* entity = lexicon_->gazetteer().find({facet, value});
    while (entity != nullptr && !entity->parent.empty()) {
      all.insert(entity->parent);
      entity = lexicon_->gazetteer().find({facet, entity->parent});
    }
  }
  return all;
}

}  // namespace techpolicy
