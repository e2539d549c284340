#include "searchd/search/match_places.h"

#include <algorithm>
#include <unordered_map>

#include "indexer/analysis/analyzer.h"
#include "indexer/analysis/stemmer.h"
#include "searchd/search/spans.h"

namespace techpolicy {
namespace {

/// Words by number: those of a text are compared as numbers with each word of the query.
class WordNumbers {
 public:
  static constexpr std::uint32_t kUnknown = static_cast<std::uint32_t>(-1);

  std::uint32_t add(const std::string& word) {
    return numbers_.try_emplace(word, static_cast<std::uint32_t>(numbers_.size())).first->second;
  }
  [[nodiscard]] std::uint32_t of(const std::string& word) const {
    const auto known = numbers_.find(word);
    return known == numbers_.end() ? kUnknown : known->second;
  }

 private:
  std::unordered_map<std::string, std::uint32_t> numbers_;
};

class PlaceFinder {
 public:
  PlaceFinder(const StoredText& text, Field field, std::string_view language)
      : text_(text), field_(field), language_(language) {
    folded_.reserve(text.tokens.size());
    forms_.reserve(text.tokens.size());
    for (const TokenPlace& token : text.tokens) {
      folded_.push_back(fold(repaired(token)));
      forms_.push_back(form_numbers_.add(folded_.back()));
    }
    units_.sentences = text.sentences;
    for (std::size_t i = 0; i < text.tokens.size(); ++i) {
      if (i == 0 || !follows(i - 1)) units_.paragraphs.push_back(text.tokens[i].position);
    }
  }

  void visit(const Clause& clause) {
    if (clause.kind == ClauseKind::negation) return;
    if (clause.kind == ClauseKind::proximity) {
      for (const Spans& spans : chain(clause)) add(spans);
    } else if (clause.children.empty() || clause.kind == ClauseKind::sequence) {
      add(spans_of(clause));
    }
    if (clause.kind == ClauseKind::proximity || clause.kind == ClauseKind::sequence) return;
    for (const Clause& child : clause.children) visit(child);
  }

  std::vector<ByteRange> take() {
    std::sort(places_.begin(), places_.end(), [](const ByteRange& a, const ByteRange& b) {
      return a.begin != b.begin ? a.begin < b.begin : a.end > b.end;
    });
    std::vector<ByteRange> joined;
    for (const ByteRange& place : places_) {
      if (!joined.empty() && place.begin < joined.back().end) {
        joined.back().end = std::max(joined.back().end, place.end);
      } else {
        joined.push_back(place);
      }
    }
    return joined;
  }

 private:
  /// A word of the query, by its numbers in the text.
  struct Wanted {
    std::string_view word;
    std::uint32_t form;
    std::vector<std::uint32_t> stems;
  };

  [[nodiscard]] std::string_view written(const TokenPlace& token) const {
    return std::string_view(text_.text).substr(token.begin, token.end - token.begin);
  }

  /// A token as it is read: repairs inside of it applied.
  [[nodiscard]] std::string repaired(const TokenPlace& token) const {
    const auto behind = [&](const Repair& repair) { return repair.end <= token.begin; };
    auto repair = std::partition_point(text_.repairs.begin(), text_.repairs.end(), behind);
    std::string read;
    std::uint32_t done = token.begin;
    for (; repair != text_.repairs.end() && repair->begin < token.end; ++repair) {
      if (repair->begin < token.begin || repair->end > token.end) continue;
      read.append(text_.text, done, repair->begin - done).append(repair->repaired);
      done = repair->end;
    }
    return read.append(text_.text, done, token.end - done);
  }

  [[nodiscard]] bool is_here(const Clause& clause) const {
    return !clause.field || *clause.field == field_ ||
           (*clause.field == Field::lead && field_ == Field::body);
  }

  void add(const Spans& spans) {
    for (const Span& span : spans) {
      const auto [first, last] = std::pair(token_at(span.begin), token_at(span.end));
      places_.push_back(whole_foreign_words({text_.tokens[first].begin, text_.tokens[last].end}));
    }
  }

