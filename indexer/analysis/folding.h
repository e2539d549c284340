// Folding: what makes two ways of writing a word one term.
#pragma once

#include <string>
#include <unicode/umachine.h>

namespace techpolicy {

/// Appends a code point folded: NFKC_Casefold, and without marks in Latin, Greek and Cyrillic.
/// `base` is the last code point that was not a mark: a mark is dropped after a letter of those
/// scripts.
void append_folded(std::string& folded, UChar32 c, UChar32 base);

}  // namespace techpolicy
