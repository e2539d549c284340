// What speaks against an organisation: an ordinary word, another thing, a person's name.
#pragma once

#include <vector>

#include "indexer/entities/name_setting.h"

namespace techpolicy {

/// Holds of this place or of the word. Weights below 0.
[[nodiscard]] std::vector<Evidence> what_weakens(const NameSetting& setting);

/// Says that the name is a person's or a place's wherever it stands. Weights below 0.
[[nodiscard]] std::vector<Evidence> what_denies(const NameSetting& setting);

}  // namespace techpolicy
