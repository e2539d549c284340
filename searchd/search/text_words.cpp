#include "searchd/search/text_words.h"

#include <algorithm>
#include <map>

#include "indexer/analysis/analyzer.h"
#include "indexer/analysis/stemmer.h"

namespace techpolicy {

TextWords::TextWords(const StoredText& text, std::string_view language)
    : text_(text), language_(language) {
  word_of_token_.reserve(text.tokens.size());
  std::map<std::string_view, Numbers> by_language;
  for (const TokenPlace& token : text.tokens) {
    const std::string_view of_token = language_of(token);
    std::string_view written =
        std::string_view(text.text).substr(token.begin, token.end - token.begin);
    if (is_repaired(token)) written = repaired_.emplace_back(repaired(token));
    word_of_token_.push_back(add(written, of_token, by_language[of_token]));
  }
}

std::uint32_t TextWords::add(std::string_view written, std::string_view language,
                             Numbers& numbers) {
  const auto next = static_cast<std::uint32_t>(words_.size());
  const auto [known, fresh] = numbers.try_emplace(written, next);
  if (fresh) words_.push_back({fold(written), language, {}});
  return known->second;
}

bool TextWords::is_repaired(const TokenPlace& token) const {
  const auto behind = [&](const Repair& repair) { return repair.end <= token.begin; };
  const auto repair = std::partition_point(text_.repairs.begin(), text_.repairs.end(), behind);
  return repair != text_.repairs.end() && repair->begin < token.end;
}

/// Repairs inside of the token applied.
std::string TextWords::repaired(const TokenPlace& token) const {
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

std::string_view TextWords::language_of(const TokenPlace& token) const {
  const auto foreign = std::partition_point(
      text_.foreign.begin(), text_.foreign.end(),
      [&](const ForeignPositions& range) { return range.end <= token.position; });
  const bool inside = foreign != text_.foreign.end() && foreign->begin <= token.position;
  return inside ? std::string_view(foreign->language) : language_;
}

std::vector<WordFit> TextWords::fits(std::string_view wanted, bool stems) const {
  thread_local Stemmer stemmer;
  std::map<std::string_view, std::string> wanted_stems;  // By language.
  std::vector<WordFit> fits(words_.size(), WordFit::none);
  for (std::size_t i = 0; i < words_.size(); ++i) {
    const Word& word = words_[i];
    bool whole = word.folded == wanted;
    if (!whole && stems) {
      std::string& stem = wanted_stems[word.language];
      if (stem.empty()) stem = stemmer.stem(word.language, wanted);
      if (word.stem.empty()) word.stem = stemmer.stem(word.language, word.folded);
      whole = word.stem == stem;
    }
    if (whole) {
      fits[i] = WordFit::whole;
    } else if (wanted.starts_with(word.folded)) {
      fits[i] = WordFit::begins;
    }
  }
  return fits;
}

std::vector<WordFit> TextWords::fits_any(const std::vector<std::string>& wanted) const {
  std::vector<WordFit> fits(words_.size(), WordFit::none);
  for (std::size_t i = 0; i < words_.size(); ++i) {
    const auto next = std::lower_bound(wanted.begin(), wanted.end(), words_[i].folded);
    if (next == wanted.end() || !next->starts_with(words_[i].folded)) continue;
    fits[i] = *next == words_[i].folded ? WordFit::whole : WordFit::begins;
  }
  return fits;
}

}  // namespace techpolicy
