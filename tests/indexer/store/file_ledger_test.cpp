// What the ledger keeps of a file, whatever its name.
#include "indexer/store/file_ledger.h"

#include <gtest/gtest.h>
#include <string>

namespace techpolicy {
namespace {

struct NameRow {
  std::string name;
  const char* why;
};

TEST(FileLedger, GivesBackWhatWasSet) {
  Xapian::WritableDatabase database("", Xapian::DB_BACKEND_INMEMORY);
  const NameRow rows[] = {
      {"corpus/chips/asml.txt", "an ordinary path"},
      {"语料/出口管制.txt", "any script"},
      {std::string(300, 'x') + ".txt", "longer than a key of the database"},
      {std::string(300, 'x') + ".md", "another of the same start"},
  };
  std::uint64_t size = 1;
  for (const NameRow& row : rows) {
    EXPECT_EQ(ledger_entry(database, row.name), std::nullopt) << row.why;
    set_ledger_entry(database, row.name, {size++, 1'776'000'000'123'456'789, "hash"});
  }
  size = 1;
  for (const NameRow& row : rows) {
    const LedgerEntry expected{size++, 1'776'000'000'123'456'789, "hash"};
    EXPECT_EQ(ledger_entry(database, row.name), expected) << row.why;
  }
}

TEST(FileLedger, ADamagedEntryIsNone) {
  Xapian::WritableDatabase database("", Xapian::DB_BACKEND_INMEMORY);
  database.set_metadata("file:a.txt", "\x05");
  EXPECT_EQ(ledger_entry(database, "a.txt"), std::nullopt) << "so that the file is read again";
}

}  // namespace
}  // namespace techpolicy
