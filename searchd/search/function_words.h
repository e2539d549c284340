// Words that join others and say little themselves.
#pragma once

#include <string_view>

namespace techpolicy {

/// English articles, pronouns, prepositions, auxiliaries, question words; folded. They match like
/// any word and weigh less.
[[nodiscard]] bool is_function_word(std::string_view folded);

}  // namespace techpolicy
