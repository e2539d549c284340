// Where a name may begin and end in scripts written without spaces.
#pragma once

#include "indexer/entities/form_rules.h"

namespace techpolicy {

/// A Hangul name begins a word, a Katakana name is a whole run (アルバ is no part of アルバイト), a
/// short Han name is no part of a longer dictionary word (阿里 in 阿里山).
[[nodiscard]] bool script_fits(const NamePlace& place);

}  // namespace techpolicy
