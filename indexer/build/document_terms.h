// The terms of one document, gathered so that Xapian gets each once, in order, with all its
// positions.
//
// Adding postings word by word costs Xapian a search in a tree for each; sorted and grouped it is
// several times faster.
#pragma once

#include <cstdint>
#include <string>
#include <vector>
#include <xapian.h>

namespace techpolicy {

/// Where a term stands in a field, and how often it counts.
struct TermPlaces {
  std::string term;
  std::uint32_t count = 0;               ///< Within-document frequency to add.
  std::vector<std::uint32_t> positions;  ///< In any order; one may stand twice.
};

class DocumentTerms {
 public:
  /// The same term may be added again: counts add up, positions are joined.
  void add(TermPlaces places) { terms_.push_back(std::move(places)); }
  void add(std::string term, std::uint32_t count) {
    terms_.push_back({std::move(term), count, {}});
  }

  /// Adds all terms to a document; nothing is left here.
  void move_into(Xapian::Document& document);

 private:
  std::vector<TermPlaces> terms_;
};

}  // namespace techpolicy
