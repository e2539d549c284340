// What a name looks like by itself, for the patterns that speak for and against it.
#pragma once

#include "indexer/entities/name_setting.h"

namespace techpolicy {

[[nodiscard]] bool ends_in(const NameSetting& s, Cue cue);

/// "University of X", "Council on X"; not "Board of Directors".
[[nodiscard]] bool begins_with_institution(const NameSetting& s);

/// That, "X Agency" or "X Working Group". False in a title, where anything has capitals.
[[nodiscard]] bool is_institution(const NameSetting& s);

/// "X Working Group": people who meet, no company.
[[nodiscard]] bool is_body_of_people(const NameSetting& s);

/// "LifePoint", "iRobot"; not "McKay", "MPs".
[[nodiscard]] bool has_inner_capital(const NameSetting& s);

}  // namespace techpolicy
