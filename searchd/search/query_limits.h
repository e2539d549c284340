// The limits of a query, checked before anything walks deep or long.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "searchd/search/query.h"
#include "searchd/search/query_tokens.h"

namespace techpolicy {

/// Throws QueryFault "too_long" above kMaxQueryCodePoints.
void check_query_length(std::u32string_view text);

/// Throws QueryFault "unbalanced_parenthesis", or "too_deep" above kMaxQueryDepth. `size`: of the
/// text.
void check_query_brackets(const std::vector<QueryToken>& tokens, std::size_t size);

/// Throws QueryFault "too_many_terms" above kMaxQueryTerms; each word of a phrase is a term.
void check_query_terms(const std::vector<QueryToken>& tokens);

/// Throws QueryFault "too_deep" where print_query() would nest deeper than a query may.
void check_query_depth(const QueryNode& root);

[[noreturn]] void refuse_depth(std::size_t place);

}  // namespace techpolicy
