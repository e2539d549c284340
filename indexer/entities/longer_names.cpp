// Looks at the words on both sides of a place.
#include "indexer/entities/longer_names.h"

#include <algorithm>
#include <optional>

#include "indexer/entities/cue_words.h"

namespace techpolicy {
namespace {

constexpr std::size_t kLongestScore = 3;
constexpr std::size_t kLongestTeam = 3;
constexpr std::size_t kSampledWords = 100;

class NameTest {
 public:
  NameTest(const TextAnalysis& text, const MatcherTables& tables, const NameScan& scan)
      : text_(text), tables_(tables), scan_(scan) {}

  /// "Neil" before "Jordan": a name that is no word and in no alias.
  [[nodiscard]] bool has_first_name(const Candidate& candidate) const {
    if (candidate.first != candidate.last || candidate.first == 0) return false;
    if (token(candidate.first).before != Separator::space) return false;
    const Token& previous = token(candidate.first - 1);
    return is_name_word(candidate.first - 1) && previous.has_lower && !previous.has_digit &&
           !tables_.vocabulary.is_word(previous.folded) && is_english();
  }

  [[nodiscard]] bool is_part(const Candidate& candidate) const {
    if (is_label(candidate) || is_credit(candidate)) return true;
    if (!may_be_part(candidate)) return false;
    const bool in_capitals = token(candidate.first).all_caps && !token(candidate.first).upper_line;
    // "Mishi Saran HONG KONG 1996-08-30" is where a report comes from.
    const bool part =
        !in_capitals && (name_goes_on(candidate) || name_comes_before(candidate)) && is_english();
    return part || is_of_institution(candidate) || is_team(candidate);
  }

 private:
  [[nodiscard]] const Token& token(std::size_t i) const { return text_.tokens[i]; }
  [[nodiscard]] bool has(std::size_t i) const { return i < text_.tokens.size(); }

  [[nodiscard]] const Entity& entity(const NameForm& form) const {
    return tables_.gazetteer.entities()[form.entity];
  }

  [[nodiscard]] bool is_place(const Candidate& candidate) const {
    return std::ranges::all_of(candidate.forms, [this](const NameForm* form) {
      return entity(*form).key.type == Facet::place;
    });
  }

  /// "Twitter: @someone": where to find the author, not what the text is about.
  [[nodiscard]] bool is_label(const Candidate& candidate) const {
    if (!text_.text.substr(token(candidate.last).end).starts_with(':')) return false;
    const std::size_t next = candidate.last + 1;
    return has(next) && token(next).before != Separator::paragraph && token(next).in_address;
  }

  [[nodiscard]] bool may_be_part(const Candidate& candidate) const {
    if (token(candidate.first).script != TokenScript::word || !is_place(candidate)) return false;
    return std::ranges::none_of(candidate.forms, [this](const NameForm* form) {
      return form->demonym || tables_.traits[form->entity].has_acronym;
    });
  }

  /// In German every noun has a capital; only English has its words in the vocabulary.
  [[nodiscard]] bool is_english() const {
    if (!english_) english_ = reads_as_english();
    return *english_;
  }

  [[nodiscard]] bool reads_as_english() const {
    std::size_t seen = 0;
    std::size_t known = 0;
    for (const Token& word : text_.tokens) {
      if (word.capitalized || !word.has_lower || word.script != TokenScript::word) continue;
      known += tables_.vocabulary.is_word(word.folded) ? 1U : 0U;
      if (++seen == kSampledWords) break;
    }
    return known * 2 >= seen;
  }

  /// Free and capitalized where capitals say something.
  [[nodiscard]] bool is_name_word(std::size_t i) const {
    const Token& word = token(i);
    return word.capitalized && !word.upper_line && !word.title_line && !word.in_address &&
           word.script == TokenScript::word && scan_.cover[i] == Cover::free &&
           !is_beside_names(word.folded) && !is_beside_places(word.folded);
  }

  /// "Texas|Rangers", "Hong Kong|Open"
  [[nodiscard]] bool name_goes_on(const Candidate& candidate) const {
    const std::size_t next = candidate.last + 1;
    return has(next) && token(next).before == Separator::space && !token(next).sentence_start &&
           is_name_word(next) && (!is_cue_after(token(next).folded) || is_capital_pair(next));
  }

  /// "Stock Exchange", whereas "Stock" alone speaks of the name before it.
  [[nodiscard]] bool is_capital_pair(std::size_t i) const {
    return has(i + 1) && token(i + 1).before == Separator::space && is_name_word(i + 1);
  }

