// Who is named with an entity: a picture of the strongest, and all of them as a table.
#pragma once

#include "searchd/pages/view.h"
#include "searchd/search/companions.h"

namespace techpolicy {

/// How many neighbours the picture and the table show.
inline constexpr unsigned kNeighboursInPicture = 12;
inline constexpr unsigned kCompanionsInTable = 25;

/// Sets "companions". Nothing where there are none.
void add_companions(View& page, const CompanionsResult& companions);

}  // namespace techpolicy
