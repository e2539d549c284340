#include "searchd/search/facet_columns.h"

#include <algorithm>
#include <numeric>
#include <utility>

#include "indexer/schema/slots.h"
#include "indexer/schema/values.h"

namespace techpolicy {
namespace {

/// Calls read(document, bytes) for every document that has the slot, ids rising.
template <typename Read>
void read_slot(const Xapian::Database& database, unsigned slot, Read read) {
  const Xapian::ValueIterator end = database.valuestream_end(slot);
  for (Xapian::ValueIterator it = database.valuestream_begin(slot); it != end; ++it) {
    read(static_cast<std::uint32_t>(it.get_docid()), *it);
  }
}

constexpr unsigned number_of(Slot slot) { return static_cast<unsigned>(slot); }

/// `values` holds one entry a document; deleted ones are 0.
double average_above_zero(const std::vector<std::uint32_t>& values) {
  const std::uint64_t sum = std::accumulate(values.begin(), values.end(), std::uint64_t{0});
  const auto used = static_cast<std::size_t>(
      std::count_if(values.begin(), values.end(), [](std::uint32_t value) { return value > 0; }));
  return used == 0 ? 1.0 : static_cast<double>(sum) / static_cast<double>(used);
}

}  // namespace

FacetColumn::FacetColumn(const Xapian::Database& database, Facet facet) {
  read(database, facet);
  sort_values();
}

void FacetColumn::read(const Xapian::Database& database, Facet facet) {
  const std::uint32_t last = database.get_lastdocid();
  offsets_.reserve(std::size_t{last} + 2);
  // offsets_ ends with the start of the document being read.
  read_slot(database, facet_slot(facet), [this](std::uint32_t document, const std::string& bytes) {
    offsets_.resize(std::size_t{document} + 1, static_cast<std::uint32_t>(ordinals_.size()));
    for (FacetValue& value : unpack_facet_values(bytes)) {
      const auto next = static_cast<std::uint32_t>(values_.size());
      const auto [entry, is_new] = by_value_.try_emplace(value.value, next);
      if (is_new) values_.push_back(std::move(value.value));
      ordinals_.push_back(entry->second);
      mentions_.push_back(
          static_cast<std::uint16_t>(std::min<std::uint32_t>(value.mentions, 0xFFFF)));
    }
  });
  offsets_.resize(std::size_t{last} + 2, static_cast<std::uint32_t>(ordinals_.size()));
}

/// Renumbers, so that ordinals compare as their values do. Packed values are sorted already.
void FacetColumn::sort_values() {
  std::vector<std::uint32_t> order(values_.size());
  std::iota(order.begin(), order.end(), 0U);
  std::sort(order.begin(), order.end(),
            [this](std::uint32_t a, std::uint32_t b) { return values_[a] < values_[b]; });
  std::vector<std::uint32_t> renumbered(order.size());
  std::vector<std::string> sorted(order.size());
  for (std::uint32_t i = 0; i < order.size(); ++i) {
    renumbered[order[i]] = i;
    sorted[i] = std::move(values_[order[i]]);
  }
  values_ = std::move(sorted);
  for (auto& entry : by_value_) entry.second = renumbered[entry.second];
  for (std::uint32_t& ordinal : ordinals_) ordinal = renumbered[ordinal];
}

std::optional<std::uint32_t> FacetColumn::ordinal(std::string_view value) const {
  const auto found = by_value_.find(std::string(value));
  if (found == by_value_.end()) return std::nullopt;
  return found->second;
}

FacetColumns::FacetColumns(const Xapian::Database& database)
    : last_document_(database.get_lastdocid()) {
  for (const FacetRow& row : kFacets) {
    facets_[static_cast<std::size_t>(row.facet)] = FacetColumn(database, row.facet);
  }
  read_ids(database);
  read_dates(database);
  read_lengths(database);
  sequences_.resize(std::size_t{last_document_} + 1);
  read_slot(database, number_of(Slot::sequence),
            [this](std::uint32_t document, const std::string& bytes) {
              sequences_[document] = unpack_number(bytes);
            });
}

void FacetColumns::read_ids(const Xapian::Database& database) {
  std::vector<std::pair<std::string, std::uint32_t>> ids;
  ids.reserve(database.get_doccount());
  documents_.reserve(database.get_doccount());
  read_slot(database, number_of(Slot::id), [&](std::uint32_t document, const std::string& id) {
    ids.emplace_back(id, document);
    documents_.push_back(document);
  });
  std::sort(ids.begin(), ids.end());
  id_ranks_.resize(std::size_t{last_document_} + 1);
  for (std::uint32_t rank = 0; rank < ids.size(); ++rank) id_ranks_[ids[rank].second] = rank;
}

void FacetColumns::read_dates(const Xapian::Database& database) {
  first_days_.assign(std::size_t{last_document_} + 1, kUndated);
  last_days_ = first_days_;
  read_slot(database, number_of(Slot::date),
            [this](std::uint32_t document, const std::string& bytes) {
              const std::optional<PartialDate> date = unpack_date(bytes);
              if (!date) return;
              first_days_[document] = date->first_day();
              last_days_[document] = date->last_day();
            });
}

void FacetColumns::read_lengths(const Xapian::Database& database) {
  for (auto& column : lengths_) column.resize(std::size_t{last_document_} + 1);
  lead_ends_.resize(std::size_t{last_document_} + 1);
  read_slot(database, number_of(Slot::lengths),
            [this](std::uint32_t document, const std::string& bytes) {
              const FieldLengths lengths = unpack_lengths(bytes);
              for (std::size_t field = 0; field < kFieldCount; ++field) {
                lengths_[field][document] = lengths.tokens[field];
              }
              lead_ends_[document] = lengths.lead_end;
            });
  for (std::size_t field = 0; field < kFieldCount; ++field) {
    average_lengths_[field] = average_above_zero(lengths_[field]);
  }
}

}  // namespace techpolicy
