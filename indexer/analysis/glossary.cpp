#include "indexer/analysis/glossary.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>

#include "indexer/analysis/analyzer.h"
#include "indexer/analysis/stemmer.h"
#include "indexer/analysis/tokenizer.h"
#include "indexer/schema/errors.h"

namespace techpolicy {
namespace {

constexpr std::array<std::string_view, 4> kLanguages = {"fr", "de", "es", "zh"};
constexpr std::size_t kBeginnings = 1U << 14U;
constexpr std::size_t kBeginningBytes = 4;

std::size_t beginning_of(std::string_view folded) {
  std::size_t hash = 5381;
  for (const char c : folded.substr(0, kBeginningBytes)) {
    hash = hash * 33 + static_cast<unsigned char>(c);
  }
  return hash % kBeginnings;
}

/// Where a phrase is noted, behind the beginnings of all entries.
std::size_t phrase_beginning_of(std::string_view folded) {
  return kBeginnings + beginning_of(folded);
}

std::string stem_of(std::string_view language, std::string_view folded) {
  if (language == "zh") return std::string(folded);
  thread_local Stemmer stemmer;
  return stemmer.stem(language, folded);
}

std::string folded_words(std::string_view text) {
  std::string words;
  for (const Token& token : tokenize(text, ParagraphBreaks::line_breaks)) {
    if (!words.empty()) words += ' ';
    words += token.folded;
  }
  return words;
}

bool stands_alone(const Token& token, const Vocabulary& vocabulary) {
  return vocabulary.is_word(token.folded) || vocabulary.name(token.folded) != nullptr;
}

}  // namespace

Glossary::Glossary(std::string bytes) : bytes_(std::move(bytes)), beginnings_(2 * kBeginnings) {
  std::string_view rest = bytes_;
  for (std::size_t number = 1; !rest.empty(); ++number) {
    const std::string_view line = rest.substr(0, rest.find('\n'));
    rest.remove_prefix(std::min(line.size() + 1, rest.size()));
    if (line.empty() || line[0] == '#') continue;
    const std::string where = "glossary.tsv:" + std::to_string(number);
    const std::size_t first = line.find('\t');
    const std::size_t second = first == std::string_view::npos ? first : line.find('\t', first + 1);
    if (second == std::string_view::npos) {
      throw CorpusError(where + ": language, words and meaning, with tabs between");
    }
    add(line.substr(0, first), line.substr(first + 1, second - first - 1), line.substr(second + 1),
        where);
  }
  for (auto& [language, entries] : languages_) {
    for (auto& [stem, list] : entries) {
      std::ranges::stable_sort(list, std::greater(), [](const Entry& e) { return e.stems.size(); });
    }
  }
}

Glossary Glossary::load(const std::filesystem::path& file) {
  std::ifstream stream(file);
  if (!stream) return {};
  std::string bytes;
  for (std::string line; std::getline(stream, line);) bytes.append(line).append(1, '\n');
  return Glossary(std::move(bytes));
}

void Glossary::add(std::string_view language, std::string_view words, std::string_view meaning,
                   const std::string& where) {
  if (std::ranges::find(kLanguages, language) == kLanguages.end()) {
    throw CorpusError(where + ": no glossary of \"" + std::string(language) + "\"");
  }
  Entry entry;
  std::vector<Token> tokens = tokenize(words, ParagraphBreaks::line_breaks);
  for (const Token& token : tokens) entry.stems.push_back(stem_of(language, token.folded));
  entry.meaning = folded_words(meaning);
  if (entry.stems.empty() || entry.meaning.empty()) throw CorpusError(where + ": an empty part");
  beginnings_[beginning_of(tokens.front().folded)] = true;
  if (tokens.size() > 1) beginnings_[phrase_beginning_of(tokens.front().folded)] = true;
  std::vector<Entry>& list = languages_[std::string(language)][entry.stems.front()];
  const auto same = [&](const Entry& other) { return other.stems == entry.stems; };
  const auto known = std::ranges::find_if(list, same);
  if (known == list.end()) {
    list.push_back(std::move(entry));
  } else if (stem_of("en", known->meaning) != stem_of("en", entry.meaning)) {
    throw CorpusError(where + ": \"" + std::string(words) + "\" has another meaning above");
  }
}

bool Glossary::may_begin(std::string_view folded) const {
  return beginnings_[beginning_of(folded)];
}

const Glossary::Entry* Glossary::longest(const Entries& entries, std::string_view language,
                                         const std::vector<Token>& tokens, std::size_t first,
                                         const Vocabulary* foreign_to) {
  const auto list = entries.find(stem_of(language, tokens[first].folded));
  if (list == entries.end()) return nullptr;
  for (const Entry& entry : list->second) {
    if (first + entry.stems.size() > tokens.size()) continue;
    bool same = true;
    bool foreign = foreign_to == nullptr;
    for (std::size_t i = 0; same && i < entry.stems.size(); ++i) {
      const Token& token = tokens[first + i];
      same = (i == 0 || token.before != Separator::paragraph) &&
             (i == 0 || stem_of(language, token.folded) == entry.stems[i]);
      foreign = foreign || !stands_alone(token, *foreign_to);
    }
    if (same && foreign) return &entry;
  }
  return nullptr;
}

Gloss Glossary::at(const std::vector<Token>& tokens, std::size_t first, std::string_view language,
                   const Vocabulary& vocabulary) const {
  const Token& token = tokens[first];
  if (languages_.empty() || token.in_address || !may_begin(token.folded)) return {};
  const bool own = languages_.contains(std::string(language)) && language != "zh";
  // Known words count only where a phrase holds an unknown one.
  const bool known_alone = !own && token.script == TokenScript::word &&
                           !beginnings_[phrase_beginning_of(token.folded)] &&
                           stands_alone(token, vocabulary);
  if (known_alone) return {};
  const Entry* best = nullptr;
  for (const auto& [known, entries] : languages_) {
    const bool chinese = token.script == TokenScript::han;
    if (chinese != (known == "zh") || (own && !chinese && known != language)) continue;
    const Entry* entry =
        longest(entries, known, tokens, first, own || chinese ? nullptr : &vocabulary);
    if (entry != nullptr && (best == nullptr || entry->stems.size() > best->stems.size())) {
      best = entry;
    }
  }
  if (best == nullptr) return {};
  return {first, first + best->stems.size() - 1, best->meaning};
}

}  // namespace techpolicy
