// The named fields of a record, as JSON, front matter and HTML metadata give them, and the article
// that they make. One table says which names mean what, so that all formats accept the same.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "indexer/articles/article.h"
#include "indexer/articles/article_reader.h"

namespace techpolicy {

/// What a field of a record says about the article.
enum class RecordKey {
  id,
  url,
  title,
  text,
  date,
  source,
  author,
  lang,
  tags,
  machine_translated,
};

struct RecordName {
  std::string_view name;  ///< Lower case.
  RecordKey key;
};

/// Of several names for one key, the first that holds something usable counts.
inline constexpr std::array kRecordNames = {
    RecordName{"id", RecordKey::id},
    RecordName{"canonical_url", RecordKey::url},
    RecordName{"url", RecordKey::url},
    RecordName{"link", RecordKey::url},
    RecordName{"title", RecordKey::title},
    RecordName{"headline", RecordKey::title},
    RecordName{"text", RecordKey::text},
    RecordName{"body", RecordKey::text},
    RecordName{"content", RecordKey::text},
    RecordName{"maintext", RecordKey::text},
    RecordName{"date", RecordKey::date},
    RecordName{"published", RecordKey::date},
    RecordName{"published_at", RecordKey::date},
    RecordName{"date_publish", RecordKey::date},
    RecordName{"source", RecordKey::source},
    RecordName{"publisher", RecordKey::source},
    RecordName{"site", RecordKey::source},
    RecordName{"domain", RecordKey::source},
    RecordName{"authors", RecordKey::author},
    RecordName{"author", RecordKey::author},
    RecordName{"byline", RecordKey::author},
    RecordName{"lang", RecordKey::lang},
    RecordName{"language", RecordKey::lang},
    RecordName{"tags", RecordKey::tags},
    RecordName{"machine_translated", RecordKey::machine_translated},
};

/// Collects the values of one record. Values are in any state of dirt; article() cleans them.
class RecordFields {
 public:
  using Name = std::size_t;  ///< Index into kRecordNames.

  /// Compared without case; nullopt for names that mean nothing here.
  [[nodiscard]] static std::optional<Name> find(std::string_view name);

  void add(Name name, std::string value) { values_[name].push_back(std::move(value)); }
  void clear(Name name) { values_[name].clear(); }

  /// The same by spelling, for readers that know which names they fill; others are ignored.
  void add(std::string_view name, std::string value);

  /// Replaces every text by this one, which must be clean where it has headings.
  void set_text(MarkupText text);
  /// The first value of a key that is not blank, on one line; else empty.
  [[nodiscard]] std::string first(RecordKey key) const;

  /// The article that the values make; `origin` and what only the place says are left empty. The
  /// date is taken from the URL or a line at the top of the text where no field has one, or has a
  /// less exact one; the source from the URL's host.
  [[nodiscard]] Article article() &&;

 private:
  std::array<std::vector<std::string>, kRecordNames.size()> values_;
  std::optional<std::vector<TextRange>> headings_;
};

/// Where a record stands: a line of a file, or the whole file (0).
struct RecordPlace {
  const InputFile& file;
  std::size_t line = 0;
  /// What to tell of a record without text; formats differ in what is missing then.
  std::string_view no_text = "there is no text to read in it; leave the file out, or save it again";
};

/// For records with names.
inline constexpr std::string_view kNoNamedText =
    "there is no text in it; a record needs one in \"text\", \"body\", \"content\" or "
    "\"maintext\"";

/// Completes what the fields say with its origin. An article without text, or with one over
/// kMaxArticleBytes, becomes a RejectedRecord ("no-text", "too-large").
[[nodiscard]] Record make_record(RecordFields&& fields, const RecordPlace& place);

/// For files that are one article: its date is in its path where nothing else has one. Not for
/// records of a file, whose name mostly says when they were fetched.
[[nodiscard]] Record dated_by_path(Record record, const InputFile& file);

[[nodiscard]] RejectedRecord reject(const RecordPlace& place, std::string reason,
                                    std::string_view detail);

}  // namespace techpolicy
