#include "indexer/build/index_stats.h"

#include <ctime>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <sstream>

#include "indexer/schema/slots.h"
#include "indexer/schema/terms.h"
#include "indexer/schema/values.h"

namespace techpolicy {
namespace {

using Json = nlohmann::ordered_json;

void count_dates(const Xapian::Database& database, IndexStats& stats) {
  const auto slot = static_cast<Xapian::valueno>(Slot::date);
  for (auto value = database.valuestream_begin(slot); value != database.valuestream_end(slot);
       ++value) {
    const std::optional<PartialDate> date = unpack_date(*value);
    if (!date) continue;
    ++stats.dated;
    if (!stats.first_date || date->first_day() < stats.first_date->first_day()) {
      stats.first_date = date;
    }
    if (!stats.last_date || date->last_day() > stats.last_date->last_day()) stats.last_date = date;
  }
}

void count_facets(const Xapian::Database& database, IndexStats& stats) {
  for (const FacetRow& row : kFacets) {
    const std::string prefix = facet_term(row.facet, "");
    for (auto term = database.allterms_begin(prefix); term != database.allterms_end(prefix);
         ++term) {
      ++stats.distinct[static_cast<std::size_t>(row.facet)];
      if (row.facet == Facet::lang) {
        stats.languages[(*term).substr(prefix.size())] = term.get_termfreq();
      }
    }
  }
}

std::uint64_t bytes_in(const std::filesystem::path& directory) {
  std::uint64_t bytes = 0;
  for (const auto& entry : std::filesystem::directory_iterator(directory)) {
    std::error_code error;
    const std::uint64_t size = entry.file_size(error);
    if (!error) bytes += size;
  }
  return bytes;
}

std::string iso_time(std::uint64_t unix_seconds) {
  const auto time = static_cast<std::time_t>(unix_seconds);
  std::tm parts = {};
  char text[32] = "";
  if (::gmtime_r(&time, &parts) != nullptr) {
    std::strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", &parts);
  }
  return text;
}

Json date_or_null(const std::optional<PartialDate>& date) {
  return date ? Json(date->iso()) : Json();
}

std::uint64_t distinct(const IndexStats& stats, Facet facet) {
  return stats.distinct[static_cast<std::size_t>(facet)];
}

}  // namespace

IndexStats read_stats(const IndexStore& store) {
  const Xapian::Database database = store.open();
  IndexStats stats;
  stats.state = read_state(database);
  stats.documents = database.get_doccount();
  count_dates(database, stats);
  count_facets(database, stats);
  stats.bytes = bytes_in(store.live_directory());
  return stats;
}

std::string stats_text(const IndexStats& stats) {
  std::ostringstream out;
  out << "documents   " << stats.documents << '\n'
      << "revision    " << stats.state.revision << '\n'
      << "sequence    " << stats.state.sequence << '\n'
      << "updated     " << iso_time(stats.state.updated_at) << '\n'
      << "dated       " << stats.dated;
  if (stats.first_date) {
    out << " (" << stats.first_date->iso() << " to " << stats.last_date->iso() << ')';
  }
  out << "\nundated     " << stats.documents - stats.dated << "\nlanguages  ";
  for (const auto& [language, articles] : stats.languages) {
    out << ' ' << language << ' ' << articles;
  }
  out << "\nvalues     ";
  for (const FacetRow& row : kFacets) out << ' ' << row.name << ' ' << distinct(stats, row.facet);
  out << "\nsize        " << stats.bytes << " bytes\n";
  return out.str();
}

std::string stats_json(const IndexStats& stats) {
  Json entities = Json::object();
  for (const FacetRow& row : kFacets) {
    if (row.kind == FacetKind::entity) entities[row.name] = distinct(stats, row.facet);
  }
  const Json json = {{"documents", stats.documents},
                     {"revision", stats.state.revision},
                     {"updated_at", iso_time(stats.state.updated_at)},
                     {"first_date", date_or_null(stats.first_date)},
                     {"last_date", date_or_null(stats.last_date)},
                     {"undated", stats.documents - stats.dated},
                     {"languages", stats.languages},
                     {"entities", entities},
                     {"sources", distinct(stats, Facet::source)},
                     {"dated", stats.dated},
                     {"years", distinct(stats, Facet::year)},
                     {"sequence", stats.state.sequence},
                     {"schema_version", stats.state.schema_version},
                     {"bytes", stats.bytes}};
  return json.dump();
}

}  // namespace techpolicy
