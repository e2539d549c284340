// What filters, counts, sorting and scoring need of every document, in memory by document id.
//
// Made from the value slots when a snapshot opens. Every column has last_document() + 1 entries;
// ids of deleted documents have empty ones.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>
#include <xapian.h>

#include "indexer/schema/facets.h"
#include "indexer/schema/fields.h"
#include "indexer/schema/partial_date.h"

namespace techpolicy {

inline constexpr DayNumber kUndated = std::numeric_limits<DayNumber>::min();

/// The values of one facet. Ordinals number its values in the order of their bytes.
class FacetColumn {
 public:
  FacetColumn() = default;
  FacetColumn(const Xapian::Database& database, Facet facet);

  [[nodiscard]] std::size_t value_count() const { return values_.size(); }
  [[nodiscard]] const std::string& value(std::uint32_t ordinal) const { return values_[ordinal]; }
  [[nodiscard]] const std::vector<std::string>& values() const { return values_; }
  [[nodiscard]] std::optional<std::uint32_t> ordinal(std::string_view value) const;

  /// Ordinals of a document, rising.
  [[nodiscard]] std::span<const std::uint32_t> of(std::uint32_t document) const {
    return ordinals().subspan(offsets_[document], offsets_[document + 1] - offsets_[document]);
  }
  /// Mentions beside of(); counts above 65535 read as that.
  [[nodiscard]] std::span<const std::uint16_t> mentions_of(std::uint32_t document) const {
    return std::span(mentions_).subspan(offsets_[document],
                                        offsets_[document + 1] - offsets_[document]);
  }

  /// The whole column: document d has ordinals()[offsets()[d]] up to offsets()[d + 1].
  [[nodiscard]] std::span<const std::uint32_t> offsets() const { return offsets_; }
  [[nodiscard]] std::span<const std::uint32_t> ordinals() const { return ordinals_; }

 private:
  void read(const Xapian::Database& database, Facet facet);
  void sort_values();

  std::vector<std::string> values_;
  std::unordered_map<std::string, std::uint32_t> by_value_;
  std::vector<std::uint32_t> offsets_;
  std::vector<std::uint32_t> ordinals_;
  std::vector<std::uint16_t> mentions_;
};

/// Immutable; any number of threads may read it.
class FacetColumns {
 public:
  explicit FacetColumns(const Xapian::Database& database);

  [[nodiscard]] const FacetColumn& facet(Facet facet) const {
    return facets_[static_cast<std::size_t>(facet)];
  }

  [[nodiscard]] std::uint32_t last_document() const { return last_document_; }
  /// The ids in use, rising.
  [[nodiscard]] std::span<const std::uint32_t> documents() const { return documents_; }

  /// kUndated where the article has no date.
  [[nodiscard]] std::span<const DayNumber> first_days() const { return first_days_; }
  [[nodiscard]] std::span<const DayNumber> last_days() const { return last_days_; }
  [[nodiscard]] std::span<const std::uint64_t> sequences() const { return sequences_; }
  /// Place of the article's id among all ids in the order of their bytes.
  [[nodiscard]] std::span<const std::uint32_t> id_ranks() const { return id_ranks_; }

  /// Tokens of a field.
  [[nodiscard]] std::span<const std::uint32_t> lengths(Field field) const {
    return lengths_[static_cast<std::size_t>(field)];
  }
  /// Over the documents that have the field; 1 where none has.
  [[nodiscard]] double average_length(Field field) const {
    return average_lengths_[static_cast<std::size_t>(field)];
  }
  /// Position in the body where the lead ends (not included).
  [[nodiscard]] std::span<const std::uint32_t> lead_ends() const { return lead_ends_; }

 private:
  void read_ids(const Xapian::Database& database);
  void read_dates(const Xapian::Database& database);
  void read_lengths(const Xapian::Database& database);

  std::uint32_t last_document_ = 0;
  std::array<FacetColumn, kFacetCount> facets_;
  std::vector<std::uint32_t> documents_;
  std::vector<DayNumber> first_days_;
  std::vector<DayNumber> last_days_;
  std::vector<std::uint64_t> sequences_;
  std::vector<std::uint32_t> id_ranks_;
  std::array<std::vector<std::uint32_t>, kFieldCount> lengths_;
  std::array<double, kFieldCount> average_lengths_{};
  std::vector<std::uint32_t> lead_ends_;
};

}  // namespace techpolicy
