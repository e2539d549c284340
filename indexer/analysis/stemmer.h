// Stems of words by language (Snowball, through Xapian).
#pragma once

#include <array>
#include <memory>
#include <string>
#include <string_view>

namespace techpolicy {

/// Languages that have a stemmer.
inline constexpr std::array<std::string_view, 8> kStemLanguages = {"en", "fr", "de", "es",
                                                                   "it", "pt", "nl", "ru"};

/// Caches stems. Belongs to one thread.
class Stemmer {
 public:
  Stemmer();
  ~Stemmer();
  Stemmer(const Stemmer&) = delete;
  Stemmer& operator=(const Stemmer&) = delete;

  /// The stem of a folded word. `language` is BCP 47; "und" and languages without a stemmer are
  /// treated as stem_language() says. The reference holds until the next call.
  [[nodiscard]] const std::string& stem(std::string_view language, std::string_view folded);

 private:
  struct Cache;
  std::unique_ptr<Cache> cache_;
};

/// The language whose stemmer serves a language: itself for en fr de es it pt nl ru, else "en".
[[nodiscard]] std::string_view stem_language(std::string_view language);

}  // namespace techpolicy
