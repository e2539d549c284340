#include "indexer/build/story_keeper.h"

#include <utility>

#include "indexer/schema/slots.h"
#include "indexer/schema/terms.h"
#include "indexer/schema/values.h"

namespace techpolicy {
namespace {

Xapian::valueno number_of(Slot slot) { return static_cast<Xapian::valueno>(slot); }

/// One slot's values while documents are gone through in order.
class SlotReader {
 public:
  SlotReader(const Xapian::Database& database, Slot slot)
      : value_(database.valuestream_begin(number_of(slot))),
        end_(database.valuestream_end(number_of(slot))) {}

  /// Empty where the document has none. Documents must rise.
  [[nodiscard]] std::string of(Xapian::docid id) {
    if (value_ != end_ && value_.get_docid() < id) value_.skip_to(id);
    return value_ != end_ && value_.get_docid() == id ? *value_ : std::string();
  }

 private:
  Xapian::ValueIterator value_;
  Xapian::ValueIterator end_;
};

StoryArticle story_article(Xapian::docid id, const std::string& sketch, const std::string& date,
                           const std::string& sequence) {
  StoryArticle article;
  article.document = id;
  article.sketch = unpack_sketch(sketch);
  const auto published = unpack_date(date);
  if (published) article.day = published->first_day();
  article.sequence = unpack_number(sequence);
  return article;
}

/// Calls `use(article, bytes of its story)` for each document that has a text.
template <typename Use>
void for_each_article(const Xapian::Database& database, Use use) {
  SlotReader dates(database, Slot::date);
  SlotReader sequences(database, Slot::sequence);
  SlotReader stories(database, Slot::story);
  const auto end = database.valuestream_end(number_of(Slot::sketch));
  for (auto sketch = database.valuestream_begin(number_of(Slot::sketch)); sketch != end; ++sketch) {
    const Xapian::docid id = sketch.get_docid();
    use(story_article(id, *sketch, dates.of(id), sequences.of(id)), stories.of(id));
  }
}

}  // namespace

void StoryKeeper::prepare() {
  if (std::exchange(prepared_, true)) return;
  for_each_article(database_, [&](const StoryArticle& article, const std::string& bytes) {
    const StoryNames names = unpack_story(bytes);
    groups_.load(article, {document_of(names.story), document_of(names.kin)});
  });
  documents_by_id_.clear();
}

std::uint32_t StoryKeeper::document_of(const std::string& article_id) {
  if (article_id.empty()) return 0;
  const auto [place, fresh] = documents_by_id_.try_emplace(article_id, 0);
  if (fresh) {
    const std::string term = id_term(article_id);
    const auto posting = database_.postlist_begin(term);
    if (posting != database_.postlist_end(term)) place->second = *posting;
  }
  return place->second;
}

std::string StoryKeeper::article_id(Xapian::docid id) const {
  return id == 0 ? "" : database_.get_document(id).get_value(number_of(Slot::id));
}

void StoryKeeper::put(Xapian::docid id, const Xapian::Document& document) {
  groups_.put(story_article(id, document.get_value(number_of(Slot::sketch)),
                            document.get_value(number_of(Slot::date)),
                            document.get_value(number_of(Slot::sequence))));
}

void StoryKeeper::write() {
  std::unordered_map<std::uint32_t, std::string> ids;
  const auto id_of = [&](std::uint32_t document) -> const std::string& {
    const auto [place, fresh] = ids.try_emplace(document);
    if (fresh) place->second = article_id(document);
    return place->second;
  };
  for (const StoryChange& change : groups_.settle()) {
    const StoryNames names{id_of(change.place.first), id_of(change.place.kin)};
    Xapian::Document document = database_.get_document(change.document);
    document.add_value(number_of(Slot::story), pack_story(names));
    database_.replace_document(change.document, document);
  }
}

void StoryKeeper::write_all() {
  prepared_ = true;
  for_each_article(database_,
                   [&](const StoryArticle& article, const std::string&) { groups_.put(article); });
  write();
}

}  // namespace techpolicy
