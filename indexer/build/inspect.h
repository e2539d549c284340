// What would be indexed of an article, for people and tools to look at.
#pragma once

#include <string>

#include "indexer/build/analyzed_article.h"

namespace techpolicy {

/// One JSON object without line breaks, in the Article form of the API: the text unaltered;
/// repairs, paragraphs and mentions with their evidence as overlays. Offsets count code points.
[[nodiscard]] std::string article_json(const AnalyzedArticle& analyzed, const std::string& id,
                                       const Gazetteer& gazetteer);

}  // namespace techpolicy
