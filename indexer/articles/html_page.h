// A web page as the fields of a record: its text and what it says of itself.
#pragma once

#include <string>
#include <string_view>

#include "indexer/articles/record_fields.h"

namespace techpolicy {

/// Adds the article's text and metadata to `fields`, as far as the page has them. `page` must be
/// valid UTF-8. Never throws on content; time and memory are linear in the page.
void read_html_page(std::string_view page, RecordFields& fields);

/// The bytes of a page as UTF-8: by byte order mark, else `charset` (of a transport, may be empty),
/// else what the page declares, else as they look.
[[nodiscard]] std::string decode_html(std::string_view bytes, std::string_view charset = {});

}  // namespace techpolicy
