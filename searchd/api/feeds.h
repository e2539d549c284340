// A search as a feed: Atom (RFC 4287, with the response elements of OpenSearch 1.1) and JSON Feed
// 1.1.
#pragma once

#include <string>

#include "searchd/search/search_request.h"
#include "searchd/search/search_result.h"

namespace techpolicy {

/// What a feed says of itself. Addresses are absolute where `origin` is known.
struct FeedAddresses {
  std::string origin;  ///< "https://host" as the client sees it; empty where unknown.
  std::string path;    ///< "/search.atom"
};

/// The parameters of a feed's search: newest entries into the index first, 50 of them.
[[nodiscard]] SearchRequest feed_search(SearchRequest request);

/// `asked`: of feed_search(); `result` its answer.
[[nodiscard]] std::string atom_feed(const FeedAddresses& addresses, const SearchRequest& asked,
                                    const SearchResult& result);
[[nodiscard]] std::string json_feed(const FeedAddresses& addresses, const SearchRequest& asked,
                                    const SearchResult& result);

/// The text of an XML document: escaped, without characters that XML 1.0 does not have.
[[nodiscard]] std::string xml_text(std::string_view text);

}  // namespace techpolicy
