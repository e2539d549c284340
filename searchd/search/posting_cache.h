// Decoded posting lists of one revision, and articles that took long to find, kept while there is
// room.
#pragma once

#include <cstdint>
#include <memory>
#include <mutex>
#include <string>
#include <unordered_map>
#include <vector>
#include <xapian.h>

namespace techpolicy {

struct Postings {
  std::vector<std::uint32_t> documents;  ///< Rising.
  std::vector<std::uint32_t> counts;     ///< Occurrences (wdf), beside `documents`.
};

/// Any number of threads may ask at once, each with a database of its own of the same revision.
class PostingCache {
 public:
  /// Never null. The empty term gives all documents.
  [[nodiscard]] std::shared_ptr<const Postings> get(Xapian::Database& database,
                                                    const std::string& term);

  /// How many documents hold a term: all that is needed of most.
  [[nodiscard]] std::uint32_t frequency(const Xapian::Database& database, const std::string& term);

  /// Articles kept under this key; nullptr where there are none (any more). Keys are no terms.
  [[nodiscard]] std::shared_ptr<const Postings> kept(const std::string& key);
  void keep(const std::string& key, const std::shared_ptr<const Postings>& found);

 private:
  std::mutex mutex_;
  std::unordered_map<std::string, std::shared_ptr<const Postings>> postings_;
  std::size_t bytes_ = 0;
  std::unordered_map<std::string, std::uint32_t> frequencies_;
};

}  // namespace techpolicy
