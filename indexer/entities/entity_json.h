// One line of a gazetteer file to an Entity.
//
// The only unit of this folder that sees the JSON library.
#pragma once

#include <stdexcept>
#include <string_view>

#include "indexer/entities/gazetteer.h"

namespace techpolicy {

/// What is wrong with a line, without its place: the caller knows file and line.
class EntityFault : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// Reads one JSON object. The label is added as a distinctive alias where no alias folds to the
/// same text. Throws EntityFault on anything but a complete entity of `type` with known keys.
[[nodiscard]] Entity parse_entity(std::string_view line, Facet type);

}  // namespace techpolicy
