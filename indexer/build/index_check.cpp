#include "indexer/build/index_check.h"

#include <sstream>
#include <utility>

#include "indexer/schema/errors.h"
#include "indexer/schema/slots.h"
#include "indexer/schema/stored_article.h"
#include "indexer/schema/terms.h"
#include "indexer/schema/values.h"

namespace techpolicy {
namespace {

constexpr std::size_t kToldFaults = 20;

void note_fault(CheckResult& result, std::string fault) {
  ++result.fault_count;
  if (result.faults.size() < kToldFaults) result.faults.push_back(std::move(fault));
}

void check_blocks(const std::string& database, CheckResult& result) {
  std::ostringstream details;
  const std::size_t faults = Xapian::Database::check(database, 0, &details);
  if (faults > 0) note_fault(result, "damaged blocks: " + details.str());
}

/// What is wrong with a document; empty where nothing is.
std::string fault_of(const Xapian::Database& database, Xapian::docid number) {
  const Xapian::Document document = database.get_document(number);
  const StoredArticle stored = parse_stored_article(document.get_data());
  const std::string term = id_term(stored.id);
  auto posting = database.postlist_begin(term);
  const auto end = database.postlist_end(term);
  if (posting == end || *posting != number) return "is not found by its id " + stored.id;
  if (++posting != end) return "shares its id " + stored.id + " with another";
  const auto slot = [&document](Slot name) {
    return document.get_value(static_cast<Xapian::valueno>(name));
  };
  if (slot(Slot::id) != stored.id) return "has another id in its slot than " + stored.id;
  if (unpack_number(slot(Slot::sequence)) != stored.sequence) {
    return "has another sequence in its slot than " + std::to_string(stored.sequence);
  }
  return {};
}

void check_documents(const Xapian::Database& database, CheckResult& result) {
  std::uint64_t documents = 0;
  for (auto number = database.postlist_begin(""); number != database.postlist_end(""); ++number) {
    ++documents;
    std::string fault;
    try {
      fault = fault_of(database, *number);
    } catch (const IndexError& error) {
      fault = error.what();
    } catch (const Xapian::Error& error) {
      fault = error.get_description();
    }
    if (!fault.empty()) {
      note_fault(result, "document " + std::to_string(*number) + ": " + fault);
    }
  }
  if (documents != result.documents) {
    note_fault(result, std::to_string(documents) + " documents instead of the " +
                           std::to_string(result.documents) + " it counts");
  }
}

}  // namespace

CheckResult check_index(const IndexStore& store) {
  static_cast<void>(
      store.live_directory());  // The lock would make a directory where there is none.
  const WriterLock lock = store.lock();
  const std::filesystem::path live = store.live_directory();
  CheckResult result;
  try {
    check_blocks(live.string(), result);
    const Xapian::Database database = store.open();
    result.state = read_state(database);
    result.documents = database.get_doccount();
    for (const char* key : {kGazetteerKey, kWordsKey, kListedWordsKey}) {
      if (database.get_metadata(key).empty()) note_fault(result, std::string("no ") + key);
    }
    check_documents(database, result);
  } catch (const Xapian::Error& error) {
    note_fault(result, error.get_description());
  }
  return result;
}

}  // namespace techpolicy
