#include "indexer/schema/values.h"

#include <algorithm>
#include <cmath>

#include "indexer/schema/bytes.h"

namespace techpolicy {

std::uint8_t salience_tenths(double salience) {
  return static_cast<std::uint8_t>(std::clamp(std::lround(salience * 10), 0L, 255L));
}

std::string pack_facet_values(const std::vector<FacetValue>& values) {
  ByteWriter writer;
  for (const FacetValue& value : values) {
    writer.text(value.value);
    writer.number(value.mentions);
    writer.number(salience_tenths(value.salience));
    writer.text(value.label);
  }
  return writer.take();
}

std::vector<FacetValue> unpack_facet_values(std::string_view bytes) {
  std::vector<FacetValue> values;
  ByteReader reader(bytes);
  while (!reader.at_end() && reader.ok()) {
    FacetValue value;
    value.value = reader.text();
    value.mentions = static_cast<std::uint32_t>(reader.number());
    value.salience = static_cast<double>(reader.number()) / 10;
    value.label = reader.text();
    if (reader.ok()) values.push_back(std::move(value));
  }
  return values;
}

std::string pack_date(const PartialDate& date) { return date.iso(); }

std::optional<PartialDate> unpack_date(std::string_view bytes) { return parse_partial_date(bytes); }

std::string pack_number(std::uint64_t number) {
  ByteWriter writer;
  writer.number(number);
  return writer.take();
}

std::uint64_t unpack_number(std::string_view bytes) { return ByteReader(bytes).number(); }

std::string pack_lengths(const FieldLengths& lengths) {
  ByteWriter writer;
  for (const std::uint32_t tokens : lengths.tokens) writer.number(tokens);
  writer.number(lengths.lead_end);
  return writer.take();
}

FieldLengths unpack_lengths(std::string_view bytes) {
  FieldLengths lengths;
  ByteReader reader(bytes);
  for (std::uint32_t& tokens : lengths.tokens) tokens = static_cast<std::uint32_t>(reader.number());
  lengths.lead_end = static_cast<std::uint32_t>(reader.number());
  return lengths;
}

std::string pack_story(const StoryNames& names) {
  if (names.story.empty() && names.kin.empty()) return "";
  ByteWriter writer;
  writer.text(names.story);
  // Mostly they are one.
  if (names.kin != names.story) writer.text(names.kin);
  return writer.take();
}

StoryNames unpack_story(std::string_view bytes) {
  if (bytes.empty()) return {};
  ByteReader reader(bytes);
  StoryNames names;
  names.story = reader.text();
  names.kin = reader.at_end() ? names.story : std::string(reader.text());
  return names;
}

}  // namespace techpolicy
