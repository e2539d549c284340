// The JSON forms that several resources share. All after openapi.json.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "searchd/search/search_result.h"

namespace techpolicy {

/// Members keep the order in which they were added.
using Json = nlohmann::ordered_json;

/// null where the text is empty.
[[nodiscard]] Json text_or_null(const std::string& text);
[[nodiscard]] Json flag_or_null(std::optional<bool> flag);
[[nodiscard]] Json date_or_null(const std::optional<PartialDate>& date);
[[nodiscard]] Json entity_json(const EntityRef& entity);
[[nodiscard]] Json entities_json(const std::vector<EntityRef>& entities);
/// `url` is where the article stood.
[[nodiscard]] Json source_json(const std::string& id, const std::string& name,
                               const std::string& url);
/// What an article is called and where it stands, without its text.
[[nodiscard]] Json article_reference_json(const Hit& article);
[[nodiscard]] Json index_json(const IndexInfo& index);

/// RFC 3339, UTC.
[[nodiscard]] std::string timestamp(std::uint64_t unix_seconds);

[[nodiscard]] std::string unmarked_text(const MarkedText& text);
/// Escaped text in which only <mark> elements occur; none with Marks::left_out.
enum class Marks { shown, left_out };
[[nodiscard]] std::string marked_html(const MarkedText& text, Marks marks);

/// The bytes of a body. Never throws: what is not UTF-8 becomes U+FFFD.
[[nodiscard]] std::string json_bytes(const Json& json);

/// Only the members named, in their own order; all of them where none is named.
[[nodiscard]] Json only_fields(Json object, const std::vector<std::string>& fields);

}  // namespace techpolicy
