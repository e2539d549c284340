// How much may wait in memory before it is written.
#pragma once

#include <cstddef>
#include <cstdint>

namespace techpolicy {

/// Xapian keeps what is not committed in a tree for each term, which grows slower than it is long:
/// many small commits are faster than few large ones.
struct WriteLimits {
  std::size_t commit_documents = 1'000;
  std::size_t commit_bytes =
      std::size_t{32} * 1024 * 1024;                       ///< The same for articles that are long.
  std::size_t queue_bytes = std::size_t{2} * 1024 * 1024;  ///< Of articles, for each thread.
};

inline constexpr std::uint64_t kLeastMemory = std::uint64_t{256} * 1024 * 1024;
inline constexpr std::uint64_t kDefaultMemory = std::uint64_t{512} * 1024 * 1024;

/// What waits of an article counts as its text and this: the terms of its names, dates and source.
inline constexpr std::size_t kBytesOfAnyArticle = 1024;

/// Limits under which what waits stays below half of `memory` bytes on two threads: it was measured
/// as less than ten times what it counts as. The rest is for what an update keeps of every article
/// of the index (its story, its id): half a kilobyte of each.
[[nodiscard]] constexpr WriteLimits limits_for(std::uint64_t memory, std::size_t commit_documents) {
  return {commit_documents, static_cast<std::size_t>(memory / 16),
          static_cast<std::size_t>(memory / 256)};
}

static_assert(limits_for(kDefaultMemory, 1'000).commit_bytes == WriteLimits{}.commit_bytes &&
              limits_for(kDefaultMemory, 1'000).queue_bytes == WriteLimits{}.queue_bytes);

}  // namespace techpolicy
