#include "indexer/build/known_articles.h"

#include "indexer/schema/errors.h"
#include "indexer/schema/slots.h"
#include "indexer/schema/stored_article.h"
#include "indexer/schema/terms.h"

namespace techpolicy {

/// Asks again on the newest state when commits have overtaken this one. Damage can look the same,
/// hence the limit.
template <typename Ask>
auto KnownArticles::ask_newest(Ask ask) -> decltype(ask()) {
  if (!database_) return std::nullopt;
  constexpr int kTries = 5;
  for (int attempt = 1;; ++attempt) {
    try {
      return ask();
    } catch (const Xapian::DatabaseModifiedError&) {
      if (attempt < kTries) {
        database_->reopen();
        continue;
      }
      if (on_damage_ == OnDamage::fail) throw;
    } catch (const Xapian::Error&) {
      if (on_damage_ == OnDamage::fail) throw;
    } catch (const IndexError&) {
      if (on_damage_ == OnDamage::fail) throw;
    }
    database_.reset();
    return std::nullopt;
  }
}

std::optional<KnownArticle> KnownArticles::find(const std::string& id) {
  return ask_newest([&]() -> std::optional<KnownArticle> {
    const std::string term = id_term(id);
    const Xapian::PostingIterator posting = database_->postlist_begin(term);
    if (posting == database_->postlist_end(term)) return std::nullopt;
    const Xapian::Document document = database_->get_document(*posting);
    const StoredArticle stored = parse_stored_article(document.get_data());
    return KnownArticle{stored.content_hash, stored.sequence, stored.added,
                        document.get_value(static_cast<Xapian::valueno>(Slot::file))};
  });
}

std::optional<LedgerEntry> KnownArticles::file(const std::string& name) {
  return ask_newest([&] { return ledger_entry(*database_, name); });
}

}  // namespace techpolicy
