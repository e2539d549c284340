#include "indexer/entities/name_runs.h"

#include <algorithm>
#include <optional>

#include "indexer/entities/organisation_cues.h"

namespace techpolicy {
namespace {

// A longer run is a list or a heading.
constexpr std::size_t kMostTokens = 10;
constexpr std::size_t kMostItems = 4;

Cues cues(const Token& token) { return cues_of(token.folded); }

bool is_domain_ending(std::string_view folded) {
  constexpr std::string_view kEndings[] = {"com", "ai", "io", "net", "org", "co", "tv", "au", "uk"};
  return std::ranges::find(kEndings, folded) != std::end(kEndings);
}

/// The bytes between a token and the one before it, without blanks.
std::string between(const TextAnalysis& text, std::size_t token) {
  std::string bytes(text.text.substr(text.tokens[token - 1].end,
                                     text.tokens[token].begin - text.tokens[token - 1].end));
  std::erase(bytes, ' ');
  return bytes;
}

bool is_short_form_prefix(const Token& token) {
  return token.folded == "o" || token.folded == "d" || token.folded == "l";
}

/// Walks over a text and cuts it into runs.
class RunFinder {
 public:
  RunFinder(const CoveredText& text, const Vocabulary& vocabulary)
      : in_(text), tokens_(text.text.tokens), vocabulary_(vocabulary) {}

  std::vector<NameRun> run() {
    for (std::size_t i = 0; i < tokens_.size();) {
      if (!may_be_part(i)) {
        ++i;
        continue;
      }
      const std::size_t last = end_of_run(i);
      take(i, last);
      i = last + 1;
    }
    return std::move(runs_);
  }

 private:
  [[nodiscard]] bool may_be_part(std::size_t i) const {
    const Token& token = tokens_[i];
    if (in_.cover[i] == TokenCover::name || token.script != TokenScript::word) return false;
    if (token.in_address || !is_name_like(in_.text, token)) return false;
    const Cues cue = cues(token);
    if (cue.has(Cue::calendar)) return false;
    if (cue.has(Cue::function_word)) return false;
    return !is_post(token);
  }

  /// "CEO", "Senator": ends a name before it and begins one after it.
  [[nodiscard]] static bool is_post(const Token& token) {
    return cues(token).has(Cue::person_title);
  }

  [[nodiscard]] bool joins(std::size_t i) const {
    const Token& token = tokens_[i];
    if (token.sentence_start) return false;
    switch (token.before) {
      case Separator::space:
      case Separator::hyphen:
      case Separator::line_break:
        return may_be_part(i);
      case Separator::apostrophe:
        return is_short_form_prefix(tokens_[i - 1]) && may_be_part(i);
      case Separator::full_stop:
        return is_domain_ending(token.folded) || may_be_part(i);
      case Separator::comma:
        return may_be_part(i) && is_form_after_comma(token);
      case Separator::other:
        return may_be_part(i) && (between(in_.text, i) == "&" || is_form_after_form(i));
      default:
        return false;
    }
  }

  /// "Co. Ltd."
  [[nodiscard]] bool is_form_after_form(std::size_t i) const {
    return is_legal_form(i) && is_legal_form(i - 1) && between(in_.text, i) == ".";
  }

  static bool is_form_after_comma(const Token& token) {
    constexpr std::string_view kForms[] = {"inc", "ltd", "llc", "lp", "llp", "plc", "corp"};
    return std::ranges::find(kForms, token.folded) != std::end(kForms);
  }

  [[nodiscard]] bool is_plain(std::size_t i, std::string_view word) const {
    return i < tokens_.size() && tokens_[i].folded == word && tokens_[i].before == Separator::space;
  }

  [[nodiscard]] bool is_part_after_blank(std::size_t i) const {
    return i < tokens_.size() && tokens_[i].before == Separator::space && may_be_part(i);
  }

  /// Only of authorities are lists so certain: "University of Ohio, Acme and Zentor".
  [[nodiscard]] bool begins_with_authority(std::size_t first) const {
    const std::string& word = tokens_[first].folded;
    return word == "department" || word == "bureau" || word == "ministry" || word == "office";
  }