  /// The glossary reads several signs as one word, so they are marked as one.
  [[nodiscard]] ByteRange whole_foreign_words(ByteRange place) const {
    auto gloss = std::partition_point(
        text_.glosses.begin(), text_.glosses.end(),
        [&place](const StoredGloss& before) { return before.end <= place.begin; });
    for (; gloss != text_.glosses.end() && gloss->begin < place.end; ++gloss) {
      place = {std::min(place.begin, gloss->begin), std::max(place.end, gloss->end)};
    }
    return place;
  }

  /// The token of a position that a span holds.
  [[nodiscard]] std::size_t token_at(std::uint32_t position) const {
    const auto token = std::partition_point(
        text_.tokens.begin(), text_.tokens.end(),
        [position](const TokenPlace& place) { return place.position < position; });
    return static_cast<std::size_t>(token - text_.tokens.begin());
  }

  [[nodiscard]] std::vector<Spans> chain(const Clause& clause) const {
    if (!is_here(clause)) return {};
    std::vector<Spans> operands;
    for (const Clause& child : clause.children) operands.push_back(spans_of(child));
    return linked_spans(std::move(operands), clause.links, units_);
  }

  /// Of a leaf, or of alternatives.
  [[nodiscard]] Spans spans_of(const Clause& clause) const {
    if (!is_here(clause)) return {};
    switch (clause.kind) {
      case ClauseKind::entity:
        return mentions(clause);
      case ClauseKind::word:
      case ClauseKind::phrase:
        return words(clause);
      case ClauseKind::forms:
      case ClauseKind::cased:
        return single_words(clause);
      case ClauseKind::sequence: {
        Spans spans = spans_of(clause.children.front());
        for (std::size_t i = 1; i < clause.children.size(); ++i) {
          spans = joined_spans(spans, spans_of(clause.children[i]));
        }
        return spans;
      }
      case ClauseKind::best:
      case ClauseKind::disjunction: {
        std::vector<Spans> alternatives;
        for (const Clause& child : clause.children) alternatives.push_back(spans_of(child));
        return unite_spans(alternatives);
      }
      default:
        return {};
    }
  }

  [[nodiscard]] Spans mentions(const Clause& clause) const {
    Spans spans;
    for (const StoredMention& mention : text_.mentions) {
      if (mention.entity != clause.entity) continue;
      const auto inside = [&](const TokenPlace& token) { return token.begin < mention.begin; };
      auto first = std::partition_point(text_.tokens.begin(), text_.tokens.end(), inside);
      if (first == text_.tokens.end()) continue;
      auto last = first;
      while (last + 1 != text_.tokens.end() && (last + 1)->begin < mention.end) ++last;
      spans.push_back({first->position, last->position});
    }
    return spans;
  }

  /// Of forms and cased words: alternatives of one word.
  [[nodiscard]] Spans single_words(const Clause& clause) const {
    Spans spans;
    for (std::size_t first = 0; first < folded_.size(); ++first) {
      const std::size_t width =
          clause.kind == ClauseKind::cased
              ? (written(text_.tokens[first]) == clause.words.front() ? 1U : 0U)
              : width_of_any(first, clause.words);
      if (width == 0) continue;
      spans.push_back({text_.tokens[first].position, text_.tokens[first + width - 1].position});
    }
    return spans;
  }

  /// Tokens that one of `forms`, which are sorted, takes at a place; see width_at().
  [[nodiscard]] std::size_t width_of_any(std::size_t token,
                                         const std::vector<std::string>& forms) const {
    constexpr std::size_t kMaxParts = 4;
    std::string joined;
    for (std::size_t parts = 1; parts <= kMaxParts; ++parts) {
      joined += folded_[token + parts - 1];
      if (std::binary_search(forms.begin(), forms.end(), joined)) return parts;
      if (!follows(token + parts - 1)) break;
    }
    return 0;
  }

  [[nodiscard]] Spans words(const Clause& clause) const {
    Spans spans;
    if (clause.words.empty()) return spans;
    std::vector<Wanted> wanted;
    for (const std::string& word : clause.words) {
      wanted.push_back({word, form_numbers_.of(word), {}});
    }
    if (!clause.exact && wanted.size() == 1)
      wanted.front().stems = stem_numbers(clause.words.front());
    for (std::size_t first = 0; first < folded_.size(); ++first) {
      std::size_t width = width_at(first, wanted.front());
      if (width == 0) continue;
      std::size_t last = first + width - 1;
      for (std::size_t i = 1; width > 0 && i < wanted.size(); ++i) {
        width = follows(last) ? width_at(last + 1, wanted[i]) : 0;
        last += width;
      }
      if (width == 0) continue;
      spans.push_back({text_.tokens[first].position, text_.tokens[last].position});
    }
    if (!clause.glossary) return spans;
    const std::vector<Spans> both = {spans, glosses(clause.words.front())};
    return unite_spans(both);
  }

