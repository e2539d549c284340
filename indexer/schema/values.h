// What stands in the value slots: packing by the indexer, unpacking into columns by searchd.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/schema/fields.h"
#include "indexer/schema/partial_date.h"

namespace techpolicy {

/// One value of a facet in one article.
struct FacetValue {
  std::string value;           ///< Entity id, source id, language or year.
  std::uint32_t mentions = 1;  ///< Mentions in title and body; 1 for facets of metadata.
  double salience = 0;         ///< How much the article is about it, 0 to 25.5 in steps of 0.1.
  std::string label{};         ///< Of a found name, which the gazetteer cannot name; else empty.
};

/// Salience as it is stored, in tenths.
[[nodiscard]] std::uint8_t salience_tenths(double salience);

/// From here on an article is mainly about the entity; below, it mentions it in passing. With the
/// weights of indexer/build/salience.h the F1 over articles read by people is highest around here
/// (tests/quality/entities/about.py prints it); lower finds more of what they named, and less
/// surely.
inline constexpr std::uint8_t kAboutTenths = 20;

[[nodiscard]] inline bool is_about(double salience) {
  return salience_tenths(salience) >= kAboutTenths;
}

/// Tokens of each field, and the position in the body where the lead ends (not included).
struct FieldLengths {
  std::array<std::uint32_t, kFieldCount> tokens{};
  std::uint32_t lead_end = 0;
};

/// A story, and the wider group that it was found in, each by the id of the article in it that
/// entered first.
struct StoryNames {
  std::string story;  ///< Empty where the article is alone in it.
  std::string kin;    ///< Forms of one kind (indexer/stories); empty where there are no others.
};

[[nodiscard]] std::string pack_facet_values(const std::vector<FacetValue>& values);
[[nodiscard]] std::vector<FacetValue> unpack_facet_values(std::string_view bytes);

[[nodiscard]] std::string pack_date(const PartialDate& date);
[[nodiscard]] std::optional<PartialDate> unpack_date(std::string_view bytes);

[[nodiscard]] std::string pack_number(std::uint64_t number);
[[nodiscard]] std::uint64_t unpack_number(std::string_view bytes);

[[nodiscard]] std::string pack_lengths(const FieldLengths& lengths);
[[nodiscard]] FieldLengths unpack_lengths(std::string_view bytes);

/// Empty where both names are.
[[nodiscard]] std::string pack_story(const StoryNames& names);
[[nodiscard]] StoryNames unpack_story(std::string_view bytes);

}  // namespace techpolicy