  /// "Bureau of Alcohol, Tobacco, Firearms and Explosives": the first word after the "and" of a
  /// list.
  [[nodiscard]] std::size_t after_list(std::size_t last) const {
    std::size_t next = last + 1;
    for (std::size_t items = 0; items < kMostItems; ++items) {
      const bool item =
          next < tokens_.size() && tokens_[next].before == Separator::comma && may_be_part(next);
      if (!item) return last;
      ++next;
      while (is_part_after_blank(next)) ++next;
      const bool comma_too = next < tokens_.size() && tokens_[next].folded == "and" &&
                             tokens_[next].before == Separator::comma;
      if ((comma_too || is_plain(next, "and")) && is_part_after_blank(next + 1)) return next + 1;
    }
    return last;
  }

  /// "Department of Health and Human Services", "the Occupational Safety and Health
  /// Administration".
  [[nodiscard]] std::size_t after_and(std::size_t first, std::size_t last) const {
    if (has_link(first, last) && begins_with_authority(first)) {
      const std::size_t listed = after_list(last);
      if (listed != last) return listed;
    }
    if (!is_plain(last + 1, "and") || !is_part_after_blank(last + 2)) return last;
    if (has_link(first, last)) return last + 2;
    if (in_.cover[last] != TokenCover::free || in_.cover[last + 2] != TokenCover::free) return last;
    const bool defined = first > 0 && tokens_[first - 1].folded == "the" &&
                         tokens_[first].before == Separator::space;
    std::size_t end = last + 2;
    while (is_part_after_blank(end + 1)) ++end;
    const bool ends_in_head = cues(tokens_[end]).has(Cue::institution_head) && end > last + 2;
    const bool whole = cues(tokens_[last]).has(Cue::institution_head);
    return defined && ends_in_head && !whole ? last + 2 : last;
  }

  /// "University of X", "Institute for X".
  [[nodiscard]] std::size_t after_link(std::size_t last) const {
    if (!cues(tokens_[last]).has(Cue::institution_head)) return last;
    std::size_t next = last + 1;
    if (!is_plain(next, "of") && !is_plain(next, "for") && !is_plain(next, "on")) return last;
    ++next;
    if (is_plain(next, "the")) ++next;
    return is_part_after_blank(next) ? next : last;
  }

  [[nodiscard]] std::size_t end_of_run(std::size_t first) const {
    std::size_t last = first;
    for (;;) {
      if (last + 1 < tokens_.size() && joins(last + 1)) {
        ++last;
        continue;
      }
      std::size_t linked = after_link(last);
      if (linked == last) linked = after_and(first, last);
      if (linked == last) return last;
      last = linked;
    }
  }

  [[nodiscard]] bool is_legal_form(std::size_t i) const {
    const Token& token = tokens_[i];
    if (!cues(token).has(Cue::legal_form)) return false;
    // Two letters are a legal form only in capitals, or "Co".
    return token.folded.size() > 2 || token.all_caps || token.folded == "co";
  }

  [[nodiscard]] bool is_word(std::size_t i) const { return vocabulary_.is_word(tokens_[i].folded); }

  /// Where the last word stands that makes a name one without its doubtful first words; `first`
  /// where there is none.
  [[nodiscard]] std::size_t last_telling(std::size_t first, std::size_t last) const {
    while (last > first && (in_.cover[last] != TokenCover::free || is_word(last))) --last;
    return last;
  }

  void take(std::size_t first, std::size_t last_form) {
    std::size_t last = last_form;
    while (last > first && is_legal_form(last)) --last;
    if (last == first && is_legal_form(first)) return;
    const bool is_whole =
        last != last_form || has_head(last) || has_link(first, last) || is_before_ticker(last_form);
    whole_first_ = first;
    const std::size_t telling = last_telling(first, last);
    while (first < telling && is_doubtful_start(first)) ++first;
    if (is_whole) return add(first, last, last_form);
    add_pieces(first, last);
  }

  [[nodiscard]] bool is_before_ticker(std::size_t last) const {
    return last + 1 < tokens_.size() && tokens_[last + 1].before == Separator::open_bracket &&
           cues(tokens_[last + 1]).has(Cue::exchange);
  }

  [[nodiscard]] bool has_head(std::size_t i) const {
    const Cues cue = cues(tokens_[i]);
    return cue.has(Cue::company_head) || cue.has(Cue::institution_head);
  }

