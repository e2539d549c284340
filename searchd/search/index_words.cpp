#include "searchd/search/index_words.h"

#include <algorithm>
#include <unicode/utf8.h>
#include <utility>

#include "indexer/analysis/stemmer.h"
#include "indexer/schema/terms.h"
#include "searchd/search/query_characters.h"

namespace techpolicy {
namespace {

/// Every kind of term but a body's word begins with an ASCII capital.
bool is_body_word(const std::string& term) { return term[0] < 'A' || term[0] > 'Z'; }

/// Bytes [begin, end) of the code point at a place.
std::size_t next_code_point(std::string_view text, std::size_t place) {
  ++place;
  while (place < text.size() && (static_cast<unsigned char>(text[place]) & 0xC0U) == 0x80U) ++place;
  return place;
}

std::string_view without_last(std::string_view text) {
  std::size_t size = text.size() - 1;
  while (size > 0 && (static_cast<unsigned char>(text[size]) & 0xC0U) == 0x80U) --size;
  return text.substr(0, size);
}

/// Into a buffer that is used again. `word` is valid UTF-8, as all terms are.
void decode(std::string_view word, std::u32string& points) {
  points.clear();
  for (std::size_t i = 0; i < word.size();) {
    char32_t point = 0;
    U8_NEXT_UNSAFE(word.data(), i, point);
    points.push_back(point);
  }
}

/// Linear in practice: only the last `*` is ever tried again.
bool fits_pattern(std::string_view pattern, std::string_view word) {
  std::size_t p = 0;
  std::size_t w = 0;
  std::size_t star = std::string_view::npos;
  std::size_t tried = 0;
  while (w < word.size()) {
    if (p < pattern.size() && pattern[p] == '*') {
      star = p++;
      tried = w;
    } else if (p < pattern.size() && pattern[p] == '?') {
      w = next_code_point(word, w);
      ++p;
    } else if (p < pattern.size() && pattern[p] == word[w]) {
      ++w;
      ++p;
    } else if (star != std::string_view::npos) {
      w = tried = next_code_point(word, tried);
      p = star + 1;
    } else {
      return false;
    }
  }
  while (p < pattern.size() && pattern[p] == '*') ++p;
  return p == pattern.size();
}

/// Rows of the edit table for a word against candidates that come in byte order: the rows of a
/// common beginning are kept.
class EditTable {
 public:
  EditTable(std::string_view word, std::size_t edits)
      : word_(to_code_points(word)), edits_(edits), rows_(1) {
    for (std::size_t i = 0; i <= word_.size(); ++i) rows_.front().push_back(i);
  }

  /// Is the candidate near enough?
  bool accepts(const std::string& candidate) {
    decode(candidate, points_);
    const std::u32string& points = points_;
    if (points.size() > word_.size() + edits_ || points.size() + edits_ < word_.size())
      return false;
    std::size_t same = 0;
    while (same < points.size() && same < candidate_.size() && points[same] == candidate_[same] &&
           same + 1 < rows_.size())
      ++same;
    candidate_ = points;
    rows_.resize(same + 1);
    for (std::size_t i = same; i < points.size(); ++i) {
      if (!add_row(i)) return false;
    }
    return rows_.back().back() <= edits_;
  }

 private:
  /// False where nothing that begins so can be near.
  bool add_row(std::size_t i) {
    const std::vector<std::size_t>& above = rows_[i];
    std::vector<std::size_t> row{i + 1};
    for (std::size_t j = 0; j < word_.size(); ++j) {
      const std::size_t replace = above[j] + (candidate_[i] == word_[j] ? 0 : 1);
      std::size_t best = std::min({replace, above[j + 1] + 1, row[j] + 1});
      if (i > 0 && j > 0 && candidate_[i] == word_[j - 1] && candidate_[i - 1] == word_[j]) {
        best = std::min(best, rows_[i - 1][j - 1] + 1);
      }
      row.push_back(best);
    }
    const bool hope = *std::min_element(row.begin(), row.end()) <= edits_;
    rows_.push_back(std::move(row));
    return hope;
  }

  std::u32string word_;
  std::size_t edits_;
  std::u32string points_;
  std::u32string candidate_;  ///< Whose rows these are.
  std::vector<std::vector<std::size_t>> rows_;
};

}  // namespace

IndexWords::IndexWords(const Xapian::Database& database) {
  const std::string title = exact_term(Field::title, "");
  for (auto term = database.allterms_begin(); term != database.allterms_end();) {
    if (is_body_word(*term)) {
      words_.push_back(*term);
      ++term;
    } else {
      term.skip_to("[");  // Past the capitals.
    }
  }
  const std::size_t body = words_.size();
  for (auto term = database.allterms_begin(title); term != database.allterms_end(title); ++term) {
    words_.push_back((*term).substr(title.size()));
  }
  std::inplace_merge(words_.begin(), words_.begin() + static_cast<std::ptrdiff_t>(body),
                     words_.end());
  words_.erase(std::unique(words_.begin(), words_.end()), words_.end());
  words_.shrink_to_fit();
}

std::pair<std::size_t, std::size_t> IndexWords::range(std::string_view prefix) const {
  const auto first = std::lower_bound(words_.begin(), words_.end(), prefix);
  const auto last = std::partition_point(first, words_.end(), [&](const std::string& word) {
    return std::string_view(word).substr(0, prefix.size()) == prefix;
  });
  return {static_cast<std::size_t>(first - words_.begin()),
          static_cast<std::size_t>(last - words_.begin())};
}

std::vector<std::string> IndexWords::fitting(std::string_view pattern, std::size_t limit) const {
  std::vector<std::string> found;
  const auto [first, last] = range(pattern.substr(0, pattern.find_first_of("*?")));
  const std::size_t least = pattern.find_last_not_of('?') + 1;
  for (std::size_t i = first; i < last && found.size() <= limit; ++i) {
    bool fits = false;
    for (std::size_t size = least; !fits && size <= pattern.size(); ++size) {
      fits = fits_pattern(pattern.substr(0, size), words_[i]);
    }
    if (fits) found.push_back(words_[i]);
  }
  return found;
}

std::vector<std::string> IndexWords::near(std::string_view word, std::size_t edits,
                                          std::size_t limit) const {
  std::vector<std::string> found;
  EditTable table(word, edits);
  for (std::size_t i = 0; i < words_.size() && found.size() <= limit; ++i) {
    if (table.accepts(words_[i])) found.push_back(words_[i]);
  }
  return found;
}

std::vector<std::string> IndexWords::forms(std::string_view language, std::string_view stem) const {
  const std::pair<std::string, std::string> key{language, stem};
  {
    const std::lock_guard lock(mutex_);
    if (const auto known = forms_.find(key); known != forms_.end()) return known->second;
  }
  std::vector<std::string> found = find_forms(language, stem);
  const std::lock_guard lock(mutex_);
  return forms_.try_emplace(key, std::move(found)).first->second;
}

std::vector<std::string> IndexWords::find_forms(std::string_view language,
                                                std::string_view stem) const {
  // Stemming changes ends: "univers" of "universities", "happi" of "happy".
  constexpr int kChangedEnd = 2;
  std::string_view prefix = stem;
  for (int i = 0; i < kChangedEnd && next_code_point(prefix, 0) < prefix.size(); ++i) {
    prefix = without_last(prefix);
  }
  thread_local Stemmer stemmer;
  std::vector<std::string> found;
  const auto [first, last] = range(prefix);
  for (std::size_t i = first; i < last; ++i) {
    if (stemmer.stem(language, words_[i]) == stem) found.push_back(words_[i]);
  }
  return found;
}

}  // namespace techpolicy
