// The compiled form of a gazetteer that an index keeps, so that searchd needs no other file.
#include <cstdint>

#include "indexer/entities/gazetteer.h"
#include "indexer/schema/bytes.h"
#include "indexer/schema/errors.h"

namespace techpolicy {
namespace {

constexpr std::uint64_t kFormat = 1;

[[noreturn]] void fail() {
  throw IndexError("the gazetteer kept in the index is damaged; run indexer retag or build again");
}

void write_list(ByteWriter& writer, const std::vector<std::string>& list) {
  writer.number(list.size());
  for (const std::string& text : list) writer.text(text);
}

/// A count of things that take a byte each at least. A damaged one stops at the end of the bytes.
template <typename Read>
void repeat(ByteReader& reader, const Read& read) {
  const std::uint64_t count = reader.number();
  for (std::uint64_t i = 0; i < count; ++i) {
    read();
    if (!reader.ok()) fail();
  }
}

std::vector<std::string> read_list(ByteReader& reader) {
  std::vector<std::string> list;
  repeat(reader, [&] { list.emplace_back(reader.text()); });
  return list;
}

void write_alias(ByteWriter& writer, const Alias& alias) {
  writer.text(alias.text);
  writer.text(alias.lang);
  writer.number(static_cast<std::uint64_t>(alias.ambiguity));
  writer.number(static_cast<std::uint64_t>(alias.letter_case));
  writer.text(alias.kind);
}

/// A number that must be below `limit`, as the enum it stands for.
template <typename Enum>
Enum read_enum(ByteReader& reader, std::uint64_t limit) {
  const std::uint64_t value = reader.number();
  if (value >= limit) fail();
  return static_cast<Enum>(value);
}

Alias read_alias(ByteReader& reader) {
  Alias alias;
  alias.text = reader.text();
  alias.lang = reader.text();
  alias.ambiguity = read_enum<Ambiguity>(reader, 3);
  alias.letter_case = read_enum<AliasCase>(reader, 3);
  alias.kind = reader.text();
  return alias;
}

void write_entity(ByteWriter& writer, const Entity& entity) {
  writer.number(static_cast<std::uint64_t>(entity.key.type));
  writer.text(entity.key.id);
  writer.text(entity.label);
  writer.text(entity.kind);
  writer.text(entity.wikidata);
  writer.text(entity.country);
  writer.text(entity.parent);
  writer.text(entity.maker);
  write_list(writer, entity.orgs);
  write_list(writer, entity.tickers);
  write_list(writer, entity.context);
  writer.number(entity.aliases.size());
  for (const Alias& alias : entity.aliases) write_alias(writer, alias);
}

Entity read_entity(ByteReader& reader) {
  Entity entity;
  entity.key.type = read_enum<Facet>(reader, kFacetCount);
  entity.key.id = reader.text();
  entity.label = reader.text();
  entity.kind = reader.text();
  entity.wikidata = reader.text();
  entity.country = reader.text();
  entity.parent = reader.text();
  entity.maker = reader.text();
  entity.orgs = read_list(reader);
  entity.tickers = read_list(reader);
  entity.context = read_list(reader);
  repeat(reader, [&] { entity.aliases.push_back(read_alias(reader)); });
  return entity;
}

}  // namespace

std::string Gazetteer::serialize() const {
  ByteWriter writer;
  writer.number(kFormat);
  writer.number(entities_.size());
  for (const Entity& entity : entities_) write_entity(writer, entity);
  write_list(writer, blockers_);
  return writer.take();
}

Gazetteer Gazetteer::deserialize(std::string_view bytes) {
  ByteReader reader(bytes);
  if (reader.number() != kFormat) fail();
  Gazetteer gazetteer;
  repeat(reader, [&] { gazetteer.entities_.push_back(read_entity(reader)); });
  gazetteer.blockers_ = read_list(reader);
  if (!reader.ok() || !reader.at_end()) fail();
  gazetteer.index_names();
  return gazetteer;
}

}  // namespace techpolicy
