#include "indexer/store/file_ledger.h"

#include "indexer/schema/bytes.h"
#include "indexer/store/content_hash.h"

namespace techpolicy {
namespace {

/// Xapian keeps at most 245 bytes of a key, in which a zero byte counts twice.
constexpr std::size_t kMaxNameBytes = 200;

std::string ledger_key(const std::string& file) {
  if (file.size() > kMaxNameBytes) return "file-hash:" + content_hash(file);
  return "file:" + file;
}

LedgerEntry parse(ByteReader& reader) {
  LedgerEntry entry;
  entry.size = reader.number();
  entry.modified = reader.number();
  entry.hash = reader.text();
  entry.shares_ids = reader.number() != 0;
  return entry;
}

}  // namespace

std::optional<LedgerEntry> ledger_entry(const Xapian::Database& database, const std::string& file) {
  const std::string bytes = database.get_metadata(ledger_key(file));
  if (bytes.empty()) return std::nullopt;
  ByteReader reader(bytes);
  static_cast<void>(reader.text());
  const LedgerEntry entry = parse(reader);
  if (!reader.ok()) return std::nullopt;  // Reading the file again mends a damaged entry.
  return entry;
}

std::vector<std::pair<std::string, LedgerEntry>> ledger_entries(const Xapian::Database& database) {
  std::vector<std::pair<std::string, LedgerEntry>> entries;
  for (const char* prefix : {"file:", "file-hash:"}) {
    const auto end = database.metadata_keys_end(prefix);
    for (auto key = database.metadata_keys_begin(prefix); key != end; ++key) {
      const std::string bytes = database.get_metadata(*key);
      ByteReader reader(bytes);
      std::string name(reader.text());
      const LedgerEntry entry = parse(reader);
      if (reader.ok()) entries.emplace_back(std::move(name), entry);
    }
  }
  return entries;
}

void set_ledger_entry(Xapian::WritableDatabase& database, const std::string& file,
                      const LedgerEntry& entry) {
  ByteWriter writer;
  writer.text(file);
  writer.number(entry.size);
  writer.number(entry.modified);
  writer.text(entry.hash);
  writer.number(entry.shares_ids ? 1 : 0);
  database.set_metadata(ledger_key(file), writer.take());
}

void erase_ledger_entry(Xapian::WritableDatabase& database, const std::string& file) {
  database.set_metadata(ledger_key(file), "");
}

}  // namespace techpolicy
