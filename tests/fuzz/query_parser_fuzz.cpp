// Any text is a query or has a fault that can be mended: printing and parsing are inverse, every
// suggestion parses. The first byte chooses syntax and default operator.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "searchd/search/bad_request.h"
#include "searchd/search/query.h"

namespace techpolicy {
namespace {

void require(bool promise) {
  if (!promise) std::abort();
}

void try_query(std::string_view text, const QueryOptions& options) {
  try {
    const QueryNode tree = parse_query(text, options);
    require(same_query(parse_query(print_query(tree), {}), tree));
  } catch (const BadRequest& bad) {
    const RequestFault& fault = bad.faults().front();
    // A canonical text may be longer than a query may be.
    if (fault.code == "too_long" || fault.code == "too_many_terms") return;
    require(!fault.detail.empty() && fault.position && *fault.position <= text.size());
    static_cast<void>(parse_query(fault.suggestion, options));
  }
}

}  // namespace
}  // namespace techpolicy

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace techpolicy;
  if (size == 0) return 0;
  QueryOptions options;
  options.syntax = (data[0] & 1U) != 0 ? QuerySyntax::plain : QuerySyntax::query;
  options.default_operator = (data[0] & 2U) != 0 ? DefaultOperator::any : DefaultOperator::all;
  options.today = 20'000;
  try_query({reinterpret_cast<const char*>(data) + 1, size - 1}, options);
  return 0;
}
