// Repairs of characters, made before words are looked at: what was decoded or escaped wrongly, once
// or several times, spaced quotes, invisible characters.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/schema/stored_article.h"

namespace techpolicy {

/// In order, not overlapping. Linear.
[[nodiscard]] std::vector<Repair> character_repairs(std::string_view text);

/// A text with repairs applied, and the way back to the original's offsets.
class RepairedText {
 public:
  /// Views `original` where there is nothing to apply; it must outlive this object.
  RepairedText(std::string_view original, const std::vector<Repair>& repairs);
  RepairedText(const RepairedText&) = delete;
  RepairedText& operator=(const RepairedText&) = delete;

  [[nodiscard]] std::string_view text() const { return text_; }

  /// Original offset of a token's first byte, and of the byte behind its last. Offsets asked for
  /// must rise.
  [[nodiscard]] std::size_t original_begin(std::size_t offset);
  [[nodiscard]] std::size_t original_end(std::size_t offset);

 private:
  /// Bytes [begin, end) of text() stand for [original_begin, original_end).
  struct Piece {
    std::size_t begin = 0;
    std::size_t end = 0;
    std::size_t original_begin = 0;
    std::size_t original_end = 0;
    bool copied = true;
  };
  void add_piece(std::size_t original_begin, std::size_t original_end, std::string_view text,
                 bool copied);

  std::string own_;
  std::string_view text_;
  std::vector<Piece> pieces_;
  std::size_t begin_cursor_ = 0;
  std::size_t end_cursor_ = 0;
};

/// Repairs of a text, and `second` ones of what they made of it, as repairs of the text. A second
/// one takes the place of the first ones that it covers.
[[nodiscard]] std::vector<Repair> compose(std::vector<Repair> first, RepairedText& repaired,
                                          std::vector<Repair> second);

}  // namespace techpolicy
