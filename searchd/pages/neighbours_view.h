// Below an article: the copies of its story, and articles like it. And what a hit says of its
// copies.
#pragma once

#include "searchd/pages/view.h"
#include "searchd/search/related_articles.h"

namespace techpolicy {

/// The page shows so many; it says of how many.
inline constexpr unsigned kCopiesShown = 50;
inline constexpr unsigned kSimilarShown = 5;

struct ArticleNeighbours {
  Copies copies;  ///< At most kCopiesShown.
  std::vector<Hit> similar;
};

void add_neighbours(View& page, const ArticleNeighbours& neighbours);

/// "+12 copies", where they are listed, and who was first.
void add_copies(View& view, const Hit& hit, const std::string& article_url);

}  // namespace techpolicy
