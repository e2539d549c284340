// A code point begins at every byte that does not continue a sequence.
#include "indexer/schema/code_point_offsets.h"

#include <algorithm>

namespace techpolicy {
namespace {

constexpr std::size_t kStep = 256;

std::uint32_t count(std::string_view text) {
  return static_cast<std::uint32_t>(std::ranges::count_if(
      text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

}  // namespace

CodePointOffsets::CodePointOffsets(std::string_view text) : text_(text) {
  before_step_.push_back(0);
  for (std::size_t begin = 0; begin + kStep <= text.size(); begin += kStep) {
    before_step_.push_back(before_step_.back() + count(text.substr(begin, kStep)));
  }
}

std::uint32_t CodePointOffsets::operator()(std::size_t byte) const {
  const std::size_t offset = std::min(byte, text_.size());
  const std::size_t step = offset / kStep;
  return before_step_[step] + count(text_.substr(step * kStep, offset - step * kStep));
}

}  // namespace techpolicy
