// The words of one revision of the index, for patterns, spelling and the forms of a stem.
#pragma once

#include <cstddef>
#include <map>
#include <mutex>
#include <string>
#include <string_view>
#include <utility>
#include <vector>
#include <xapian.h>

namespace techpolicy {

/// Folded words of title and body, in byte order. Any number of threads.
class IndexWords {
 public:
  explicit IndexWords(const Xapian::Database& database);

  [[nodiscard]] std::size_t size() const { return words_.size(); }

  /// Words that a pattern of `*` (any characters) and `?` (one; at the end one or none, so that a
  /// question mark does no harm) fits; at most `limit` + 1, so that more than `limit` means too
  /// many. `pattern` is folded.
  [[nodiscard]] std::vector<std::string> fitting(std::string_view pattern, std::size_t limit) const;

  /// Words that `edits` insertions, deletions, replacements or swaps of neighbouring code points
  /// make of the word (optimal string alignment), itself included; at most `limit` + 1.
  [[nodiscard]] std::vector<std::string> near(std::string_view word, std::size_t edits,
                                              std::size_t limit) const;

  /// Words whose stem in a language is `stem`. Kept once found.
  [[nodiscard]] std::vector<std::string> forms(std::string_view language,
                                               std::string_view stem) const;

 private:
  /// Words [first, second) that begin so.
  [[nodiscard]] std::pair<std::size_t, std::size_t> range(std::string_view prefix) const;

  [[nodiscard]] std::vector<std::string> find_forms(std::string_view language,
                                                    std::string_view stem) const;

  std::vector<std::string> words_;
  mutable std::mutex mutex_;
  mutable std::map<std::pair<std::string, std::string>, std::vector<std::string>> forms_;
};

}  // namespace techpolicy
