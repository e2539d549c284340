// The searchable text fields of an article and the term prefixes they have in the index.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

namespace techpolicy {

/// `body` is the whole text; `lead` is a second field over its start (first paragraph, at most 60
/// words), which has terms without positions of its own.
enum class Field { title, lead, body };

struct FieldRow {
  Field field;
  std::string_view name;    ///< As typed in a query: `title:chips`.
  std::string_view prefix;  ///< Follows the prefix of the kind of term, see terms.h.
};

inline constexpr std::array kFields = {
    FieldRow{Field::title, "title", "S"},
    FieldRow{Field::lead, "lead", "L"},
    FieldRow{Field::body, "body", ""},
};
inline constexpr std::size_t kFieldCount = kFields.size();

[[nodiscard]] constexpr const FieldRow& field_row(Field field) {
  return kFields[static_cast<std::size_t>(field)];
}

static_assert(
    [] {
      for (std::size_t i = 0; i < kFields.size(); ++i) {
        if (static_cast<std::size_t>(kFields[i].field) != i) return false;
        for (std::size_t j = 0; j < i; ++j) {
          if (kFields[i].name == kFields[j].name || kFields[i].prefix == kFields[j].prefix)
            return false;
        }
      }
      return true;
    }(),
    "kFields: rows in the order of Field, no name or prefix twice");

}  // namespace techpolicy
