// What the analyzer must know of words and names in order to cut glued ones apart.
//
// Filled by indexer/entities from the gazetteer and the word list; the analyzer itself knows no
// name.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "indexer/analysis/listed_words.h"

namespace techpolicy {

/// How a folded token occurs in the aliases of the gazetteer.
struct NameUse {
  bool whole = false;     ///< It is an alias by itself.
  bool sure = false;      ///< It is one by itself in any case, and no word or other name.
  bool surname = false;   ///< The last token of a person's name.
  bool place = false;     ///< In a name of a place or its demonym.
  bool other = false;     ///< In a name of anything else.
  bool all_caps = false;  ///< Written in capitals only in an alias whose case matters ("SMIC").
};

/// Immutable once shared: any number of threads may then read it.
class Vocabulary {
 public:
  void add_word(std::string folded) { words_.insert(std::move(folded)); }
  void set_listed(ListedWords listed) { listed_ = std::move(listed); }
  [[nodiscard]] const ListedWords& listed() const { return listed_; }
  void add_name(const std::string& folded, NameUse use);
  /// Two tokens that stand side by side in an alias, and whether the second is its last.
  void add_pair(std::string_view first, std::string_view second, bool at_end);

  /// An ordinary word of the language, inflected as in the word list.
  [[nodiscard]] bool is_word(std::string_view folded) const;
  /// On a long list of words and names of English: nothing to cut.
  [[nodiscard]] bool is_listed(std::string_view folded) const { return listed_.contains(folded); }
  /// Its use in names; nullptr where no alias has the token.
  [[nodiscard]] const NameUse* name(std::string_view folded) const;
  /// "european", "union": side by side in some alias.
  [[nodiscard]] bool is_pair(std::string_view first, std::string_view second) const;
  /// The same at the end of some alias.
  [[nodiscard]] bool is_last_pair(std::string_view first, std::string_view second) const;

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const {
      return std::hash<std::string_view>{}(text);
    }
  };
  std::unordered_set<std::string, Hash, std::equal_to<>> words_;
  ListedWords listed_;
  std::unordered_map<std::string, NameUse, Hash, std::equal_to<>> names_;
  /// With a blank between; true at the end of an alias.
  std::unordered_map<std::string, bool, Hash, std::equal_to<>> pairs_;
};

}  // namespace techpolicy
