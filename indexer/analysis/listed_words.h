// A long list of words and names, kept as hashes: what is on it never lost a space.
//
// Long lists hold "google" as a verb and every surname, so they say nothing of what an ordinary
// word is; but a word that is listed needs no cutting.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace techpolicy {

/// Immutable. About one word in ten thousand that is not listed passes as listed.
class ListedWords {
 public:
  ListedWords() = default;
  /// `words` is one a line, as written; the words of possessives too.
  explicit ListedWords(std::string_view words);

  [[nodiscard]] bool contains(std::string_view folded) const;

  /// Four bytes a word. from_bytes() throws IndexError where bytes are missing.
  [[nodiscard]] std::string bytes() const;
  [[nodiscard]] static ListedWords from_bytes(std::string_view bytes);

 private:
  std::vector<std::uint32_t> hashes_;  ///< Rising.
};

}  // namespace techpolicy
