// Places in a text as ranges of token positions, and which of them stand near each other.
//
// Shared by matching (positions of the index) and marking (tokens of a stored article), so that
// what is found and what is marked follow one rule.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "searchd/search/query.h"

namespace techpolicy {

/// Positions [begin, end] of one occurrence; both included.
struct Span {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  friend bool operator==(const Span&, const Span&) = default;
  friend auto operator<=>(const Span&, const Span&) = default;
};

/// Sorted, each once.
using Spans = std::vector<Span>;

/// First positions of the sentences and paragraphs of a text, rising.
struct TextUnits {
  std::vector<std::uint32_t> sentences;
  std::vector<std::uint32_t> paragraphs;
};

[[nodiscard]] Spans unite_spans(std::span<const Spans> alternatives);

/// Spans of a left part that goes on at once in a right one, both together. Sorted input.
[[nodiscard]] Spans joined_spans(const Spans& left, const Spans& right);

/// Of each operand the spans that are part of a chain: one span of each operand, no neighbours of
/// which overlap, each standing to the next as its link says. All empty where there is no chain.
/// `links` has one fewer element than `operands`. Takes n log n steps.
[[nodiscard]] std::vector<Spans> linked_spans(std::vector<Spans> operands,
                                              std::span<const Proximity> links,
                                              const TextUnits& units);

/// The most spans of which no two overlap.
[[nodiscard]] std::uint32_t count_apart(const Spans& spans);

}  // namespace techpolicy
