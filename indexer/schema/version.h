// The version of everything that stands in an index: terms, slots, metadata, stored articles.
//
// An index of another version is refused ("build again"); raise it with any change of meaning.
#pragma once

namespace techpolicy {

inline constexpr unsigned kSchemaVersion = 4;

}  // namespace techpolicy
