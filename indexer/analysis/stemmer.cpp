#include "indexer/analysis/stemmer.h"

#include <functional>
#include <map>
#include <unordered_map>
#include <xapian.h>

namespace techpolicy {
namespace {

/// Words a language remembers; forgotten all at once when there are more.
constexpr std::size_t kMaxCachedStems = 50'000;

struct Hash {
  using is_transparent = void;
  std::size_t operator()(std::string_view text) const {
    return std::hash<std::string_view>{}(text);
  }
};

}  // namespace

struct Stemmer::Cache {
  struct Language {
    Xapian::Stem stem;
    std::unordered_map<std::string, std::string, Hash, std::equal_to<>> stems;
  };
  std::map<std::string, Language, std::less<>> languages;
};

Stemmer::Stemmer() : cache_(std::make_unique<Cache>()) {}
Stemmer::~Stemmer() = default;

const std::string& Stemmer::stem(std::string_view language, std::string_view folded) {
  const std::string_view served = stem_language(language);
  auto entry = cache_->languages.find(served);
  if (entry == cache_->languages.end()) {
    const std::string name(served);
    entry = cache_->languages.emplace(name, Cache::Language{Xapian::Stem(name), {}}).first;
  }
  Cache::Language& cached = entry->second;
  if (const auto known = cached.stems.find(folded); known != cached.stems.end()) {
    return known->second;
  }
  if (cached.stems.size() > kMaxCachedStems) cached.stems.clear();
  const std::string word(folded);
  return cached.stems.emplace(word, cached.stem(word)).first->second;
}

std::string_view stem_language(std::string_view language) {
  const std::string_view primary = language.substr(0, language.find('-'));
  for (const std::string_view known : kStemLanguages) {
    if (known == primary) return known;
  }
  return "en";
}

}  // namespace techpolicy
