#include "tests/searchd/search/scanned_corpus.h"

#include <algorithm>
#include <array>

#include "indexer/build/salience.h"
#include "indexer/entities/mentioned_names.h"

namespace techpolicy {

std::shared_ptr<const Lexicon> ScannedCorpus::lexicon(const BuiltIndex& index) {
  static_cast<void>(index.write_gazetteer(
      "glossary.tsv", "fr\tpuces\tchips\nfr\tmarché\tmarket\nzh\t芯片\tchip rules\n"));
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

bool ScannedCorpus::within(const Scanned& article, const std::string& from, const std::string& to,
                           Doubtful dates) {
  const auto& published = article.analyzed->article.published;
  if (!published) return dates == Doubtful::taken;
  if (dates == Doubtful::taken) {
    for (DayNumber day = published->first_day(); day <= published->last_day(); ++day) {
      const bool late = from.empty() || day >= parse_partial_date(from)->first_day();
      if (late && (to.empty() || day <= parse_partial_date(to)->last_day())) return true;
    }
    return false;
  }
  const bool late_enough =
      from.empty() || published->first_day() >= parse_partial_date(from)->first_day();
  return late_enough && (to.empty() || published->last_day() <= parse_partial_date(to)->last_day());
}

bool ScannedCorpus::holds(const Wish& wish, const Scanned& article, Doubtful dates) {
  const auto holds_part = [&](const Wish& part) { return holds(part, article, dates); };
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
    case Wish::Kind::sequence:
    case Wish::Kind::mention:
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
    case Wish::Kind::about:
      return std::any_of(article.about.begin(), article.about.end(),
                         [&](const auto& values) { return values.second.contains(wish.entity); });
    case Wish::Kind::date:
      return within(article, wish.from, wish.to, dates);
    case Wish::Kind::all:
      return std::all_of(wish.parts.begin(), wish.parts.end(), holds_part);
    case Wish::Kind::any:
      return std::any_of(wish.parts.begin(), wish.parts.end(), holds_part);
    case Wish::Kind::none_of:
      return !holds(wish.parts.front(), article, Doubtful::left_out);
  }
  return false;
}

bool ScannedCorpus::passes(const WishedSearch& search, const Scanned& article,
                           std::optional<Facet> except, Doubtful dates) const {
  if ((!search.from.empty() || !search.to.empty()) &&
      !within(article, search.from, search.to, dates)) {
    return false;
  }
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
  for (Scanned& article : articles_) {
    article.held = holds(search.wish, article, Doubtful::left_out);
    article.possible = holds(search.wish, article, Doubtful::taken);
  }
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

std::size_t ScannedCorpus::undated(const WishedSearch& search) {
  hold(search);
  std::size_t count = 0;
  for (const Scanned& article : articles_) {
    if (article.held && passes(search, article, std::nullopt)) continue;
    if (article.possible && passes(search, article, std::nullopt, Doubtful::taken)) ++count;
  }
  return count;
}

std::vector<std::optional<PartialDate>> ScannedCorpus::dates(const WishedSearch& search) {
  hold(search);
  std::vector<std::optional<PartialDate>> dates;
  for (const Scanned& article : articles_) {
    if (article.held && passes(search, article, std::nullopt))
      dates.push_back(article.analyzed->article.published);
  }
  return dates;
}

std::vector<std::set<std::string>> ScannedCorpus::words(const WishedSearch& search) {
  hold(search);
  std::vector<std::set<std::string>> words;
  for (const Scanned& article : articles_) {
    if (!article.held || !passes(search, article, std::nullopt)) continue;
    std::set<std::string>& of_article = words.emplace_back();
    for (const Token& token : article.analyzed->body.tokens) of_article.insert(token.folded);
    for (const Compound& form : article.analyzed->body.compounds) of_article.insert(form.folded);
  }
  return words;
}

std::vector<std::vector<std::set<EntityKey>>> ScannedCorpus::named_together(
    const WishedSearch& search) {
  hold(search);
  std::vector<std::vector<std::set<EntityKey>>> articles;
  for (const Scanned& article : articles_) {
    if (!article.held || !passes(search, article, std::nullopt)) continue;
    auto& sentences = articles.emplace_back();
    const AnalyzedArticle& analyzed = *article.analyzed;
    const MentionedNames names(lexicon_->gazetteer(), analyzed.mentions.found);
    const auto read = [&](const TextAnalysis& text, const std::vector<Mention>& mentions) {
      for (const Token& token : text.tokens) {
        if (token.sentence_start || &token == &text.tokens.front()) sentences.emplace_back();
        for (const Mention& mention : mentions) {
          if (mention.begin == token.begin) sentences.back().insert(names.key(mention.entity));
        }
      }
    };
    read(analyzed.title, analyzed.mentions.title);
    read(analyzed.body, analyzed.mentions.body);
  }
  return articles;
}

std::string ScannedCorpus::story(const std::string& id) const {
  const auto story = stories_.find(id);
  return story == stories_.end() ? id : story->second;
}

ScannedCounts ScannedCorpus::facet(const WishedSearch& search, Facet facet) {
  const auto filter = search.filters.find(facet);
  const bool beside = filter == search.filters.end() || !filter->second.all;
  hold(search);
  std::map<std::string, std::set<std::string>> naming;
  std::map<std::string, std::set<std::string>> about;
  for (const Scanned& article : articles_) {
    if (!article.held || !passes(search, article, beside ? std::optional(facet) : std::nullopt))
      continue;
    const std::string& id = article.analyzed->article.id;
    const std::string counted = search.by_story ? story(id) : id;
    for (const std::string& value : values_of(search, article.values, facet))
      naming[value].insert(counted);
    for (const std::string& value : values_of(search, article.about, facet))
      about[value].insert(counted);
  }
  ScannedCounts counts;
  for (const auto& [value, named] : naming) counts.articles[value] = named.size();
  for (const auto& [value, named] : about) counts.about[value] = named.size();
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
