#include "searchd/search/facet_columns.h"

#include <algorithm>

#include "indexer/schema/slots.h"
#include "indexer/schema/values.h"

namespace techpolicy {
namespace {

/// Calls `use(document, bytes)` for each document that has a value in the slot.
template <typename Use>
void for_each_value(const Xapian::Database& database, unsigned slot, Use use) {
  const auto end = database.valuestream_end(slot);
  for (auto value = database.valuestream_begin(slot); value != end; ++value)
    use(value.get_docid(), *value);
}

unsigned number_of(Slot slot) { return static_cast<unsigned>(slot); }

}  // namespace

FacetColumns::FacetColumns(const Xapian::Database& database)
    : size_(std::size_t{database.get_lastdocid()} + 2) {
  for (const FacetRow& row : kFacets) read_facet(database, row.facet);
  read_dates(database);
  read_order(database);
  read_lengths(database);
}

void FacetColumns::read_facet(const Xapian::Database& database, Facet facet) {
  Column& column = columns_[static_cast<std::size_t>(facet)];
  column.offsets.assign(size_, 0);
  std::size_t done = 0;
  const auto fill_to = [&](std::size_t document) {
    while (done < document)
      column.offsets[++done] = static_cast<std::uint32_t>(column.ordinals.size());
  };
  for_each_value(database, facet_slot(facet),
                 [&](Xapian::docid document, const std::string& bytes) {
                   fill_to(document);
                   for (FacetValue& value : unpack_facet_values(bytes)) {
                     const auto next = static_cast<std::uint32_t>(column.names.size());
                     const auto [known, inserted] = column.by_name.try_emplace(value.value, next);
                     if (inserted) {
                       column.names.push_back(std::move(value.value));
                       column.labels.push_back(std::move(value.label));
                     }
                     column.ordinals.push_back(known->second);
                     column.about.push_back(is_about(value.salience) ? 1 : 0);
                     column.salience.push_back(salience_tenths(value.salience));
                   }
                 });
  fill_to(size_ - 1);
}

void FacetColumns::read_dates(const Xapian::Database& database) {
  first_day_.assign(size_, kUndated);
  last_day_.assign(size_, kUndated);
  std::uint64_t dated = 0;
  for_each_value(database, number_of(Slot::date),
                 [&](Xapian::docid document, const std::string& bytes) {
                   const auto date = unpack_date(bytes);
                   if (!date) return;
                   ++dated;
                   first_day_[document] = date->first_day();
                   last_day_[document] = date->last_day();
                   newest_day_ = std::max(newest_day_, date->last_day());
                   if (oldest_day_ == kUndated || date->first_day() < oldest_day_)
                     oldest_day_ = date->first_day();
                 });
  undated_ = database.get_doccount() - dated;
  constexpr std::uint64_t kSecondsOfDay = 86400;
  added_day_.assign(size_, kUndated);
  for_each_value(
      database, number_of(Slot::added), [&](Xapian::docid document, const std::string& bytes) {
        added_day_[document] = static_cast<DayNumber>(unpack_number(bytes) / kSecondsOfDay);
      });
}

void FacetColumns::read_order(const Xapian::Database& database) {
  sequence_.assign(size_, 0);
  for_each_value(database, number_of(Slot::sequence),
                 [&](Xapian::docid document, const std::string& bytes) {
                   sequence_[document] = unpack_number(bytes);
                 });
  std::vector<std::pair<std::string, std::uint32_t>> ids;
  for_each_value(database, number_of(Slot::id), [&](Xapian::docid document, const std::string& id) {
    ids.emplace_back(id, document);
  });
  std::sort(ids.begin(), ids.end());
  id_rank_.assign(size_, 0);
  for (std::size_t i = 0; i < ids.size(); ++i)
    id_rank_[ids[i].second] = static_cast<std::uint32_t>(i);
}

void FacetColumns::read_lengths(const Xapian::Database& database) {
  for (auto& lengths : lengths_) lengths.assign(size_, 0);
  lead_end_.assign(size_, 0);
  std::array<double, kFieldCount> sums{};
  std::array<double, kFieldCount> having{};
  for_each_value(database, number_of(Slot::lengths),
                 [&](Xapian::docid document, const std::string& bytes) {
                   const FieldLengths lengths = unpack_lengths(bytes);
                   lead_end_[document] = lengths.lead_end;
                   for (std::size_t field = 0; field < kFieldCount; ++field) {
                     lengths_[field][document] = lengths.tokens[field];
                     sums[field] += lengths.tokens[field];
                     having[field] += lengths.tokens[field] > 0 ? 1 : 0;
                   }
                 });
  for (std::size_t field = 0; field < kFieldCount; ++field) {
    average_[field] = having[field] > 0 ? static_cast<float>(sums[field] / having[field]) : 1.0F;
  }
}

std::optional<std::uint32_t> FacetColumns::ordinal(Facet facet, const std::string& value) const {
  const auto known = column(facet).by_name.find(value);
  return known == column(facet).by_name.end() ? std::nullopt : std::optional(known->second);
}

std::uint64_t FacetColumns::articles(Facet facet, std::uint32_t ordinal) const {
  const auto& ordinals = column(facet).ordinals;
  return static_cast<std::uint64_t>(std::count(ordinals.begin(), ordinals.end(), ordinal));
}

std::optional<PartialDate> FacetColumns::date(std::uint32_t document) const {
  if (first_day_[document] == kUndated) return std::nullopt;
  PartialDate date = date_of_day(first_day_[document]);
  for (const DatePrecision precision :
       {DatePrecision::day, DatePrecision::month, DatePrecision::year}) {
    date.precision = precision;
    if (date.last_day() == last_day_[document]) break;
  }
  return date;
}

}  // namespace techpolicy
