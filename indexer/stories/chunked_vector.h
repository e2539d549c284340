// A vector that never moves its elements.
//
// To grow, a vector copies all elements and needs their memory twice, and a deque takes its memory
// in pieces so small that they leave holes between those of others.
#pragma once

#include <cstddef>
#include <memory>
#include <vector>

namespace techpolicy {

template <typename Element>
class ChunkedVector {
 public:
  [[nodiscard]] std::size_t size() const { return size_; }
  [[nodiscard]] Element& operator[](std::size_t index) {
    return chunks_[index / kChunk][index % kChunk];
  }
  [[nodiscard]] const Element& operator[](std::size_t index) const {
    return chunks_[index / kChunk][index % kChunk];
  }
  void emplace_back() {
    if (size_ == chunks_.size() * kChunk) chunks_.push_back(std::make_unique<Element[]>(kChunk));
    ++size_;
  }

 private:
  static constexpr std::size_t kChunk = 1024;

  std::vector<std::unique_ptr<Element[]>> chunks_;
  std::size_t size_ = 0;
};

}  // namespace techpolicy
