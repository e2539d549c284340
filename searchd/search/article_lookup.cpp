#include "searchd/search/article_lookup.h"

#include <string>

#include "indexer/schema/terms.h"

namespace techpolicy {

std::optional<std::uint32_t> document_of(const Xapian::Database& database, std::string_view id) {
  if (!fits(id)) return std::nullopt;
  const std::string term = id_term(id);
  const auto posting = database.postlist_begin(term);
  if (posting == database.postlist_end(term)) return std::nullopt;
  return *posting;
}

}  // namespace techpolicy
