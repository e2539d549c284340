// Makes XML of what programs that paste texts together call XML.
#pragma once

#include <string>
#include <string_view>

namespace techpolicy {

/// `text` (valid UTF-8, as decode_text() gives it) with its XML declaration blanked, HTML's
/// entities
/// ("&nbsp;") resolved, and each "&" that begins no reference escaped: XML parsers drop the word
/// behind it. CDATA sections and comments stay as they are. Line ends stay where they are.
[[nodiscard]] std::string mended_xml(std::string_view text);

/// The name in <?xml ... encoding="..."?>; empty where there is none.
[[nodiscard]] std::string xml_encoding(std::string_view bytes);

}  // namespace techpolicy
