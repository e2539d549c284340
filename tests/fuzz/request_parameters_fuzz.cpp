// Any parameters are a request or have faults; a request's own query string gives it again.
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "searchd/search/search_request.h"

namespace techpolicy {
namespace {

constexpr std::string_view kNames[] = {
    "q",       "op",       "syntax", "aliases", "company", "person",      "about",
    "from",    "to",       "since",  "sort",    "page",    "per_page",    "cursor",
    "facet",   "facet_op", "lang",   "source",  "rollup",  "facet_limit", "highlight",
    "explain", "fields",   "law",    "topic",   "unknown", "year",        "place"};

/// Lines "Xvalue": the first byte chooses the name.
Parameters parameters_of(std::string_view bytes) {
  Parameters parameters;
  while (!bytes.empty()) {
    const std::string_view line = bytes.substr(0, bytes.find('\n'));
    bytes.remove_prefix(std::min(bytes.size(), line.size() + 1));
    if (line.empty()) continue;
    const auto name = static_cast<unsigned char>(line[0]) % std::size(kNames);
    parameters.emplace_back(kNames[name], line.substr(1));
  }
  return parameters;
}

/// "a=b&c=d" of query_string(), decoded.
Parameters decoded(const std::string& query) {
  Parameters parameters;
  std::string name;
  std::string text;
  for (std::size_t i = 0; i <= query.size(); ++i) {
    if (i == query.size() || query[i] == '&') {
      if (!name.empty()) parameters.emplace_back(name, text);
      name.clear();
      text.clear();
    } else if (query[i] == '=') {
      name = std::move(text);
      text.clear();
    } else if (query[i] == '%') {
      text.push_back(static_cast<char>(std::stoi(query.substr(i + 1, 2), nullptr, 16)));
      i += 2;
    } else {
      text.push_back(query[i] == '+' ? ' ' : query[i]);
    }
  }
  return parameters;
}

}  // namespace
}  // namespace techpolicy

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace techpolicy;
  const Parameters parameters = parameters_of({reinterpret_cast<const char*>(data), size});
  try {
    const SearchRequest request =
        parse_search_request(parameters, UnknownParameters::ignore, {}).request;
    const SearchRequest again =
        parse_search_request(decoded(query_string(request)), UnknownParameters::refuse, {}).request;
    if (!(again == request)) std::abort();
  } catch (const BadRequest& bad) {
    if (bad.faults().empty() || bad.faults().front().detail.empty()) std::abort();
  }
  return 0;
}
