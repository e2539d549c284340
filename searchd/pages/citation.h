// How an article or a search is cited in running text. RIS and BibTeX are exports.
#pragma once

#include <string>

#include "indexer/schema/partial_date.h"
#include "indexer/schema/stored_article.h"
#include "searchd/search/search_request.h"
#include "searchd/search/search_result.h"

namespace techpolicy {

/// Today's date, UTC.
[[nodiscard]] PartialDate today();

/// "Jane Doe: Title. Source, 17 April 2026. https://…": what is not known is left out. `fallback`:
/// the address to give where the article has none of its own.
[[nodiscard]] std::string article_citation(const StoredArticle& article, const std::string& title,
                                           const std::string& fallback);

/// The address of a search that remembers what it gave: `origin`/search?…&cited=….
[[nodiscard]] std::string cited_url(const std::string& origin, const SearchRequest& asked,
                                    const SearchResult& result, const PartialDate& on);

/// Query, filters in words, count, revision, date, address.
[[nodiscard]] std::string search_citation(const std::string& origin, const SearchRequest& asked,
                                          const SearchResult& result, const PartialDate& on);

}  // namespace techpolicy
