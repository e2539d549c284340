// A web page as the fields of a record: its text and what it says of itself.
#pragma once

#include <string>
#include <string_view>

#include "indexer/articles/record_fields.h"

namespace techpolicy {

/// What to tell of a page without text.
inline constexpr std::string_view kNoPageText =
    "the page has no text of its own, as pages have that scripts fill; save it from a browser, "
    "which writes what it shows";

inline constexpr std::string_view kTooDeep =
    "elements stand in each other over 1000 deep; what is deeper is missing. Save the page again "
    "from a browser, or its text";

enum class PageReading { whole, up_to_depth };

/// Adds the article's text and metadata to `fields`, as far as the page has them, and tells whether
/// all of it was read (kDeepestElement). `page` must be valid UTF-8. Never throws on content; time
/// and memory are linear in the page.
[[nodiscard]] PageReading read_html_page(std::string_view page, RecordFields& fields);

/// The bytes of a page as UTF-8: by byte order mark, else `charset` (of a transport, may be empty),
/// else what the page declares, else as they look.
[[nodiscard]] std::string decode_html(std::string_view bytes, std::string_view charset = {});

}  // namespace techpolicy
