#include "searchd/search/match_places.h"

#include <algorithm>

#include "indexer/analysis/analyzer.h"
#include "indexer/analysis/stemmer.h"

namespace techpolicy {
namespace {

class PlaceFinder {
 public:
  PlaceFinder(const StoredText& text, Field field, std::string_view language)
      : text_(text), field_(field), language_(language) {
    folded_.reserve(text.tokens.size());
    for (const TokenPlace& token : text.tokens) {
      folded_.push_back(
          fold(std::string_view(text.text).substr(token.begin, token.end - token.begin)));
    }
  }

  void visit(const Clause& clause) {
    if (clause.kind == ClauseKind::negation) return;
    const bool here = !clause.field || *clause.field == field_ ||
                      (*clause.field == Field::lead && field_ == Field::body);
    if (here && clause.kind == ClauseKind::entity) add_mentions(clause);
    if (here && (clause.kind == ClauseKind::word || clause.kind == ClauseKind::phrase))
      add_words(clause);
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
  void add_mentions(const Clause& clause) {
    for (const StoredMention& mention : text_.mentions) {
      if (mention.entity == clause.entity) places_.push_back({mention.begin, mention.end});
    }
  }

  void add_words(const Clause& clause) {
    thread_local Stemmer stemmer;
    const std::string stem = clause.exact ? "" : stemmer.stem(language_, clause.words.front());
    for (std::size_t first = 0; first < folded_.size(); ++first) {
      std::size_t last = first;
      bool all = true;
      for (std::size_t i = 0; all && i < clause.words.size(); ++i) {
        if (i > 0 && !follows(last)) all = false;
        if (i > 0 && all) ++last;
        const std::size_t width = all ? width_at(last, clause.words[i], stem) : 0;
        if (width == 0)
          all = false;
        else
          last += width - 1;
      }
      if (all) places_.push_back({text_.tokens[first].begin, text_.tokens[last].end});
    }
  }

  [[nodiscard]] bool follows(std::size_t token) const {
    return token + 1 < folded_.size() &&
           text_.tokens[token + 1].position == text_.tokens[token].position + 1;
  }

  /// Tokens that the word takes at a place: 1, more where it is the joined form of neighbours, 0
  /// where it is not.
  [[nodiscard]] std::size_t width_at(std::size_t token, const std::string& word,
                                     const std::string& stem) const {
    if (folded_[token] == word) return 1;
    if (!stem.empty()) {
      thread_local Stemmer stemmer;
      if (stemmer.stem(language_, folded_[token]) == stem) return 1;
    }
    std::string joined = folded_[token];
    for (std::size_t last = token; follows(last) && joined.size() < word.size(); ++last) {
      joined += folded_[last + 1];
      if (joined == word) return last + 2 - token;
    }
    return 0;
  }

  const StoredText& text_;
  Field field_;
  std::string_view language_;
  std::vector<std::string> folded_;
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
