// Fills the Vocabulary from the word list and the gazetteer.
#include "indexer/entities/name_vocabulary.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <fstream>
#include <set>
#include <utility>

#include "indexer/analysis/analyzer.h"
#include "indexer/entities/alias_forms.h"
#include "indexer/schema/errors.h"

namespace techpolicy {
namespace {

// The small list on purpose: the larger ones hold "google" as a verb.
constexpr const char* kWordList = "/usr/share/dict/american-english-small";
// American and British spelling.
constexpr std::array kLongWordLists = {"/usr/share/dict/american-english-huge",
                                       "/usr/share/dict/british-english-huge"};

/// Proper names and possessives say nothing of ordinary words.
bool is_ordinary(const std::string& word) {
  return !word.empty() && std::ranges::none_of(word, [](unsigned char c) {
    return std::isupper(c) != 0 || c == '\'';
  });
}

template <typename Take>
void each_word(std::string_view words, const Take& take) {
  while (!words.empty()) {
    const std::size_t end = std::min(words.find('\n'), words.size());
    if (end > 0) take(words.substr(0, end));
    words.remove_prefix(std::min(end + 1, words.size()));
  }
}

NameUse use_of(const Entity& entity, const Alias& alias, const TextAnalysis& text,
               std::size_t place) {
  NameUse use;
  const Token& token = text.tokens[place];
  if (!has_capital(text.text, token)) return use;
  const std::size_t count = text.tokens.size();
  use.whole = count == 1;
  use.sure = use.whole && alias.ambiguity == Ambiguity::distinctive &&
             alias.letter_case != AliasCase::exact;
  use.surname = count > 1 && entity.key.type == Facet::person && place + 1 == count;
  use.place = entity.key.type == Facet::place;
  use.other = !use.place;
  use.all_caps = alias.letter_case == AliasCase::exact && token.all_caps;
  return use;
}

void add_alias(const Entity& entity, const Alias& alias, Vocabulary& vocabulary) {
  const TextAnalysis text = alias_tokens(alias.text);
  for (std::size_t i = 0; i < text.tokens.size(); ++i) {
    if (text.tokens[i].script != TokenScript::word) continue;
    vocabulary.add_name(text.tokens[i].folded, use_of(entity, alias, text, i));
    if (i > 0)
      vocabulary.add_pair(text.tokens[i - 1].folded, text.tokens[i].folded,
                          i + 1 == text.tokens.size());
  }
  if (const auto joined = compact_form(alias, text, vocabulary)) {
    const bool place = entity.key.type == Facet::place;
    vocabulary.add_name(*joined, {.whole = true, .place = place, .other = !place});
  }
}

}  // namespace

std::string read_system_words() {
  std::ifstream stream(kWordList);
  if (!stream) {
    throw CorpusError(std::string(kWordList) +
                      ": no word list; install the package wamerican-small");
  }
  std::set<std::string> words;
  for (std::string line; std::getline(stream, line);) {
    if (is_ordinary(line)) words.insert(fold(line));
  }
  std::string text;
  for (const std::string& word : words) {
    text += word;
    text += '\n';
  }
  return text;
}

ListedWords read_listed_words() {
  std::string words;
  for (const char* const list : kLongWordLists) {
    std::ifstream stream(list);
    if (!stream) {
      throw CorpusError(std::string(list) +
                        ": no word list; install the packages wamerican-huge and wbritish-huge");
    }
    for (std::string line; std::getline(stream, line);) words.append(line).append(1, '\n');
  }
  return ListedWords(words);
}

std::shared_ptr<const Vocabulary> make_vocabulary(const Gazetteer& gazetteer,
                                                  std::string_view words, ListedWords listed) {
  auto vocabulary = std::make_shared<Vocabulary>();
  vocabulary->set_listed(std::move(listed));
  each_word(words, [&](std::string_view word) { vocabulary->add_word(std::string(word)); });
  for (const Entity& entity : gazetteer.entities()) {
    for (const Alias& alias : entity.aliases) add_alias(entity, alias, *vocabulary);
  }
  return vocabulary;
}

}  // namespace techpolicy
