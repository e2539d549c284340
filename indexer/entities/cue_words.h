// Words next to a name that say what it is. English: other languages have only the other evidence.
#pragma once

#include <string_view>

namespace techpolicy {

/// "inc", "ltd", "ag": the legal form after a company's name.
[[nodiscard]] bool is_corporate_suffix(std::string_view folded);

/// "said", "ceo", "shares" after a name.
[[nodiscard]] bool is_cue_after(std::string_view folded);

/// "startup", "against", "rival" before a name.
[[nodiscard]] bool is_cue_before(std::string_view folded);

/// Words that are often capitalized beside a name without being part of it: "CEO", "President",
/// "The".
[[nodiscard]] bool is_beside_names(std::string_view folded);

/// Words that are capitalized beside a place without being part of its name: "Northern Iraq",
/// "China Foreign Minister", "Washington Friday".
[[nodiscard]] bool is_beside_places(std::string_view folded);

/// "Bank", "University": what stands before "of" and a place in the name of an institution.
[[nodiscard]] bool is_institution(std::string_view folded);

/// Exchanges that stand before a ticker: "NASDAQ:NVDA".
[[nodiscard]] bool is_exchange(std::string_view folded);

}  // namespace techpolicy
