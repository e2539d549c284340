// One JSON object to the fields of a record.
#pragma once

#include <string>
#include <string_view>
#include <variant>

#include "indexer/articles/record_fields.h"

namespace techpolicy {

/// Why a line is no record.
struct JsonFault {
  std::string reason;  ///< "invalid-json", "invalid-utf8", "json-array" or "not-an-object".
  std::string detail;
  bool unfinished = false;  ///< The object or array goes on behind the end of the text.
};

/// Reads one object. Of its values, strings, numbers and booleans count, lists of them, and "name"
/// in objects ({"source": {"name": ...}}, {"authors": [{"name": ...}]}). Nesting is bounded;
/// nothing throws. An escaped half of a surrogate pair is read as U+FFFD.
[[nodiscard]] std::variant<RecordFields, JsonFault> parse_json_record(std::string_view text);

}  // namespace techpolicy
