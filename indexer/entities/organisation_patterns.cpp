// What speaks for an organisation.
#include "indexer/entities/organisation_patterns.h"

#include <algorithm>
#include <array>

#include "indexer/entities/organisation_doubts.h"
#include "indexer/entities/organisation_shapes.h"

namespace techpolicy {
namespace {

constexpr std::size_t kAppositionWords = 5;
constexpr std::size_t kLongestTicker = 5;
constexpr std::size_t kLongestReutersEnding = 4;
constexpr std::size_t kShortestAcronym = 3;
constexpr std::size_t kLongestAcronym = 6;

double when(bool holds) { return holds ? 1.0 : 0.0; }

bool is_in_small_letters(const Token* token) {
  return token != nullptr && token->has_lower && !token->capitalized;
}

// The name itself

double has_legal_form(const NameSetting& s) {
  if (!s.run.has_legal_form()) return 0;
  const std::string& form = s.run.token(s.run.last_form).folded;
  const bool weak = form == "company" || form == "co" || form == "se" || form == "as" ||
                    form == "ab" || form == "sa" || form == "oy" || form == "lp";
  return when(!(weak && s.is_one_word()));
}

/// "Federal Information Systems": as often things as a company.
bool is_plural_of_things(std::string_view head) {
  constexpr std::string_view kPlurals[] = {
      "systems",   "technologies", "technology",     "networks",    "materials", "devices",
      "solutions", "resources",    "communications", "instruments", "robotics",  "mobile"};
  return std::ranges::find(kPlurals, head) != std::end(kPlurals);
}

/// At least one word before the head is no ordinary one, or capitals of mid-sentence prove the
/// name.
bool has_proper_part(const NameSetting& s) {
  for (std::size_t i = s.run.first; i < s.run.last; ++i) {
    const std::string& word = s.run.token(i).folded;
    if (cues_of(word).has(Cue::generic_acronym)) continue;
    if (!s.is_word(i) && s.run.in->cover[i] == TokenCover::free) return true;
  }
  return s.run.size() >= 3 && !is_plural_of_things(s.run.token(s.run.last).folded);
}

double has_company_head(const NameSetting& s) {
  return when(s.run.size() >= 2 && ends_in(s, Cue::company_head) && has_proper_part(s) &&
              !is_body_of_people(s) && !s.run.token(s.run.first).title_line);
}

double is_institution_of(const NameSetting& s) {
  return when(begins_with_institution(s) && is_institution(s));
}

double is_kind_of_institution(const NameSetting& s) {
  return when(is_institution(s) && !begins_with_institution(s));
}

double is_camel_case(const NameSetting& s) { return when(has_inner_capital(s)); }

double is_acronym(const NameSetting& s) {
  const Token& token = s.run.token(s.run.first);
  const std::size_t length = token.end - token.begin;
  return when(s.run.size() == 1 && token.all_caps && !token.has_digit && !token.title_line &&
              length >= kShortestAcronym && length <= kLongestAcronym && !s.is_one_word());
}

double is_domain(const NameSetting& s) {
  const Token& last = s.run.token(s.run.last);
  return when(s.run.size() >= 2 && last.before == Separator::full_stop && last.has_lower &&
              !last.capitalized);
}

// What follows

/// ".O)" after a Reuters code.
bool closes_reuters_code(std::string_view rest) {
  const std::size_t end = rest.substr(0, kLongestReutersEnding).find(')');
  return rest.starts_with('.') && end != std::string_view::npos && end >= 2;
}

/// "Acme Widgets (NASDAQ: ACME)", "(ACME.O)"
double ticker_follows(const NameSetting& s) {
  const Token* first = s.after(1);
  if (first == nullptr || first->before != Separator::open_bracket) return 0;
  const Token* second = s.after(2);
  if (cues_of(first->folded).has(Cue::exchange)) {
    return when(second != nullptr && second->before == Separator::colon);
  }
  return when(first->all_caps && first->end - first->begin <= kLongestTicker &&
              closes_reuters_code(s.run.in->text.text.substr(first->end)));
}

double officer_follows(const NameSetting& s) {
  if (!s.possessive() && !s.is_followed_closely()) return 0;
  const std::string_view next = s.word_after(1);
  const bool officer =
      next == "ceo" || next == "cfo" || next == "cto" || next == "coo" || next == "chairman" ||
      next == "chairwoman" || next == "founder" ||
      (next == "chief" && (s.word_after(2) == "executive" || s.word_after(2) == "financial" ||
                           s.word_after(2) == "economist" || s.word_after(2) == "operating"));
  return when(officer);
}

double staff_follows(const NameSetting& s) {
  return when((s.possessive() || s.is_followed_closely()) && s.after_is(1, Cue::staff));
}

double shares_follow(const NameSetting& s) {
  if (!s.possessive() && !s.is_followed_closely()) return 0;
  const std::string_view next = s.word_after(1);
  const std::string_view second = s.word_after(2);
  if (next == "stock" && (second == "exchange" || second == "market")) return 0;
  return when(next == "shares" || next == "stock" || next == "shareholders" || next == "stores" ||
              next == "ipo" || next == "subsidiary");
}

double business_follows(const NameSetting& s) {
  return when(s.possessive() && s.after_is(1, Cue::business_noun));
}

double business_follows_later(const NameSetting& s) {
  return when(s.possessive() && !s.after_is(1, Cue::business_noun) &&
              s.after_is(2, Cue::business_noun));
}

double says_of_itself(const NameSetting& s) {
  const std::string_view verb = s.word_after(1);
  if (s.possessive() || !s.after_is(1, Cue::speech_verb) || verb == "told") return 0;
  const std::string_view second = s.word_after(2);
  const std::string_view third = s.word_after(3);
  if (second == "its") return 1;
  if (second == "in" && (s.word_after(4) == "filing" || s.word_after(5) == "release")) return 1;
  const bool own_act = third == "expects" || third == "plans" || third == "had" ||
                       third == "would" || third == "will" || third == "has" || third == "expected";
  return second == "it" && own_act ? 1.0 : 0.0;
}

double speaks(const NameSetting& s) {
  return when(!s.possessive() && s.after_is(1, Cue::speech_verb) &&
              is_in_small_letters(s.after(1)));
}

double acts(const NameSetting& s) {
  return when(!s.possessive() && s.is_followed_closely() && s.after_is(1, Cue::company_verb));
}

/// The noun before the n-th token is what the apposition says, not the start of another.
bool ends_apposition(const NameSetting& s, std::size_t n) {
  const Token* next = s.after(n);
  return next == nullptr || next->before == Separator::comma || s.after_is(n, Cue::function_word) ||
         next->folded == "based";
}

/// "X, a maker of chips", "X, which makes", "X, the chipmaker"
double apposition_follows(const NameSetting& s) {
  const Token* next = s.after(1);
  if (s.possessive() || next == nullptr || next->before != Separator::comma) return 0;
  if (next->folded != "a" && next->folded != "an" && next->folded != "the") return 0;
  for (std::size_t n = 2; n < 2 + kAppositionWords; ++n) {
    const Token* word = s.after(n);
    if (word == nullptr || word->before == Separator::comma) return 0;
    if (word->folded == "at" || word->folded == "of" || word->folded == "with") return 0;
    if (s.after_is(n, Cue::person_title) || s.after_is(n, Cue::staff)) return 0;
    if (s.after_is(n, Cue::company_noun)) return when(ends_apposition(s, n + 1));
  }
  return 0;
}

// What precedes

double company_noun_precedes(const NameSetting& s) {
  if (s.follows_closely() && s.word_before(1) == "up" && s.word_before(2) == "start") return 1;
  return when(s.follows_closely() && s.before_is(1, Cue::company_noun) &&
              is_in_small_letters(s.before(1)));
}

double officer_precedes(const NameSetting& s) {
  const std::string_view link = s.word_before(1);
  if (!s.follows_closely() || (link != "of" && link != "at")) return 0;
  return when(s.before_is(2, Cue::officer) ||
              (s.word_before(2) == "executive" && s.word_before(3) == "chief"));
}

double staff_precedes(const NameSetting& s) {
  const std::string_view link = s.word_before(1);
  if (!s.follows_closely() || (link != "at" && link != "for" && link != "with" && link != "from")) {
    return 0;
  }
  if (s.before_is(2, Cue::staff) || s.word_before(2) == "analysis") return 1;
  return when(link == "at" && s.before_is(3, Cue::staff));
}

/// "shares of X", "a stake in X", "a unit of X", "the acquisition of X"
double deal_precedes(const NameSetting& s) {
  if (!s.follows_closely()) return 0;
  const std::string_view link = s.word_before(1);
  const std::string_view noun = s.word_before(2);
  if (link == "of") {
    return when(noun == "shares" || noun == "subsidiary" || noun == "unit" || noun == "takeover" ||
                noun == "acquisition" || noun == "shareholders" || noun == "owner");
  }
  if (link == "in") return when(noun == "stake" || noun == "shares" || noun == "shareholder");
  return when(link == "acquire" || link == "acquired" || link == "acquiring");
}

/// "according to X", "told X": people too, so that this alone proves nothing.
double is_source(const NameSetting& s) {
  if (!s.follows_closely()) return 0;
  const bool the = s.word_before(1) == "the";
  const std::string_view link = s.word_before(the ? 2 : 1);
  const std::string_view verb = s.word_before(the ? 3 : 2);
  return when(link == "told" || (link == "to" && verb == "according") ||
              (link == "by" && (verb == "published" || verb == "released" || verb == "compiled" ||
                                verb == "made" || verb == "reported" || verb == "owned")));
}

/// "X data", "X's survey"
double findings_follow(const NameSetting& s) {
  if (!s.possessive() && !s.is_followed_closely()) return 0;
  const std::string_view next = s.word_after(1);
  return when(next == "data" || next == "figures" || next == "survey" || next == "estimates" ||
              next == "report" || next == "research" || next == "website" || next == "statement");
}

double which_follows(const NameSetting& s) {
  const Token* next = s.after(1);
  return when(!s.possessive() && next != nullptr && next->before == Separator::comma &&
              next->folded == "which");
}

double rivals_precede(const NameSetting& s) {
  const bool such = s.word_before(2) == "such" && s.word_before(1) == "as";
  const bool like = s.word_before(1) == "like" || s.word_before(1) == "including" || such;
  const std::size_t noun = such ? 3 : 2;
  const std::string_view word = s.word_before(noun);
  return when(like && (word == "companies" || word == "firms" || word == "startups" ||
                       word == "retailers" || word == "rivals" || word == "banks" ||
                       word == "makers" || word == "brands" || word == "manufacturers" ||
                       word == "competitors" || word == "lenders" || word == "groups"));
}

constexpr std::array kSupports = {
    NamePattern{"legal form", 2.5, has_legal_form},
    NamePattern{"name of a kind of company", 1.2, has_company_head},
    NamePattern{"institution of something", 1.2, is_institution_of},
    NamePattern{"name of a kind of institution", 1.2, is_kind_of_institution},
    NamePattern{"acronym", 0.6, is_acronym},
    NamePattern{"capital inside", 0.7, is_camel_case},
    NamePattern{"web address", 1.0, is_domain},
    NamePattern{"ticker follows", 2.5, ticker_follows},
    NamePattern{"officer follows", 1.2, officer_follows},
    NamePattern{"staff follows", 0.8, staff_follows},
    NamePattern{"shares follow", 1.5, shares_follow},
    NamePattern{"possession of a business follows", 0.8, business_follows},
    NamePattern{"possession of a business follows", 0.5, business_follows_later},
    NamePattern{"says what it will do itself", 1.0, says_of_itself},
    NamePattern{"says", 0.4, speaks},
    NamePattern{"does what companies do", 0.5, acts},
    NamePattern{"called a company after it", 1.0, apposition_follows},
    NamePattern{"called a company before it", 1.2, company_noun_precedes},
    NamePattern{"officer of", 1.5, officer_precedes},
    NamePattern{"staff at", 1.5, staff_precedes},
    NamePattern{"shares or part of", 1.5, deal_precedes},
    NamePattern{"named as an example of companies", 1.5, rivals_precede},
    NamePattern{"named as a source", 0.4, is_source},
    NamePattern{"data or a report of it", 0.4, findings_follow},
    NamePattern{"spoken of with which", 0.4, which_follows},
};

}  // namespace

OrganisationEvidence organisation_evidence(const NameRun& run, const Vocabulary& vocabulary) {
  const NameSetting setting(run, vocabulary);
  return {weigh_patterns(kSupports, setting), what_weakens(setting), what_denies(setting)};
}

}  // namespace techpolicy
