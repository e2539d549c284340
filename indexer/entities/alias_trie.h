// All aliases and blocker phrases as a trie over folded tokens.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "indexer/analysis/analyzer.h"
#include "indexer/analysis/word_set.h"
#include "indexer/entities/gazetteer.h"

namespace techpolicy {

/// A folded token that occurs in an alias, a blocker or a context word.
using WordId = std::uint32_t;
inline constexpr WordId kUnknownWord = 0xFFFFFFFF;

/// One way to write an entity, or a blocker: a phrase that takes its tokens and means nothing.
struct NameForm {
  static constexpr EntityIndex kBlocker = static_cast<EntityIndex>(-1);

  EntityIndex entity = kBlocker;
  Ambiguity ambiguity = Ambiguity::distinctive;
  AliasCase letter_case = AliasCase::any;
  std::string written;
  std::vector<Separator> separators;  ///< Before its second token and so on.
  bool demonym = false;
  bool takes_plural = false;    ///< "H100s", "Americans", but no "Nvidias".
  bool has_capital = false;     ///< Is written with one, so that lower case is doubtful.
  bool starts_lower = false;    ///< "iPhone", "xAI": lower case is its own.
  bool compact = false;         ///< "HuggingFace".
  bool keeps_capitals = false;  ///< Of several words, those of `capitals` are never written small
                                ///< where they are ordinary words: "Apple Pay", "Live Nation".
  std::vector<bool> capitals;   ///< By token.

  [[nodiscard]] bool is_blocker() const { return entity == kBlocker; }
};

/// Immutable after construction.
class AliasTrie {
 public:
  using Node = std::uint32_t;
  static constexpr Node kRoot = 0;

  AliasTrie(const Gazetteer& gazetteer, const Vocabulary& vocabulary);

  [[nodiscard]] WordId word(std::string_view folded) const;

  [[nodiscard]] std::size_t word_count() const { return words_.size(); }

  /// Makes a word known that is in no alias. For building only.
  WordId add_word(std::string_view folded);

  [[nodiscard]] std::optional<Node> next(Node node, WordId word) const;

  /// The names that end at a node.
  [[nodiscard]] std::span<const NameForm> forms(Node node) const { return forms_[node]; }

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const {
      return std::hash<std::string_view>{}(text);
    }
  };

  void add_alias(EntityIndex index, const Entity& entity, const Alias& alias,
                 const Vocabulary& vocabulary);
  void add_blocker(const std::string& phrase);
  [[nodiscard]] Node insert(const std::vector<Token>& tokens);
  [[nodiscard]] Node child(Node node, std::string_view folded);

  std::unordered_map<std::string, WordId, Hash, std::equal_to<>> words_;
  WordSet known_;                                  ///< The same words: passes most others by.
  std::vector<Node> from_root_;                    ///< By word; kRoot where no name begins so.
  std::unordered_map<std::uint64_t, Node> edges_;  ///< Node and word to node, the root's left out.
  std::vector<std::vector<NameForm>> forms_;       ///< By node.
};

}  // namespace techpolicy
