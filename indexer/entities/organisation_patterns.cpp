#include "indexer/entities/organisation_patterns.h"

#include <algorithm>
#include <array>

#include "indexer/entities/organisation_cues.h"

namespace techpolicy {
namespace {

constexpr std::size_t kAppositionWords = 5;
constexpr std::size_t kLongestTicker = 5;
constexpr std::size_t kShortestAcronym = 3;
constexpr std::size_t kLongestAcronym = 6;

/// A name and the words of its sentence around it.
class Setting {
 public:
  Setting(const NameRun& name, const Vocabulary& words)
      : run(name), vocabulary(words), tokens_(name.in->text.tokens) {
    next_ = name.last_form + 1;
    if (is_possessive_mark(next_)) {
      possessive_ = true;
      ++next_;
    }
  }

  const NameRun& run;
  const Vocabulary& vocabulary;

  [[nodiscard]] bool possessive() const { return possessive_; }

  /// The n-th token after the name and its possessive, n from 1; nullptr beyond the sentence.
  [[nodiscard]] const Token* after(std::size_t n) const {
    const std::size_t i = next_ + n - 1;
    if (i >= tokens_.size()) return nullptr;
    for (std::size_t k = run.last_form + 1; k <= i; ++k) {
      if (tokens_[k].sentence_start || tokens_[k].before == Separator::paragraph) return nullptr;
    }
    return &tokens_[i];
  }

  /// The n-th token before the name, n from 1; nullptr beyond the sentence.
  [[nodiscard]] const Token* before(std::size_t n) const {
    if (n > run.first) return nullptr;
    for (std::size_t k = run.first - n + 1; k <= run.first; ++k) {
      if (tokens_[k].sentence_start || tokens_[k].before == Separator::paragraph) return nullptr;
    }
    return &tokens_[run.first - n];
  }

  [[nodiscard]] std::string_view word_after(std::size_t n) const { return folded(after(n)); }
  [[nodiscard]] std::string_view word_before(std::size_t n) const { return folded(before(n)); }
  [[nodiscard]] bool after_is(std::size_t n, Cue cue) const { return is(after(n), cue); }
  [[nodiscard]] bool before_is(std::size_t n, Cue cue) const { return is(before(n), cue); }

  /// Nothing but a blank stands before the name's first word.
  [[nodiscard]] bool follows_closely() const {
    const Separator separator = run.token(run.first).before;
    return separator == Separator::space || separator == Separator::line_break;
  }
  [[nodiscard]] bool is_followed_closely() const {
    const Token* next = after(1);
    return next != nullptr &&
           (next->before == Separator::space || next->before == Separator::line_break);
  }

  [[nodiscard]] bool is_word(std::size_t i) const {
    return vocabulary.is_word(run.token(i).folded);
  }
  /// One word that is in the dictionary: Target, Visa.
  [[nodiscard]] bool is_one_word() const { return run.size() == 1 && is_word(run.first); }
  [[nodiscard]] std::string written(std::size_t i) const {
    return written_form(run.in->text.text, run.token(i));
  }

 private:
  static std::string_view folded(const Token* token) {
    return token == nullptr ? std::string_view() : std::string_view(token->folded);
  }
  static bool is(const Token* token, Cue cue) {
    return token != nullptr && cues_of(token->folded).has(cue);
  }
  [[nodiscard]] bool is_possessive_mark(std::size_t i) const {
    if (i >= tokens_.size() || tokens_[i].folded != "s") return false;
    const std::string_view text = run.in->text.text;
    const std::size_t begin = tokens_[i].begin;
    return begin > 0 && (text[begin - 1] == '\'' || text.substr(0, begin).ends_with("\u2019"));
  }

