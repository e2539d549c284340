// Which id an article has in the index, and whether two records are the same article.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>

#include "indexer/articles/article.h"
#include "indexer/store/content_hash.h"

namespace techpolicy {

/// Usable in a URL and as a term as it is: [A-Za-z0-9._~-]{1,128}, but not "." and "..", which
/// browsers take for folders.
[[nodiscard]] bool is_usable_id(std::string_view id);

/// An id made of any string: its usable bytes, others as "-", and a hash of the whole.
[[nodiscard]] std::string slug_with_hash(std::string_view text);

/// Hash of all that was read of an article, except where it stood: equal hash, equal article.
[[nodiscard]] std::string article_hash(const Article& article);

/// Gives ids to the articles of one run, in input order.
///
/// The article's own id, as it is or slug_with_hash(). Without one a hash of its URL; where another
/// text of the run has that id already, a hash of URL and text. Without a URL: of a whole file the
/// path, of a record a hash of title and text, so that lines may move within their file.
class IdAssigner {
 public:
  [[nodiscard]] std::string assign(const Article& article);

 private:
  /// By URL the text that has its id.
  std::unordered_map<ContentDigest, ContentDigest, ContentDigestHash> text_of_url_;
};

}  // namespace techpolicy
