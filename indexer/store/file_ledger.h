// What was read of each input file, so that an unchanged file is not read again.
//
// Kept in the index's metadata, in the same commit as the articles of the file.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>
#include <xapian.h>

namespace techpolicy {

struct LedgerEntry {
  std::uint64_t size = 0;
  std::uint64_t modified = 0;  ///< Nanoseconds since the Unix epoch.
  std::string hash;            ///< Of the content.
  /// Whether another input had held an article of the same id when this one was read.
  bool shares_ids = false;

  friend bool operator==(const LedgerEntry&, const LedgerEntry&) = default;
};

/// `file` is InputFile::name. nullopt where the file was never read whole.
[[nodiscard]] std::optional<LedgerEntry> ledger_entry(const Xapian::Database& database,
                                                      const std::string& file);
/// All entries, with the names of their files, in no order that means anything.
[[nodiscard]] std::vector<std::pair<std::string, LedgerEntry>> ledger_entries(
    const Xapian::Database& database);
void set_ledger_entry(Xapian::WritableDatabase& database, const std::string& file,
                      const LedgerEntry& entry);
/// The file will be read again.
void erase_ledger_entry(Xapian::WritableDatabase& database, const std::string& file);

}  // namespace techpolicy
