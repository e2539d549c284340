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

}  // namespace

std::optional<LedgerEntry> ledger_entry(const Xapian::Database& database, const std::string& file) {
  const std::string bytes = database.get_metadata(ledger_key(file));
  if (bytes.empty()) return std::nullopt;
  ByteReader reader(bytes);
  LedgerEntry entry;
  entry.size = reader.number();
  entry.modified = reader.number();
  entry.hash = reader.text();
  if (!reader.ok()) return std::nullopt;  // Reading the file again mends a damaged entry.
  return entry;
}

void set_ledger_entry(Xapian::WritableDatabase& database, const std::string& file,
                      const LedgerEntry& entry) {
  ByteWriter writer;
  writer.number(entry.size);
  writer.number(entry.modified);
  writer.text(entry.hash);
  database.set_metadata(ledger_key(file), writer.take());
}

}  // namespace techpolicy
