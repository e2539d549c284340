// The table of evidence: one row a rule, each a small function that says how strongly it holds.
#include "indexer/entities/evidence.h"

#include <algorithm>
#include <array>

#include "indexer/entities/cue_words.h"

namespace techpolicy {
namespace {

constexpr std::size_t kContextTokens = 18;
constexpr std::size_t kMostContextWords = 3;
constexpr std::size_t kMostDistantWords = 2;
constexpr double kNeededByWord = 1.0;         // Ambiguity::also_a_word
constexpr double kNeededByMostlyOther = 2.3;  // Ambiguity::mostly_other
constexpr double kDistinctive = 3.0;

struct Question {
  const CandidateView& view;
  const NameForm& form;
  const ArticleSupport& support;

  [[nodiscard]] const Entity& entity() const {
    return view.tables.gazetteer.entities()[form.entity];
  }
  [[nodiscard]] const EntityTraits& traits() const { return view.tables.traits[form.entity]; }
  [[nodiscard]] bool mostly_other() const { return form.ambiguity == Ambiguity::mostly_other; }
};

double when(bool holds) { return holds ? 1.0 : 0.0; }

bool follows_space(const Token* token) {
  return token != nullptr && token->before == Separator::space;
}

// Capitals

bool capitals_prove(const Token& token) { return !token.upper_line && !token.title_line; }

/// Any word has a capital at a sentence's start; what is no word has it as a name ("Meta").
bool start_explains_capital(const Question& q) {
  const Token& first = q.view.first();
  return first.sentence_start && q.view.tables.vocabulary.is_word(first.folded);
}

double telling_capital(const Question& q) {
  const Token& first = q.view.first();
  if (!q.form.has_capital && first.script == TokenScript::word) return 0;
  return when(first.capitalized && capitals_prove(first) && !start_explains_capital(q));
}

double capital_at_start(const Question& q) {
  const Token& first = q.view.first();
  if (!q.form.has_capital) return 0;
  return when(first.title_line ||
              (first.capitalized && !first.upper_line && start_explains_capital(q)));
}

// The rest of the article

double named_elsewhere(const Question& q) { return when(q.support.has(q.form.entity)); }

double related_named(const Question& q) {
  const auto named = [&](EntityIndex other) { return q.support.has(other); };
  return when(std::ranges::any_of(q.traits().related, named));
}

std::size_t nearby_context(const Question& q) {
  const Candidate& candidate = q.view.candidate;
  const std::vector<WordId>& words = q.view.scan.words;
  const std::vector<WordId>& context = q.traits().context;
  const std::size_t from = candidate.first - std::min(candidate.first, kContextTokens);
  const std::size_t to = std::min(words.size(), candidate.last + 1 + kContextTokens);
  std::vector<WordId> seen;
  for (std::size_t i = from; i < to; ++i) {
    if (words[i] == kUnknownWord || (i >= candidate.first && i <= candidate.last)) continue;
    if (!std::ranges::binary_search(context, words[i])) continue;
    if (std::ranges::find(seen, words[i]) == seen.end()) seen.push_back(words[i]);
  }
  return seen.size();
}

double context_nearby(const Question& q) {
  return static_cast<double>(std::min(nearby_context(q), kMostContextWords));
}

double context_elsewhere(const Question& q) {
  if (nearby_context(q) > 0) return 0;
  const Candidate& candidate = q.view.candidate;
  std::size_t count = 0;
  for (const WordId word : q.traits().context) {
    const bool own = q.view.scan.words[candidate.first] == word;
    if (!own && q.support.has_word(word)) ++count;
  }
  return static_cast<double>(std::min(count, kMostDistantWords));
}

/// A certain name of the same type, so that a list of such names speaks for its members.
bool is_of_same_kind(const Question& q, const Candidate& other) {
  const NameForm& form = *other.forms.front();
  const Entity& entity = q.view.tables.gazetteer.entities()[form.entity];
  if (entity.key.type != q.entity().key.type || form.entity == q.form.entity) return false;
  return form.ambiguity == Ambiguity::distinctive || q.support.has(form.entity);
}

/// ", " or "and" or both between a name's last token and another's first.
bool are_listed(const CandidateView& view, std::size_t last, std::size_t first) {
  const std::vector<Token>& tokens = view.text.tokens;
  if (first == last + 1) return tokens[first].before == Separator::comma;
  return first == last + 2 &&
         (tokens[last + 1].folded == "and" || tokens[last + 1].folded == "or") &&
         tokens[first].before == Separator::space;
}

double listed_with_names(const Question& q) {
  const std::vector<Candidate>& all = q.view.scan.candidates;
  const Candidate& own = q.view.candidate;
  const auto place = std::ranges::lower_bound(all, own.first, {}, &Candidate::first);
  double sides = 0;
  if (place != all.begin()) {
    const Candidate& previous = *std::prev(place);
    sides += when(are_listed(q.view, previous.last, own.first) && is_of_same_kind(q, previous));
  }
  if (const auto next = std::next(place); next != all.end()) {
    sides += when(are_listed(q.view, own.last, next->first) && is_of_same_kind(q, *next));
  }
  return sides;
}

// What follows

double suffix_follows(const Question& q) {
  return when(q.entity().key.type == Facet::company &&
              last_with_suffix(q.view) != q.view.candidate.last);
}

/// "Tesla (TSLA)"
double ticker_follows(const Question& q) {
  const Token* next = q.view.after();
  if (next == nullptr || next->before != Separator::open_bracket || !next->all_caps) return 0;
  const auto& tickers = q.view.tables.tickers;
  const auto ticker = tickers.find(written_form(q.view.text.text, *next));
  return when(ticker != tickers.end() && ticker->second == q.form.entity);
}

double possessive(const Question& q) {
  const Token* next = q.view.after();
  return when(next != nullptr && next->before == Separator::apostrophe && next->folded == "s");
}

/// "Apple's shares": the cue behind the possessive.
double cue_follows_possessive(const Question& q) {
  const std::size_t after = q.view.candidate.last + 2;
  if (possessive(q) == 0 || after >= q.view.text.tokens.size()) return 0;
  const Token& cue = q.view.text.tokens[after];
  return when(follows_space(&cue) && is_cue_after(cue.folded));
}

double cue_follows(const Question& q) {
  const Token* next = q.view.after();
  return when(follows_space(next) && is_cue_after(next->folded));
}

double unknown_name_follows(const Question& q) {
  const Token* next = q.view.after();
  if (!follows_space(next) || !next->capitalized || !capitals_prove(q.view.first())) return 0;
  return when(q.view.scan.cover[q.view.candidate.last + 1] == Cover::free &&
              !is_beside_names(next->folded) && !is_corporate_suffix(next->folded) &&
              !is_cue_after(next->folded));
}

double word_after_hyphen(const Question& q) {
  const Token* next = q.view.after();
  return when(q.mostly_other() && next != nullptr && next->before == Separator::hyphen &&
              !next->capitalized);
}

// What precedes

double unknown_name_precedes(const Question& q) {
  const Token* previous = q.view.before();
  const Token& first = q.view.first();
  if (previous == nullptr || !follows_space(&first)) return 0;
  if (!previous->capitalized || !capitals_prove(first)) return 0;
  const bool ordinary_start =
      previous->sentence_start && q.view.tables.vocabulary.is_word(previous->folded);
  return when(q.view.scan.cover[q.view.candidate.first - 1] == Cover::free && !ordinary_start &&
              !is_beside_names(previous->folded) && !is_cue_after(previous->folded));
}

double article_precedes(const Question& q) {
  const Token* previous = q.view.before();
  if (!q.mostly_other() || previous == nullptr || !follows_space(&q.view.first())) return 0;
  return when(previous->folded == "the" || previous->folded == "a" || previous->folded == "an");
}

double cue_precedes(const Question& q) {
  const Token* previous = q.view.before();
  return when(previous != nullptr && follows_space(&q.view.first()) &&
              is_cue_before(previous->folded));
}

/// The candidate that ends just before this one, a possessive "'s" between them or not.
const Candidate* name_before(const CandidateView& view) {
  const std::vector<Token>& tokens = view.text.tokens;
  std::size_t first = view.candidate.first;
  if (first == 0 || tokens[first].before != Separator::space) return nullptr;
  if (first >= 2 && tokens[first - 1].folded == "s" &&
      tokens[first - 1].before == Separator::apostrophe) {
    --first;
  }
  const auto found =
      std::ranges::lower_bound(view.scan.candidates, first - 1, {}, &Candidate::last);
  if (found == view.scan.candidates.end() || found->last + 1 != first) return nullptr;
  return &*found;
}

/// "Australia's Senate", "the Italian Senate": not the one of the entity's country.
double foreign_place_precedes(const Question& q) {
  const std::string& country = q.entity().country;
  if (country.empty() || q.entity().key.type == Facet::place) return 0;
  const Candidate* previous = name_before(q.view);
  if (previous == nullptr) return 0;
  const Entity& place = q.view.tables.gazetteer.entities()[previous->forms.front()->entity];
  return when(place.key.type == Facet::place && !place.country.empty() && place.country != country);
}

/// "Jordan said" where the article has a Neil Jordan.
double someones_surname(const Question& q) {
  const Candidate& candidate = q.view.candidate;
  return when(candidate.first == candidate.last &&
              q.support.is_surname(q.view.scan.words[candidate.first]));
}

struct Rule {
  std::string_view name;
  double weight;
  double (*strength)(const Question&);  ///< 0 where it does not hold.
};

constexpr std::array kRules = {
    Rule{"capital that nothing else explains", 1.0, telling_capital},
    Rule{"capital of a sentence's start or a title", 0.5, capital_at_start},
    Rule{"corporate suffix follows", 2.0, suffix_follows},
    Rule{"named elsewhere in the article", 2.0, named_elsewhere},
    Rule{"related entity in the article", 1.5, related_named},
    Rule{"context words nearby", 1.0, context_nearby},
    Rule{"context words elsewhere in the article", 0.3, context_elsewhere},
    Rule{"its ticker in brackets follows", 2.0, ticker_follows},
    Rule{"listed with names of its kind", 1.0, listed_with_names},
    Rule{"possessive", 0.75, possessive},
    Rule{"cue word follows", 0.75, cue_follows},
    Rule{"cue word follows the possessive", 0.75, cue_follows_possessive},
    Rule{"cue word precedes", 0.4, cue_precedes},
    Rule{"unknown capitalized word follows", -1.5, unknown_name_follows},
    Rule{"unknown capitalized word precedes", -1.5, unknown_name_precedes},
    Rule{"surname of someone in the article", -2.0, someones_surname},
    Rule{"place of another country precedes", -2.0, foreign_place_precedes},
    Rule{"article precedes", -0.5, article_precedes},
    Rule{"lower-case word after a hyphen", -0.5, word_after_hyphen},
};

Judgement weigh(const Question& question, double needed) {
  Judgement judgement;
  judgement.margin = -needed;
  for (const Rule& rule : kRules) {
    const double weight = rule.weight * rule.strength(question);
    if (weight == 0) continue;
    judgement.evidence.push_back({rule.name, weight});
    judgement.margin += weight;
  }
  judgement.accepted = judgement.margin >= 0;
  return judgement;
}

}  // namespace

ArticleSupport::ArticleSupport(const MatcherTables& tables, const NameScan& title,
                               const NameScan& body)
    : words_(tables.trie.word_count()) {
  for (const NameScan* scan : {&title, &body}) {
    for (const WordId word : scan->words) {
      if (word != kUnknownWord) words_[word] = true;
    }
    surnames_.insert(scan->surnames.begin(), scan->surnames.end());
  }
}

bool ArticleSupport::has(EntityIndex entity) const {
  const auto found = accepted_.find(entity);
  return found != accepted_.end() && found->second > 0;
}

bool ArticleSupport::has_word(WordId word) const { return words_[word]; }

const Token* CandidateView::before() const {
  if (candidate.first == 0 || first().before == Separator::paragraph) return nullptr;
  return &text.tokens[candidate.first - 1];
}

const Token* CandidateView::after() const {
  if (candidate.last + 1 >= text.tokens.size()) return nullptr;
  const Token& next = text.tokens[candidate.last + 1];
  return next.before == Separator::paragraph ? nullptr : &next;
}

Judgement judge(const CandidateView& view, const NameForm& form, const ArticleSupport& support) {
  const NamePlace place{view.text, view.tables.vocabulary, view.candidate.first,
                        view.candidate.last, view.candidate.plural};
  switch (ambiguity_at(form, place)) {
    case Ambiguity::distinctive:
      return {true, kDistinctive, {{"distinctive name", kDistinctive}}};
    case Ambiguity::also_a_word:
      return weigh({view, form, support}, kNeededByWord);
    case Ambiguity::mostly_other:
      return weigh({view, form, support}, kNeededByMostlyOther);
  }
  return {};
}

std::size_t last_with_suffix(const CandidateView& view) {
  std::size_t last = view.candidate.last;
  while (last + 1 < view.text.tokens.size()) {
    const Token& next = view.text.tokens[last + 1];
    const bool beside = next.before == Separator::space || next.before == Separator::comma;
    if (!beside || !next.capitalized || !is_corporate_suffix(next.folded)) break;
    if (view.scan.cover[last + 1] != Cover::free) break;
    ++last;
  }
  return last;
}

}  // namespace techpolicy
