#include "indexer/schema/stored_article.h"

#include "indexer/schema/bytes.h"
#include "indexer/schema/errors.h"

namespace techpolicy {
namespace {

std::uint32_t number32(ByteReader& reader) { return static_cast<std::uint32_t>(reader.number()); }

/// Reads a count and then that many items; a damaged count ends at the end of the bytes.
template <typename Item, typename Read>
std::vector<Item> read_list(ByteReader& reader, Read read) {
  std::vector<Item> items;
  const std::uint64_t count = reader.number();
  for (std::uint64_t i = 0; i < count && reader.ok(); ++i) items.push_back(read(reader));
  return items;
}

void write_strings(ByteWriter& writer, const std::vector<std::string>& strings) {
  writer.number(strings.size());
  for (const std::string& string : strings) writer.text(string);
}

void write_tokens(ByteWriter& writer, const std::vector<TokenPlace>& tokens) {
  writer.number(tokens.size());
  TokenPlace last;
  for (const TokenPlace& token : tokens) {
    writer.number(token.position - last.position);
    writer.number(token.begin - last.begin);
    writer.number(token.end - token.begin);
    last = token;
  }
}

std::vector<TokenPlace> read_tokens(ByteReader& reader) {
  TokenPlace last;
  return read_list<TokenPlace>(reader, [&last](ByteReader& in) {
    last.position += number32(in);
    last.begin += number32(in);
    last.end = last.begin + number32(in);
    return last;
  });
}

void write_text(ByteWriter& writer, const StoredText& text) {
  writer.text(text.text);
  writer.number(text.repairs.size());
  for (const Repair& repair : text.repairs) {
    writer.number(repair.begin);
    writer.number(repair.end);
    writer.number(static_cast<std::uint64_t>(repair.kind));
    writer.text(repair.repaired);
  }
  writer.number(text.mentions.size());
  for (const StoredMention& mention : text.mentions) {
    writer.number(static_cast<std::uint64_t>(mention.entity.type));
    writer.text(mention.entity.id);
    writer.number(mention.begin);
    writer.number(mention.end);
  }
  write_tokens(writer, text.tokens);
  writer.number(text.sentences.size());
  std::uint32_t last = 0;
  for (const std::uint32_t sentence : text.sentences) {
    writer.number(sentence - last);
    last = sentence;
  }
  writer.number(text.glosses.size());
  for (const StoredGloss& gloss : text.glosses) {
    writer.number(gloss.begin);
    writer.number(gloss.end);
    writer.text(gloss.meaning);
  }
  writer.number(text.foreign.size());
  for (const ForeignPositions& foreign : text.foreign) {
    writer.number(foreign.begin);
    writer.number(foreign.end);
    writer.text(foreign.language);
  }
}

Repair read_repair(ByteReader& reader) {
  Repair repair;
  repair.begin = number32(reader);
  repair.end = number32(reader);
  repair.kind = static_cast<RepairKind>(reader.number());
  repair.repaired = reader.text();
  return repair;
}

StoredMention read_mention(ByteReader& reader) {
  StoredMention mention;
  const std::uint64_t type = reader.number();
  if (type >= kFacetCount) throw IndexError("damaged stored article: unknown entity type");
  mention.entity.type = static_cast<Facet>(type);
  mention.entity.id = reader.text();
  mention.begin = number32(reader);
  mention.end = number32(reader);
  return mention;
}

StoredGloss read_gloss(ByteReader& reader) {
  StoredGloss gloss;
  gloss.begin = number32(reader);
  gloss.end = number32(reader);
  gloss.meaning = reader.text();
  return gloss;
}

ForeignPositions read_foreign(ByteReader& reader) {
  ForeignPositions foreign;
  foreign.begin = number32(reader);
  foreign.end = number32(reader);
  foreign.language = reader.text();
  return foreign;
}

StoredText read_text(ByteReader& reader) {
  StoredText text;
  text.text = reader.text();
  text.repairs = read_list<Repair>(reader, read_repair);
  text.mentions = read_list<StoredMention>(reader, read_mention);
  text.tokens = read_tokens(reader);
  std::uint32_t last = 0;
  text.sentences =
      read_list<std::uint32_t>(reader, [&last](ByteReader& in) { return last += number32(in); });
  text.glosses = read_list<StoredGloss>(reader, read_gloss);
  text.foreign = read_list<ForeignPositions>(reader, read_foreign);
  return text;
}

std::string read_string(ByteReader& reader) { return std::string(reader.text()); }

/// 0 unknown, 1 no, 2 yes.
std::uint64_t pack_optional_bool(std::optional<bool> value) {
  return value ? (*value ? 2U : 1U) : 0U;
}

}  // namespace

std::string_view name_of(RepairKind kind) {
  switch (kind) {
    case RepairKind::glued:
      return "glued";
    case RepairKind::split:
      return "split";
    case RepairKind::mojibake:
      return "mojibake";
    case RepairKind::entity:
      return "entity";
    case RepairKind::quotes:
      return "quotes";
    case RepairKind::glossary:
      return "glossary";
    case RepairKind::invisible:
      return "invisible";
  }
  return "";
}

std::string_view name_of(ParagraphKind kind) {
  switch (kind) {
    case ParagraphKind::paragraph:
      return "paragraph";
    case ParagraphKind::heading:
      return "heading";
    case ParagraphKind::list:
      return "list";
    case ParagraphKind::quote:
      return "quote";
  }
  return "";
}

std::string serialize(const StoredArticle& article) {
  ByteWriter writer;
  for (const std::string* part :
       {&article.id, &article.url, &article.source_id, &article.source_name, &article.lang,
        &article.origin, &article.content_hash}) {
    writer.text(*part);
  }
  writer.text(article.published ? article.published->iso() : "");
  write_strings(writer, article.authors);
  write_strings(writer, article.tags);
  writer.number(pack_optional_bool(article.machine_translated));
  writer.number(article.sequence);
  writer.number(article.added);
  write_text(writer, article.title);
  write_text(writer, article.body);
  writer.number(article.paragraphs.size());
  for (const StoredParagraph& paragraph : article.paragraphs) {
    writer.number(paragraph.begin);
    writer.number(paragraph.end);
    writer.number(static_cast<std::uint64_t>(paragraph.kind));
  }
  return writer.take();
}

StoredArticle parse_stored_article(std::string_view bytes) {
  StoredArticle article;
  ByteReader reader(bytes);
  for (std::string* part : {&article.id, &article.url, &article.source_id, &article.source_name,
                            &article.lang, &article.origin, &article.content_hash}) {
    *part = reader.text();
  }
  article.published = parse_partial_date(reader.text());
  article.authors = read_list<std::string>(reader, read_string);
  article.tags = read_list<std::string>(reader, read_string);
  const std::uint64_t translated = reader.number();
  if (translated != 0) article.machine_translated = translated == 2;
  article.sequence = reader.number();
  article.added = reader.number();
  article.title = read_text(reader);
  article.body = read_text(reader);
  article.paragraphs = read_list<StoredParagraph>(reader, [](ByteReader& in) {
    StoredParagraph paragraph;
    paragraph.begin = number32(in);
    paragraph.end = number32(in);
    paragraph.kind = static_cast<ParagraphKind>(in.number());
    return paragraph;
  });
  if (!reader.ok()) {
    throw IndexError("damaged stored article; run `indexer check`, then build the index again");
  }
  return article;
}

}  // namespace techpolicy