  [[nodiscard]] bool is_doubtful_start(std::size_t i) const {
    return (tokens_[i].sentence_start && is_word(i)) || in_.cover[i] == TokenCover::place;
  }

  /// A place is no part of a name that nothing marks as one.
  void add_pieces(std::size_t first, std::size_t last) {
    for (std::size_t i = first; i <= last;) {
      if (in_.cover[i] == TokenCover::place) {
        ++i;
        continue;
      }
      std::size_t end = i;
      while (end < last && in_.cover[end + 1] != TokenCover::place) ++end;
      add(i, end, end);
      i = whole_first_ = end + 1;
    }
  }

  [[nodiscard]] bool touches(std::size_t i, std::size_t other) const {
    if (other >= tokens_.size() || in_.cover[other] == TokenCover::free) return false;
    const Separator between = tokens_[std::max(i, other)].before;
    return between == Separator::space || between == Separator::hyphen;
  }

  [[nodiscard]] bool has_link(std::size_t first, std::size_t last) const {
    for (std::size_t i = first; i <= last; ++i) {
      if (cues(tokens_[i]).has(Cue::function_word)) return true;
    }
    return false;
  }

  void add(std::size_t first, std::size_t last, std::size_t last_form) {
    if (last - first + 1 > kMostTokens) return;
    const auto covered = std::span(in_.cover).subspan(first, last - first + 1);
    const bool only_head_is_free =
        has_head(last) && !has_link(first, last) && last > first &&
        std::ranges::find(covered.first(covered.size() - 1), TokenCover::free) == covered.end() - 1;
    if (only_head_is_free || std::ranges::find(covered, TokenCover::free) == covered.end()) return;
    NameRun run;
    run.in = &in_;
    run.first = first;
    run.whole_first = std::min(first, whole_first_);
    run.last = last;
    run.last_form = last_form;
    run.beside_known =
        (first > 0 && touches(first, first - 1)) || touches(last_form, last_form + 1);
    run.key = name_key(in_.text, first, last);
    runs_.push_back(std::move(run));
  }

  const CoveredText& in_;
  const std::vector<Token>& tokens_;
  const Vocabulary& vocabulary_;
  std::size_t whole_first_ = 0;
  std::vector<NameRun> runs_;
};

}  // namespace

CoveredText::CoveredText(const TextAnalysis& analysis, std::span<const Mention> mentions,
                         const Gazetteer& gazetteer)
    : text(analysis), cover(analysis.tokens.size(), TokenCover::free) {
  for (const Mention& mention : mentions) {
    const bool found = mention.entity >= gazetteer.entities().size();
    const std::optional<Facet> known =
        found ? std::nullopt : std::optional(gazetteer.entities()[mention.entity].key.type);
    // A topic is a word rather than a name: "Cybersecurity and Infrastructure Security Agency".
    if (known == Facet::topic) continue;
    const bool place = known == Facet::place;
    for (std::size_t i = mention.first_token; i <= mention.last_token; ++i) {
      cover[i] = place ? TokenCover::place : TokenCover::name;
    }
  }
  for (std::size_t i = 0; i < cover.size(); ++i) {
    const Token& token = analysis.tokens[i];
    if (cover[i] == TokenCover::free && token.capitalized && cues(token).has(Cue::region)) {
      cover[i] = TokenCover::place;
    }
  }
}

std::string name_key(const TextAnalysis& text, std::size_t first, std::size_t last) {
  std::string key;
  for (std::size_t i = first; i <= last; ++i) {
    if (!key.empty()) key += ' ';
    key += text.tokens[i].folded;
  }
  return key;
}

bool is_name_like(const TextAnalysis& text, const Token& token) {
  if (token.upper_line) return false;
  if (token.capitalized || token.all_caps) return true;
  const std::string_view written = text.text.substr(token.begin, token.end - token.begin);
  return std::ranges::any_of(written, [](char c) { return c >= 'A' && c <= 'Z'; });
}

std::vector<NameRun> find_name_runs(const CoveredText& text, const Vocabulary& vocabulary) {
  return RunFinder(text, vocabulary).run();
}

}  // namespace techpolicy
