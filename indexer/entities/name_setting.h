// A name in its sentence: what the patterns of organisations ask of the words around it.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/entities/name_runs.h"
#include "indexer/entities/organisation_cues.h"

namespace techpolicy {

/// Views into the run and the vocabulary. Words are asked for by their distance from the name.
class NameSetting {
 public:
  NameSetting(const NameRun& name, const Vocabulary& words)
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
  /// Or the full stop of an abbreviation: "Mr. X".
  [[nodiscard]] bool follows_abbreviation() const {
    const Token* previous = before(1);
    if (previous == nullptr) return false;
    const std::size_t begin = run.token(run.first).begin;
    const std::string_view gap = run.in->text.text.substr(previous->end, begin - previous->end);
    return gap == ". " || gap == " . ";
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

/// One pattern: how strongly it holds of a name at a place, times its weight.
struct NamePattern {
  std::string_view name;
  double weight;
  double (*strength)(const NameSetting&);  ///< 0 where it does not hold.
};

template <typename Patterns>
[[nodiscard]] std::vector<Evidence> weigh_patterns(const Patterns& patterns,
                                                   const NameSetting& setting) {
  std::vector<Evidence> evidence;
  for (const NamePattern& pattern : patterns) {
    const double weight = pattern.weight * pattern.strength(setting);
    if (weight != 0) evidence.push_back({pattern.name, weight});
  }
  return evidence;
}

}  // namespace techpolicy