  /// A stem and the language that it is of.
  static std::string stem_in(std::string_view language, const std::string& folded) {
    thread_local Stemmer stemmer;
    return std::string(language) + ':' + stemmer.stem(language, folded);
  }

  /// Of the stems that a word has in the languages of the text.
  [[nodiscard]] std::vector<std::uint32_t> stem_numbers(const std::string& word) const {
    if (stems_.empty()) {
      for (std::size_t i = 0; i < folded_.size(); ++i) {
        stems_.push_back(stem_numbers_.add(stem_in(language_at(i), folded_[i])));
      }
    }
    std::vector<std::uint32_t> numbers = {stem_numbers_.of(stem_in(language_, word))};
    for (const ForeignPositions& range : text_.foreign) {
      const std::uint32_t number = stem_numbers_.of(stem_in(range.language, word));
      if (std::find(numbers.begin(), numbers.end(), number) == numbers.end()) {
        numbers.push_back(number);
      }
    }
    return numbers;
  }

  [[nodiscard]] std::string_view language_at(std::size_t token) const {
    const std::uint32_t position = text_.tokens[token].position;
    const auto foreign = std::partition_point(
        text_.foreign.begin(), text_.foreign.end(),
        [position](const ForeignPositions& range) { return range.end <= position; });
    const bool inside = foreign != text_.foreign.end() && foreign->begin <= position;
    return inside ? std::string_view(foreign->language) : language_;
  }

  /// Foreign words whose meaning has the word, each at the token where the index has it.
  [[nodiscard]] Spans glosses(const std::string& word) const {
    thread_local Stemmer stemmer;
    const std::string stem = stemmer.stem("en", word);
    Spans spans;
    for (const StoredGloss& gloss : text_.glosses) {
      const auto starts = [&](const TokenPlace& token) { return token.begin < gloss.begin; };
      auto token = std::partition_point(text_.tokens.begin(), text_.tokens.end(), starts);
      std::string_view rest = gloss.meaning;
      while (!rest.empty() && token != text_.tokens.end()) {
        const std::string_view meant = rest.substr(0, rest.find(' '));
        rest.remove_prefix(std::min(meant.size() + 1, rest.size()));
        if (stemmer.stem("en", meant) == stem) spans.push_back({token->position, token->position});
        if (token + 1 != text_.tokens.end() && (token + 1)->begin < gloss.end) ++token;
      }
    }
    return spans;
  }

  [[nodiscard]] bool follows(std::size_t token) const {
    return token + 1 < folded_.size() &&
           text_.tokens[token + 1].position == text_.tokens[token].position + 1;
  }

  /// Tokens that the word takes at a place: 1, more where it is the joined form of neighbours, 0
  /// where it is not.
  [[nodiscard]] std::size_t width_at(std::size_t token, const Wanted& wanted) const {
    if (forms_[token] == wanted.form) return 1;
    for (const std::uint32_t stem : wanted.stems) {
      if (stems_[token] == stem) return 1;
    }
    std::string_view rest = wanted.word;
    for (std::size_t last = token; rest.starts_with(folded_[last]); ++last) {
      rest.remove_prefix(folded_[last].size());
      if (rest.empty()) return last + 1 - token;
      if (!follows(last)) break;
    }
    return 0;
  }

  const StoredText& text_;
  Field field_;
  std::string_view language_;
  std::vector<std::string> folded_;
  std::vector<std::uint32_t> forms_;  ///< Their numbers.
  WordNumbers form_numbers_;
  mutable std::vector<std::uint32_t> stems_;  ///< Numbers of their stems, once asked for.
  mutable WordNumbers stem_numbers_;
  TextUnits units_;
  std::vector<ByteRange> places_;
};

}  // namespace

std::vector<ByteRange> match_places(const Clause& clause, const StoredText& text, Field field,
                                    std::string_view language) {
  PlaceFinder finder(text, field, language);
  finder.visit(clause);
  return finder.take();
}

}  // namespace techpolicy
