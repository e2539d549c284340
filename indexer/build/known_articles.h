// What the index before a run knows of an article and of an input file.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <xapian.h>

#include "indexer/store/file_ledger.h"

namespace techpolicy {

struct KnownArticle {
  std::string content_hash;
  std::uint64_t sequence = 0;
  std::uint64_t added = 0;  ///< Unix seconds.
  std::string file;         ///< The input that holds it; empty where unknown.
};

/// What to do where the index turns out to be damaged.
enum class OnDamage {
  fail,
  forget,  ///< Know nothing from then on: what a whole new index can live with.
};

/// Belongs to one thread. May be asked while a writer commits into the same database.
class KnownArticles {
 public:
  KnownArticles() = default;  ///< Knows nothing.
  KnownArticles(Xapian::Database database, OnDamage on_damage)
      : database_(std::move(database)), on_damage_(on_damage) {}

  /// With OnDamage::fail throws Xapian::Error or IndexError.
  [[nodiscard]] std::optional<KnownArticle> find(const std::string& id);
  [[nodiscard]] std::optional<LedgerEntry> file(const std::string& name);

 private:
  template <typename Ask>
  auto ask_newest(Ask ask) -> decltype(ask());

  std::optional<Xapian::Database> database_;
  OnDamage on_damage_ = OnDamage::fail;
};

}  // namespace techpolicy