  /// "Air|France", "Dynamo|Moscow"
  [[nodiscard]] bool name_comes_before(const Candidate& candidate) const {
    if (candidate.first == 0 || token(candidate.first).before != Separator::space) return false;
    const std::size_t previous = candidate.first - 1;
    if (token(candidate.first).sentence_start || !is_name_word(previous)) return false;
    const Token& word = token(previous);
    return word.has_lower && !word.sentence_start && !is_cue_before(word.folded);
  }

  /// "Bank of|Canada"
  [[nodiscard]] bool is_of_institution(const Candidate& candidate) const {
    if (candidate.first < 2 || token(candidate.first).before != Separator::space) return false;
    const Token& head = token(candidate.first - 2);
    const Token& of = token(candidate.first - 1);
    return of.folded == "of" && of.before == Separator::space && head.capitalized &&
           is_institution(head.folded);
  }

  [[nodiscard]] bool is_number(std::size_t i) const {
    return has(i) && token(i).before == Separator::space &&
           token(i).folded.size() <= kLongestScore &&
           std::ranges::all_of(token(i).folded, [](char c) { return c >= '0' && c <= '9'; });
  }

  [[nodiscard]] bool is_country(const Candidate& candidate) const {
    return std::ranges::any_of(
        candidate.forms, [this](const NameForm* form) { return entity(*form).kind == "country"; });
  }

  /// "Chicago 4 Houston 3", "CHICAGO 71 64 .526", "CHICAGO AT TORONTO". Teams of countries are
  /// named by the country itself.
  [[nodiscard]] bool is_team(const Candidate& candidate) const {
    const std::size_t next = candidate.last + 1;
    if (is_country(candidate)) return false;
    if (is_number(next)) return is_number(next + 1) || ends_result(next + 1);
    return is_fixture(candidate);
  }

  [[nodiscard]] bool begins_paragraph(std::size_t i) const {
    return !has(i) || token(i).before == Separator::paragraph;
  }

  [[nodiscard]] bool is_token(std::size_t i, std::string_view folded) const {
    return has(i) && token(i).folded == folded;
  }

  /// Who took a picture, of which an article does not speak: "AP Photo", "NASA / Getty Images".
  [[nodiscard]] bool is_credit(const Candidate& candidate) const {
    const Facet type = entity(*candidate.forms.front()).key.type;
    if (type != Facet::company && type != Facet::org) return false;
    const std::size_t next = candidate.last + 1;
    if (!has(next) || token(next).before == Separator::paragraph) return false;
    const std::string_view between =
        text_.text.substr(token(candidate.last).end, token(next).begin - token(candidate.last).end);
    if (is_token(next, "photo") && between == " ") return true;
    return between == " / " && token(next).capitalized && scan_.cover[next] == Cover::free;
  }

  /// The end of the line, a remark, or the other team and its score.
  [[nodiscard]] bool ends_result(std::size_t i) const {
    if (begins_paragraph(i) || token(i).before == Separator::open_bracket) return true;
    const std::size_t end = i + kLongestTeam;
    while (i < end && has(i) && token(i).capitalized && token(i).before == Separator::space) {
      if (is_number(++i)) return true;
    }
    return false;
  }

  /// "CHICAGO AT TORONTO" in a line of its own: the second is where they play.
  [[nodiscard]] bool is_fixture(const Candidate& candidate) const {
    const std::size_t next = candidate.last + 1;
    return begins_paragraph(candidate.first) && has(next) && token(next).all_caps &&
           token(next).folded == "at";
  }

  const TextAnalysis& text_;
  const MatcherTables& tables_;
  const NameScan& scan_;
  mutable std::optional<bool> english_;
};

}  // namespace

void settle_longer_names(const TextAnalysis& text, const MatcherTables& tables, NameScan& scan) {
  const NameTest test(text, tables, scan);
  std::vector<const Candidate*> parts;
  for (const Candidate& candidate : scan.candidates) {
    if (test.has_first_name(candidate)) scan.surnames.push_back(scan.words[candidate.first]);
    if (test.is_part(candidate)) parts.push_back(&candidate);
  }
  if (parts.empty()) return;
  for (const Candidate* part : parts) {
    std::fill(scan.cover.begin() + static_cast<std::ptrdiff_t>(part->first),
              scan.cover.begin() + static_cast<std::ptrdiff_t>(part->last) + 1, Cover::free);
  }
  auto next_part = parts.begin();
  std::vector<Candidate> kept;
  kept.reserve(scan.candidates.size() - parts.size());
  for (Candidate& candidate : scan.candidates) {
    if (next_part != parts.end() && *next_part == &candidate) {
      ++next_part;
    } else {
      kept.push_back(std::move(candidate));
    }
  }
  scan.candidates = std::move(kept);
}

}  // namespace techpolicy
