// The value slots of a document. Facet slots stand in facets.h, above these.
#pragma once

namespace techpolicy {

enum class Slot : unsigned {
  id = 0,        ///< The article's id.
  date = 1,      ///< pack_date(): first day and precision; absent where undated.
  sequence = 2,  ///< pack_number(): number given when the article entered or changed.
  added = 3,     ///< pack_number(): Unix time in seconds of the article's first entry.
  lengths = 4,   ///< pack_lengths(): tokens of each field, and where the lead ends.
  story = 5,     ///< pack_story(): the article's story; absent where it has none and no kin.
  file = 6,      ///< InputFile::name of the input that holds the article; absent where unknown.
  sketch = 7,    ///< pack_sketch() of indexer/stories: what stories are found by.
};

inline constexpr unsigned kFirstFacetSlot = 16;

}  // namespace techpolicy
