// What every document has, by document id and in memory: facet values, dates, lengths, order.
//
// Derived from the value slots when a snapshot opens; Xapian stays the only truth.
#pragma once

#include <array>
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

/// Days [first, last] that a date is asked to lie in.
struct DayRange {
  DayNumber first = std::numeric_limits<DayNumber>::min();
  DayNumber last = std::numeric_limits<DayNumber>::max();

  DayRange(const std::optional<PartialDate>& from, const std::optional<PartialDate>& to) {
    if (from) first = from->first_day();
    if (to) last = to->last_day();
  }
};

/// Immutable after construction. Document ids must be of the database it was made from.
class FacetColumns {
 public:
  explicit FacetColumns(const Xapian::Database& database);

  /// Ordinals of a document's values.
  [[nodiscard]] std::span<const std::uint32_t> values(Facet facet, std::uint32_t document) const {
    return part(column(facet), column(facet).ordinals, document);
  }
  /// Beside values(): 1 where the document is mainly about the value, else 0.
  [[nodiscard]] std::span<const std::uint8_t> about(Facet facet, std::uint32_t document) const {
    return part(column(facet), column(facet).about, document);
  }
  /// Beside values(): how much the document is about the value, see salience_tenths().
  [[nodiscard]] std::span<const std::uint8_t> salience(Facet facet, std::uint32_t document) const {
    return part(column(facet), column(facet).salience, document);
  }
  [[nodiscard]] std::size_t distinct(Facet facet) const { return column(facet).names.size(); }
  [[nodiscard]] const std::string& value(Facet facet, std::uint32_t ordinal) const {
    return column(facet).names[ordinal];
  }
  /// What a found name is called; empty of other values.
  [[nodiscard]] const std::string& label(Facet facet, std::uint32_t ordinal) const {
    return column(facet).labels[ordinal];
  }
  [[nodiscard]] std::optional<std::uint32_t> ordinal(Facet facet, const std::string& value) const;
  [[nodiscard]] std::uint64_t articles(Facet facet, std::uint32_t ordinal) const;

  /// One past the highest document id; ids begin at 1.
  [[nodiscard]] std::uint32_t documents_end() const {
    return static_cast<std::uint32_t>(size_ - 1);
  }
  /// As precise as it was given; nullopt where undated.
  [[nodiscard]] std::optional<PartialDate> date(std::uint32_t document) const;
  [[nodiscard]] DayNumber first_day(std::uint32_t document) const { return first_day_[document]; }
  [[nodiscard]] DayNumber last_day(std::uint32_t document) const { return last_day_[document]; }
  /// The day (UTC) on which it first entered the index; kUndated where no document is.
  [[nodiscard]] DayNumber added_day(std::uint32_t document) const { return added_day_[document]; }
  /// The whole of its date lies within the range.
  [[nodiscard]] bool is_within(std::uint32_t document, const DayRange& range) const {
    return first_day_[document] != kUndated && first_day_[document] >= range.first &&
           last_day_[document] <= range.last;
  }
  /// Undated, or its partial date reaches into the range.
  [[nodiscard]] bool may_be_within(std::uint32_t document, const DayRange& range) const {
    return first_day_[document] == kUndated ||
           (last_day_[document] >= range.first && first_day_[document] <= range.last);
  }
  [[nodiscard]] DayNumber newest_day() const { return newest_day_; }  ///< kUndated without dates.
  [[nodiscard]] DayNumber oldest_day() const { return oldest_day_; }
  [[nodiscard]] std::uint64_t undated() const { return undated_; }

  [[nodiscard]] std::uint64_t sequence(std::uint32_t document) const { return sequence_[document]; }
  [[nodiscard]] std::uint32_t id_rank(std::uint32_t document) const { return id_rank_[document]; }
  [[nodiscard]] std::uint32_t length(Field field, std::uint32_t document) const {
    return lengths_[static_cast<std::size_t>(field)][document];
  }
  [[nodiscard]] float average_length(Field field) const {
    return average_[static_cast<std::size_t>(field)];
  }
  [[nodiscard]] std::uint32_t lead_end(std::uint32_t document) const { return lead_end_[document]; }

 private:
  struct Column {
    std::vector<std::uint32_t> offsets;  ///< Of a document's ordinals: [d] to [d + 1].
    std::vector<std::uint32_t> ordinals;
    std::vector<std::uint8_t> about;     ///< Beside `ordinals`.
    std::vector<std::uint8_t> salience;  ///< Beside `ordinals`.
    std::vector<std::string> names;
    std::vector<std::string> labels;  ///< As long as `names`.
    std::unordered_map<std::string, std::uint32_t> by_name;
  };
  [[nodiscard]] const Column& column(Facet facet) const {
    return columns_[static_cast<std::size_t>(facet)];
  }
  template <typename Value>
  [[nodiscard]] static std::span<const Value> part(const Column& column,
                                                   const std::vector<Value>& values,
                                                   std::uint32_t document) {
    const std::uint32_t begin = column.offsets[document];
    return std::span(values).subspan(begin, column.offsets[document + 1] - begin);
  }
  void read_facet(const Xapian::Database& database, Facet facet);
  void read_dates(const Xapian::Database& database);
  void read_order(const Xapian::Database& database);
  void read_lengths(const Xapian::Database& database);

  std::size_t size_;
  std::array<Column, kFacetCount> columns_;
  std::vector<DayNumber> first_day_;
  std::vector<DayNumber> last_day_;
  std::vector<DayNumber> added_day_;
  DayNumber newest_day_ = kUndated;
  DayNumber oldest_day_ = kUndated;
  std::uint64_t undated_ = 0;
  std::vector<std::uint64_t> sequence_;
  std::vector<std::uint32_t> id_rank_;
  std::array<std::vector<std::uint32_t>, kFieldCount> lengths_;
  std::array<float, kFieldCount> average_{};
  std::vector<std::uint32_t> lead_end_;
};

}  // namespace techpolicy
