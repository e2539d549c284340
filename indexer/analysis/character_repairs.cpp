#include "indexer/analysis/character_repairs.h"

#include <algorithm>
#include <optional>

#include "indexer/analysis/code_points.h"
#include "indexer/analysis/html_entities.h"
#include "indexer/analysis/mojibake.h"
#include "indexer/analysis/spaced_quotes.h"

namespace techpolicy {
namespace {

/// Bytes that can begin anything to repair here; all others are passed over quickly.
bool may_begin_repair(unsigned char byte) {
  return byte == '&' || byte == 0xC2 || byte == 0xC3 || byte == 0xE2 || byte == 0xEF;
}

Repair replacement(std::size_t begin, std::size_t end, RepairKind kind, UChar32 c) {
  Repair repair{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end), kind, ""};
  if (c != 0 && !is_invisible(c)) append_code_point(repair.repaired, c);
  return repair;
}

/// `last` is the repair before it, or nullptr.
std::optional<Repair> repair_at(std::string_view text, std::size_t begin, const Repair* last) {
  std::size_t end = begin;
  const UChar32 c = next_code_point(text, end);
  if (c == '&' || (c >= 0xC0 && c <= 0xFF)) {
    UChar32 before = code_point_before(text, begin);
    if (last != nullptr && last->end == begin && !last->repaired.empty()) {
      before = code_point_before(last->repaired, last->repaired.size());
    }
    if (const auto meant = misread_character_at(text, begin, before)) {
      return replacement(begin, meant->end, RepairKind::mojibake, meant->code_point);
    }
  }
  if (c == '&') {
    if (const auto entity = entity_at(text, begin)) {
      return replacement(begin, entity->end, RepairKind::entity, entity->code_point);
    }
  }
  if (is_invisible(c)) return replacement(begin, end, RepairKind::invisible, 0);
  return std::nullopt;
}

/// Of single characters: what was decoded or escaped wrongly, what cannot be seen.
std::vector<Repair> single_character_repairs(std::string_view text) {
  std::vector<Repair> repairs;
  for (std::size_t offset = 0; offset < text.size();) {
    if (!may_begin_repair(static_cast<unsigned char>(text[offset]))) {
      ++offset;
    } else if (auto repair = repair_at(text, offset, repairs.empty() ? nullptr : &repairs.back())) {
      offset = repair->end;
      repairs.push_back(std::move(*repair));
    } else {
      static_cast<void>(next_code_point(text, offset));
    }
  }
  return repairs;
}

}  // namespace

std::vector<Repair> character_repairs(std::string_view text) {
  std::vector<Repair> repairs = single_character_repairs(text);
  RepairedText decoded(text, repairs);
  return compose(std::move(repairs), decoded, quote_repairs(decoded.text()));
}

std::vector<Repair> compose(std::vector<Repair> first, RepairedText& repaired,
                            std::vector<Repair> second) {
  if (second.empty()) return first;
  std::vector<Repair> both;
  both.reserve(first.size() + second.size());
  auto next = first.begin();
  for (Repair& later : second) {
    later.begin = static_cast<std::uint32_t>(repaired.original_begin(later.begin));
    later.end = static_cast<std::uint32_t>(repaired.original_end(later.end));
    while (next != first.end() && next->end <= later.begin) both.push_back(std::move(*next++));
    while (next != first.end() && next->begin < later.end) ++next;  // Inside the later one.
    both.push_back(std::move(later));
  }
  std::move(next, first.end(), std::back_inserter(both));
  return both;
}

RepairedText::RepairedText(std::string_view original, const std::vector<Repair>& repairs) {
  if (repairs.empty()) {
    text_ = original;
    pieces_.push_back({0, original.size(), 0, original.size(), true});
    return;
  }
  own_.reserve(original.size());
  std::size_t done = 0;
  for (const Repair& repair : repairs) {
    add_piece(done, repair.begin, original.substr(done, repair.begin - done), true);
    add_piece(repair.begin, repair.end, repair.repaired, false);
    done = repair.end;
  }
  add_piece(done, original.size(), original.substr(done), true);
  text_ = own_;
}

void RepairedText::add_piece(std::size_t original_begin, std::size_t original_end,
                             std::string_view text, bool copied) {
  if (text.empty()) return;
  pieces_.push_back({own_.size(), own_.size() + text.size(), original_begin, original_end, copied});
  own_.append(text);
}

std::size_t RepairedText::original_begin(std::size_t offset) {
  while (begin_cursor_ + 1 < pieces_.size() && pieces_[begin_cursor_].end <= offset)
    ++begin_cursor_;
  const Piece& piece = pieces_[begin_cursor_];
  return piece.copied ? piece.original_begin + (offset - piece.begin) : piece.original_begin;
}

std::size_t RepairedText::original_end(std::size_t offset) {
  while (end_cursor_ + 1 < pieces_.size() && pieces_[end_cursor_].end < offset) ++end_cursor_;
  const Piece& piece = pieces_[end_cursor_];
  return piece.copied ? piece.original_begin + (offset - piece.begin) : piece.original_end;
}

}  // namespace techpolicy
