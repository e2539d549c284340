// What other search systems write, and what the same is here: names of fields, operators that are
// words, functions. What is only recognised by the characters around it stands in the lexer.
#pragma once

#include <string>
#include <string_view>

namespace techpolicy {

/// Our field of the same meaning as one of CourtListener, Factiva, Nexis, Google or Manticore
/// ("headline", "hd", "intitle"); empty where there is none. `name` in small letters.
[[nodiscard]] std::string_view own_field(std::string_view name);

/// The same for names so common as words that they count only before "=" ("by=smith", "la=en").
[[nodiscard]] std::string_view own_field_of_tag(std::string_view name);

/// What "atleast5" or "AROUND(5)" is here, and what a function such as "allcaps" before "(" is;
/// empty for other words.
[[nodiscard]] std::string own_function(std::string_view name);

}  // namespace techpolicy