  const std::vector<Token>& tokens_;
  std::size_t next_ = 0;
  bool possessive_ = false;
};

double when(bool holds) { return holds ? 1.0 : 0.0; }

bool is_in_small_letters(const Token* token) {
  return token != nullptr && token->has_lower && !token->capitalized;
}

// The name itself

double has_legal_form(const Setting& s) {
  if (!s.run.has_legal_form()) return 0;
  const std::string& form = s.run.token(s.run.last_form).folded;
  const bool weak = form == "company" || form == "co" || form == "se" || form == "as" ||
                    form == "ab" || form == "sa" || form == "oy" || form == "lp";
  return when(!(weak && s.is_one_word()));
}

bool ends_in(const Setting& s, Cue cue) {
  return cues_of(s.run.token(s.run.last).folded).has(cue);
}

/// At least one word before the head is no ordinary one, or capitals of mid-sentence prove the
/// name.
bool has_proper_part(const Setting& s) {
  for (std::size_t i = s.run.first; i < s.run.last; ++i) {
    if (!s.is_word(i) && s.run.in->cover[i] == TokenCover::free) return true;
  }
  return s.run.size() >= 3;
}

double has_company_head(const Setting& s) {
  return when(s.run.size() >= 2 && ends_in(s, Cue::company_head) && has_proper_part(s) &&
              !s.run.token(s.run.first).title_line);
}

bool begins_with_institution(const Setting& s) {
  if (s.run.size() < 3) return false;
  for (std::size_t i = s.run.first; i + 1 < s.run.last; ++i) {
    const bool head = cues_of(s.run.token(i).folded).has(Cue::institution_head);
    const std::string& link = s.run.token(i + 1).folded;
    if (head && (link == "of" || link == "for" || link == "on")) return true;
  }
  return false;
}

double has_institution_head(const Setting& s) {
  if (s.run.token(s.run.first).title_line) return 0;
  const bool at_end = s.run.size() >= 2 && ends_in(s, Cue::institution_head);
  return when(at_end || begins_with_institution(s));
}

double is_acronym(const Setting& s) {
  const Token& token = s.run.token(s.run.first);
  const std::size_t length = token.end - token.begin;
  if (cues_of(token.folded).has(Cue::generic_acronym)) return 0;
  return when(s.run.size() == 1 && token.all_caps && !token.has_digit && !token.title_line &&
              length >= kShortestAcronym && length <= kLongestAcronym && !s.is_one_word());
}

/// "LifePoint", "iRobot"; not "McKay".
double has_inner_capital(const Setting& s) {
  for (std::size_t i = s.run.first; i <= s.run.last; ++i) {
    const Token& token = s.run.token(i);
    if (token.all_caps || !token.has_lower || token.glued) continue;
    std::string written = s.written(i);
    if (written.ends_with('s')) written.pop_back();  // "MPs"
    if (std::ranges::none_of(written, [](char c) { return c >= 'a' && c <= 'z'; })) continue;
    if (written.starts_with("Mc") || written.starts_with("Mac") || written.starts_with("De") ||
        written.starts_with("Le") || written.starts_with("Van")) {
      continue;
    }
    for (std::size_t k = 1; k < written.size(); ++k) {
      if (written[k] >= 'A' && written[k] <= 'Z') return 1;
    }
  }
  return 0;
}

double is_domain(const Setting& s) {
  const Token& last = s.run.token(s.run.last);
  return when(s.run.size() >= 2 && last.before == Separator::full_stop && last.has_lower &&
              !last.capitalized);
}

// What follows

/// "Acme Widgets (NASDAQ: ACME)", "(ACME.O)"
double ticker_follows(const Setting& s) {
  const Token* first = s.after(1);
  if (first == nullptr || first->before != Separator::open_bracket) return 0;
  const Token* second = s.after(2);
  if (cues_of(first->folded).has(Cue::exchange)) {
    return when(second != nullptr && second->before == Separator::colon);
  }
  return when(first->all_caps && first->end - first->begin <= kLongestTicker &&
              second != nullptr && second->before == Separator::full_stop &&
              second->end - second->begin <= 2);
}

double officer_follows(const Setting& s) {
  if (!s.possessive() && !s.is_followed_closely()) return 0;
  const std::string_view next = s.word_after(1);
  const bool officer = next == "ceo" || next == "cfo" || next == "cto" || next == "coo" ||
                       next == "chairman" || next == "chairwoman" || next == "founder" ||
                       (next == "chief" && (s.word_after(2) == "executive" ||
                                            s.word_after(2) == "financial" ||
                                            s.word_after(2) == "economist" ||
                                            s.word_after(2) == "operating"));
  return when(officer);
}

double staff_follows(const Setting& s) {
  return when((s.possessive() || s.is_followed_closely()) && s.after_is(1, Cue::staff));
}

double shares_follow(const Setting& s) {
  if (!s.possessive() && !s.is_followed_closely()) return 0;
  const std::string_view next = s.word_after(1);
  const std::string_view second = s.word_after(2);
  if (next == "stock" && (second == "exchange" || second == "market")) return 0;
  return when(next == "shares" || next == "stock" || next == "shareholders" ||
              next == "stores" || next == "ipo" || next == "subsidiary");
}

double business_follows(const Setting& s) {
  return when(s.possessive() && s.after_is(1, Cue::business_noun));
}

double business_follows_later(const Setting& s) {
  return when(s.possessive() && !s.after_is(1, Cue::business_noun) &&
              s.after_is(2, Cue::business_noun));
}

double says_of_itself(const Setting& s) {
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

double speaks(const Setting& s) {
  return when(!s.possessive() && s.after_is(1, Cue::speech_verb) &&
              is_in_small_letters(s.after(1)));
}

double acts(const Setting& s) {
  return when(!s.possessive() && s.is_followed_closely() && s.after_is(1, Cue::company_verb));
}

/// The noun before the n-th token is what the apposition says, not the start of another.
bool ends_apposition(const Setting& s, std::size_t n) {
  const Token* next = s.after(n);
  return next == nullptr || next->before == Separator::comma ||
         s.after_is(n, Cue::function_word) || next->folded == "based";
}

/// "X, a maker of chips", "X, which makes", "X, the chipmaker"
double apposition_follows(const Setting& s) {
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

double company_noun_precedes(const Setting& s) {
  return when(s.follows_closely() && s.before_is(1, Cue::company_noun) &&
              is_in_small_letters(s.before(1)));
}

double officer_precedes(const Setting& s) {
  const std::string_view link = s.word_before(1);
  if (!s.follows_closely() || (link != "of" && link != "at")) return 0;
  return when(s.before_is(2, Cue::officer) ||
              (s.word_before(2) == "executive" && s.word_before(3) == "chief"));
}

double staff_precedes(const Setting& s) {
  const std::string_view link = s.word_before(1);
  if (!s.follows_closely() || (link != "at" && link != "for" && link != "with" && link != "from")) {
    return 0;
  }
  if (s.before_is(2, Cue::staff) || s.word_before(2) == "analysis") return 1;
  return when(link == "at" && s.before_is(3, Cue::staff));
}

/// "shares of X", "a stake in X", "a unit of X", "the acquisition of X"
double deal_precedes(const Setting& s) {
  if (!s.follows_closely()) return 0;
  const std::string_view link = s.word_before(1);
  const std::string_view noun = s.word_before(2);
  if (link == "of") {
    return when(noun == "shares" || noun == "subsidiary" || noun == "unit" || noun == "takeover" ||
                noun == "acquisition" || noun == "shareholders" || noun == "division" ||
                noun == "owner");
  }
  if (link == "in") return when(noun == "stake" || noun == "shares" || noun == "shareholder");
  return when(link == "acquire" || link == "acquired" || link == "acquiring");
}

/// "according to X", "told X": people too, so that this alone proves nothing.
double is_source(const Setting& s) {
  if (!s.follows_closely()) return 0;
  const bool the = s.word_before(1) == "the";
  const std::string_view link = s.word_before(the ? 2 : 1);
  const std::string_view verb = s.word_before(the ? 3 : 2);
  return when(link == "told" || (link == "to" && verb == "according") ||
              (link == "by" && (verb == "published" || verb == "released" || verb == "compiled" ||
                                verb == "made" || verb == "reported" || verb == "owned")));
}

/// "X data", "X's survey"
double findings_follow(const Setting& s) {
  if (!s.possessive() && !s.is_followed_closely()) return 0;
  const std::string_view next = s.word_after(1);
  return when(next == "data" || next == "figures" || next == "survey" || next == "estimates" ||
              next == "report" || next == "research" || next == "website" || next == "statement");
}

double which_follows(const Setting& s) {
  const Token* next = s.after(1);
  return when(!s.possessive() && next != nullptr && next->before == Separator::comma &&
              next->folded == "which");
}

double rivals_precede(const Setting& s) {
  const bool such = s.word_before(2) == "such" && s.word_before(1) == "as";
  const bool like = s.word_before(1) == "like" || s.word_before(1) == "including" || such;
  const std::size_t noun = such ? 3 : 2;
  const std::string_view word = s.word_before(noun);
  return when(like && (word == "companies" || word == "firms" || word == "startups" ||
                       word == "retailers" || word == "rivals" || word == "banks" ||
                       word == "makers" || word == "brands" || word == "manufacturers" ||
                       word == "competitors" || word == "lenders" || word == "groups"));
}

// Against

double is_beside_known(const Setting& s) { return when(s.run.beside_known); }

double is_other_thing(const Setting& s) {
  return when(ends_in(s, Cue::other_head) && !s.run.has_legal_form());
}

double is_ordinary_word(const Setting& s) {
  if (!s.is_one_word()) return 0;
  const Token& token = s.run.token(s.run.first);
  return token.sentence_start || token.title_line ? 2.0 : 1.0;
}

double is_all_words(const Setting& s) {
  if (s.run.size() < 2) return 0;
  for (std::size_t i = s.run.first; i <= s.run.last; ++i) {
    if (!s.is_word(i)) return 0;
  }
  if (s.run.size() >= 3) return has_institution_head(s) > 0 ? 0.0 : 0.5;
  const std::string& head = s.run.token(s.run.last).folded;
  if (head == "party" || head == "association" || head == "federation" || head == "foundation" ||
      head == "institute" || head == "university") {
    return 0;
  }
  return s.run.token(s.run.first).sentence_start ? 1.5 : 1.0;
}

double is_in_title_line(const Setting& s) {
  return when(s.run.token(s.run.first).title_line && !s.run.has_legal_form());
}

double place_preposition_precedes(const Setting& s) {
  const std::string_view noun = s.word_before(2);
  return when(s.follows_closely() && s.before_is(1, Cue::place_preposition) && noun != "stake" &&
              noun != "shares" && !noun.starts_with("invest") && noun != "interest" &&
              noun != "confidence" && noun != "trading");
}

/// Two or three words without a mark of an organisation look like a person's.
double looks_like_person(const Setting& s) {
  if (s.run.size() < 2 || s.run.size() > 3) return 0;
  for (std::size_t i = s.run.first; i <= s.run.last; ++i) {
    const Token& token = s.run.token(i);
    if (s.is_word(i) || token.all_caps || token.has_digit || !token.capitalized) return 0;
    if (cues_of(token.folded).has(Cue::company_head)) return 0;
  }
  return when(has_inner_capital(s) == 0);
}

double person_noun_precedes(const Setting& s) {
  return when(s.follows_closely() && s.before_is(1, Cue::person_title) &&
              !(s.word_before(1) == "by" && s.before_is(2, Cue::company_verb)) &&
              s.word_before(1) != "by");
}

bool begins_with_given_name(const Setting& s) {
  const bool initial = s.run.size() >= 2 && s.run.size() <= 3 &&
                       s.run.token(s.run.first + 1).folded.size() == 1;
  return (s.run.size() >= 2 && s.run.size() <= 3 &&
          cues_of(s.run.token(s.run.first).folded).has(Cue::given_name)) ||
         (initial && s.run.token(s.run.first + 1).before != Separator::other) ||
         (s.run.size() == 1 && cues_of(s.run.token(s.run.first).folded).has(Cue::given_name));
}

double is_person_name(const Setting& s) {
  return when(begins_with_given_name(s) && !s.run.has_legal_form());
}

/// ", 45," and ", chief executive of", ", an analyst at"
double person_noun_follows(const Setting& s) {
  const Token* next = s.after(1);
  if (s.possessive() || next == nullptr || next->before != Separator::comma) return 0;
  if (next->folded == "who") return 1;
  const bool digits = std::ranges::all_of(next->folded, [](char c) { return c >= '0' && c <= '9'; });
  if (digits && next->folded.size() == 2) return 1;
  for (std::size_t n = 1; n <= kAppositionWords; ++n) {
    const Token* word = s.after(n);
    if (word == nullptr || (n > 1 && word->before == Separator::comma)) return 0;
    if (s.after_is(n, Cue::company_noun)) return 0;
    if (s.after_is(n, Cue::person_title) && word->folded != "by") return 1;
  }
  return 0;
}

struct Pattern {
  std::string_view name;
  double weight;
  double (*strength)(const Setting&);
};

constexpr std::array kSupports = {
    Pattern{"legal form", 2.5, has_legal_form},
    Pattern{"name of a kind of company", 1.2, has_company_head},
    Pattern{"name of a kind of institution", 1.2, has_institution_head},
    Pattern{"acronym", 0.6, is_acronym},
    Pattern{"capital inside", 0.7, has_inner_capital},
    Pattern{"web address", 1.0, is_domain},
    Pattern{"ticker follows", 2.5, ticker_follows},
    Pattern{"officer follows", 1.2, officer_follows},
    Pattern{"staff follows", 0.8, staff_follows},
    Pattern{"shares follow", 1.2, shares_follow},
    Pattern{"possession of a business follows", 0.8, business_follows},
    Pattern{"possession of a business follows", 0.5, business_follows_later},
    Pattern{"says what it will do itself", 1.0, says_of_itself},
    Pattern{"says", 0.4, speaks},
    Pattern{"does what companies do", 0.5, acts},
    Pattern{"called a company after it", 1.0, apposition_follows},
    Pattern{"called a company before it", 1.2, company_noun_precedes},
    Pattern{"officer of", 1.2, officer_precedes},
    Pattern{"staff at", 1.2, staff_precedes},
    Pattern{"shares or part of", 1.2, deal_precedes},
    Pattern{"named as an example of companies", 1.2, rivals_precede},
    Pattern{"named as a source", 0.4, is_source},
    Pattern{"data or a report of it", 0.4, findings_follow},
    Pattern{"spoken of with which", 0.4, which_follows},
};

constexpr std::array kWeakens = {
    Pattern{"beside a known name", -1.0, is_beside_known},
    Pattern{"name of another thing", -2.0, is_other_thing},
    Pattern{"an ordinary word", -1.0, is_ordinary_word},
    Pattern{"ordinary words", -0.6, is_all_words},
    Pattern{"in a title", -1.5, is_in_title_line},
    Pattern{"looks like a person's name", -0.4, looks_like_person},
};

constexpr std::array kOther = {
    Pattern{"in or near it", -0.8, place_preposition_precedes},
    Pattern{"a person's post before it", -2.0, person_noun_precedes},
    Pattern{"a person's post after it", -2.0, person_noun_follows},
    Pattern{"a given name", -2.0, is_person_name},
};

template <typename Patterns>
std::vector<Evidence> weigh(const Patterns& patterns, const Setting& setting) {
  std::vector<Evidence> evidence;
  for (const Pattern& pattern : patterns) {
    const double weight = pattern.weight * pattern.strength(setting);
    if (weight != 0) evidence.push_back({pattern.name, weight});
  }
  return evidence;
}

}  // namespace

OrganisationEvidence organisation_evidence(const NameRun& run, const Vocabulary& vocabulary) {
  const Setting setting(run, vocabulary);
  return {weigh(kSupports, setting), weigh(kWeakens, setting), weigh(kOther, setting)};
}

}  // namespace techpolicy
