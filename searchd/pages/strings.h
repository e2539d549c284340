// The words of the pages: one table, web/strings.json.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace techpolicy {

using Fillings = std::initializer_list<std::pair<std::string_view, std::string_view>>;

/// The text of a key, with each {name} filled. Throws std::logic_error where there is no such key.
[[nodiscard]] std::string ui_text(std::string_view key, Fillings fillings = {});

/// The text for a number of things: "KEY.one", "KEY.other", ... as the language has it; {n} is the
/// number.
[[nodiscard]] std::string ui_count(std::string_view key, std::uint64_t number);

/// Texts joined as a list is joined in a sentence: "a, b and c".
[[nodiscard]] std::string ui_list(const std::vector<std::string>& texts);

}  // namespace techpolicy
