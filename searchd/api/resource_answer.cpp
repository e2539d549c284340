#include "searchd/api/resource_answer.h"

#include <nlohmann/json.hpp>

#include "indexer/schema/errors.h"

namespace techpolicy {

std::uint64_t current_revision(const Searcher& searcher) {
  const auto index = searcher.index_info();
  if (!index) throw IndexError(searcher.index_problem());
  return index->revision;
}

void set_link_header(HttpResponse& response, const Json& links) {
  std::string header;
  for (const char* relation : {"next", "prev"}) {
    if (!links.contains(relation) || links[relation].is_null()) continue;
    header += (header.empty() ? "<" : ", <") + links[relation].get<std::string>() + ">; rel=\"" +
              relation + '"';
  }
  if (links.contains("html")) {
    header += (header.empty() ? "<" : ", <") + links["html"].get<std::string>() +
              ">; rel=\"alternate\"; type=\"text/html\"";
  }
  if (!header.empty()) response.set_header("Link", std::move(header));
}

}  // namespace techpolicy
