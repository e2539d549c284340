// GET /api/v1/articles/{id}/related: the copies of an article's story, or articles like it.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>

#include "searchd/api/json_values.h"
#include "searchd/http/http_message.h"
#include "searchd/search/searcher.h"

namespace techpolicy {

[[nodiscard]] Json related_json(const std::string& id, const RelatedArticles& related);

[[nodiscard]] HttpResponse related_response(const Searcher& searcher, const HttpRequest& request);

}  // namespace techpolicy
