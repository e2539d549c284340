// The sentences in which a search matches, over all its articles: keyword in context.
#pragma once

#include <string>
#include <vector>

#include "searchd/search/search_request.h"
#include "searchd/search/sentences.h"

namespace techpolicy {

/// Takes `entity` (type:id, several) out of the parameters; the others are those of a search.
/// Throws BadRequest as parse_search_request() does, and for what is no entity.
[[nodiscard]] SentencesRequest parse_sentences_request(Parameters parameters);

/// The page of the sentences that name all of the entities within a search.
[[nodiscard]] std::string sentences_url(const SearchRequest& search,
                                        const std::vector<EntityKey>& entities);

/// Everything that the page shows.
struct SentencesPageContent {
  SentencesRequest asked;
  SentencesResult result;
  std::vector<std::string> names;        ///< Of the entities asked for, in their order.
  std::vector<FacetResult> facets = {};  ///< Of the search: labels of its filters.
  std::string origin = {};               ///< Of the site, for citations.
};

[[nodiscard]] std::string render_sentences_page(const SentencesPageContent& content);

}  // namespace techpolicy
