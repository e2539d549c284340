#include "searchd/search/match_places.h"

#include <algorithm>

#include "indexer/analysis/stemmer.h"
#include "searchd/search/spans.h"
#include "searchd/search/text_words.h"

namespace techpolicy {
namespace {

class PlaceFinder {
 public:
  PlaceFinder(const StoredText& text, Field field, std::string_view language)
      : text_(text), field_(field), words_(text, language) {
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
  /// A word of the query, and which words of the text it fits.
  struct Wanted {
    std::string_view word;
    std::vector<WordFit> fits;
  };

  [[nodiscard]] std::string_view written(const TokenPlace& token) const {
    return std::string_view(text_.text).substr(token.begin, token.end - token.begin);
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
    const bool cased = clause.kind == ClauseKind::cased;
    const std::vector<WordFit> fits =
        cased ? std::vector<WordFit>() : words_.fits_any(clause.words);
    Spans spans;
    for (std::size_t first = 0; first < words_.tokens(); ++first) {
      const std::size_t width =
          cased ? (written(text_.tokens[first]) == clause.words.front() ? 1U : 0U)
                : width_of_any(first, clause.words, fits);
      if (width == 0) continue;
      spans.push_back({text_.tokens[first].position, text_.tokens[first + width - 1].position});
    }
    return spans;
  }

  /// Tokens that one of `forms`, which are sorted, takes at a place; see width_at().
  [[nodiscard]] std::size_t width_of_any(std::size_t token, const std::vector<std::string>& forms,
                                         const std::vector<WordFit>& fits) const {
    const WordFit fit = fits[words_.number(token)];
    if (fit != WordFit::begins) return fit == WordFit::whole ? 1 : 0;
    constexpr std::size_t kMaxParts = 4;
    std::string joined = words_.folded(token);
    for (std::size_t parts = 2; parts <= kMaxParts && follows(token + parts - 2); ++parts) {
      joined += words_.folded(token + parts - 1);
      if (std::binary_search(forms.begin(), forms.end(), joined)) return parts;
    }
    return 0;
  }

  [[nodiscard]] Spans words(const Clause& clause) const {
    Spans spans;
    if (clause.words.empty()) return spans;
    std::vector<Wanted> wanted;
    const bool stems = !clause.exact && clause.words.size() == 1;
    for (const std::string& word : clause.words) wanted.push_back({word, words_.fits(word, stems)});
    for (std::size_t first = 0; first < words_.tokens(); ++first) {
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
    return token + 1 < words_.tokens() &&
           text_.tokens[token + 1].position == text_.tokens[token].position + 1;
  }

  /// Tokens that the word takes at a place: 1, more where it is the joined form of neighbours, 0
  /// where it is not.
  [[nodiscard]] std::size_t width_at(std::size_t token, const Wanted& wanted) const {
    const WordFit fit = wanted.fits[words_.number(token)];
    if (fit != WordFit::begins) return fit == WordFit::whole ? 1 : 0;
    std::string_view rest = wanted.word;
    for (std::size_t last = token; rest.starts_with(words_.folded(last)); ++last) {
      rest.remove_prefix(words_.folded(last).size());
      if (rest.empty()) return last + 1 - token;
      if (!follows(last)) break;
    }
    return 0;
  }

  const StoredText& text_;
  Field field_;
  TextWords words_;
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
