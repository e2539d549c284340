// What the index keeps of an article: everything needed to show it, to mark it and to tag it again.
//
// The text is the article's own, unaltered. Repairs, mentions and token places are overlays of byte
// offsets into it, so that the original is always at hand.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/schema/facets.h"
#include "indexer/schema/partial_date.h"

namespace techpolicy {

/// Values are stored: append only. `glossary` is not of a Repair but of a StoredGloss.
enum class RepairKind { glued, split, mojibake, entity, quotes, glossary, invisible };

/// Bytes [begin, end) of the original read as `repaired`. begin == end is an insertion.
struct Repair {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  RepairKind kind = RepairKind::glued;
  std::string repaired;

  friend bool operator==(const Repair&, const Repair&) = default;
};

/// Values are stored: append only.
enum class ParagraphKind { paragraph, heading, list, quote };

struct StoredParagraph {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  ParagraphKind kind = ParagraphKind::paragraph;

  friend bool operator==(const StoredParagraph&, const StoredParagraph&) = default;
};

struct StoredMention {
  EntityKey entity;
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  friend bool operator==(const StoredMention&, const StoredMention&) = default;
};

/// Where the token at a position stands: its bytes [begin, end) of the original.
struct TokenPlace {
  std::uint32_t position = 0;
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  friend bool operator==(const TokenPlace&, const TokenPlace&) = default;
};

/// A foreign word or phrase, bytes [begin, end), that is found under its English meaning as well.
struct StoredGloss {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::string meaning;  ///< Folded words with single blanks.

  friend bool operator==(const StoredGloss&, const StoredGloss&) = default;
};

/// Positions [begin, end) of sentences that are stemmed in another language than the article's.
struct ForeignPositions {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::string language;

  friend bool operator==(const ForeignPositions&, const ForeignPositions&) = default;
};

/// One field's text with its overlays, each in order of `begin`.
struct StoredText {
  std::string text;
  std::vector<Repair> repairs;
  std::vector<StoredMention> mentions;
  std::vector<TokenPlace> tokens;        ///< Every position once, rising.
  std::vector<std::uint32_t> sentences;  ///< Positions at which sentences start, rising.
  std::vector<StoredGloss> glosses;
  std::vector<ForeignPositions> foreign;

  friend bool operator==(const StoredText&, const StoredText&) = default;
};

struct StoredArticle {
  std::string id;
  std::string url;        ///< http or https, or empty.
  std::string source_id;  ///< Slug; empty where unknown.
  std::string source_name;
  std::string lang = "und";  ///< BCP 47.
  std::optional<PartialDate> published;
  std::vector<std::string> authors;
  std::vector<std::string> tags;
  std::optional<bool> machine_translated;
  std::string origin;        ///< Where it was read: path below INPUT, with ":line" for records.
  std::string content_hash;  ///< Of all that was read of it; equal hash, equal article.
  std::uint64_t sequence = 0;
  std::uint64_t added = 0;  ///< Unix seconds.
  StoredText title;         ///< Empty text where the article has none.
  StoredText body;
  std::vector<StoredParagraph> paragraphs;  ///< Of the body.

  friend bool operator==(const StoredArticle&, const StoredArticle&) = default;
};

/// As in the JSON of an article.
[[nodiscard]] std::string_view name_of(RepairKind kind);
[[nodiscard]] std::string_view name_of(ParagraphKind kind);

/// The bytes of a document's data.
[[nodiscard]] std::string serialize(const StoredArticle& article);

/// Reads what serialize() wrote. Throws IndexError on damaged bytes.
[[nodiscard]] StoredArticle parse_stored_article(std::string_view bytes);

}  // namespace techpolicy
