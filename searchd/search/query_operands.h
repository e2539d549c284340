// What may stand beside NEAR and its like, and behind "atleast:".
#pragma once

#include "searchd/search/query.h"
#include "searchd/search/query_tokens.h"

namespace techpolicy {

/// The operands of `chain`, of which the last was just added after `operator_token`, are words,
/// phrases, patterns, or groups of OR of those, all in one field. Throws QueryFault
/// "unsuitable_operand".
void check_proximity_operands(const QueryNode& chain, const QueryToken& operator_token);

/// The same for what is counted.
void check_counted_operand(const QueryNode& operand, const QueryToken& operator_token);

}  // namespace techpolicy
