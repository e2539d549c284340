// Bytes of an unknown or wrongly declared character set to UTF-8.
#pragma once

#include <string>
#include <string_view>

namespace techpolicy {

[[nodiscard]] bool is_valid_utf8(std::string_view bytes);

/// The text in valid UTF-8, without a byte order mark, cleaned by clean_utf8().
///
/// A byte order mark decides; then valid UTF-8 beyond ASCII, which is not met by chance in Western
/// text (pages saved by browsers keep a declaration that is no longer true); then `declared`, a
/// name as in HTML, where it is known; then UTF-8 with some damage; else what ICU detects for texts
/// mostly beyond ASCII, and windows-1252.
[[nodiscard]] std::string decode_text(std::string_view bytes, std::string_view declared);

}  // namespace techpolicy
