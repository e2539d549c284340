// Document lists of terms, decoded once a snapshot: decoding costs more than scoring.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <mutex>
#include <string>
#include <unordered_map>
#include <vector>
#include <xapian.h>

namespace techpolicy {

/// Where a term is: document ids, rising, and its count (wdf) in each.
struct Postings {
  std::vector<std::uint32_t> documents;
  std::vector<std::uint32_t> counts;
};

/// Any number of threads may call at once, each with a database of its own of one revision.
class PostingCache {
 public:
  /// Empty lists for a term that is not in the index. Throws Xapian::Error; nothing is kept then.
  [[nodiscard]] std::shared_ptr<const Postings> get(const Xapian::Database& database,
                                                    const std::string& term);

 private:
  std::mutex mutex_;
  std::unordered_map<std::string, std::shared_ptr<const Postings>> lists_;
  std::size_t bytes_ = 0;
};

}  // namespace techpolicy
