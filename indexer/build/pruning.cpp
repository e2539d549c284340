#include "indexer/build/pruning.h"

#include <map>
#include <utility>
#include <vector>

#include "indexer/articles/article_reader.h"
#include "indexer/schema/slots.h"
#include "indexer/store/file_ledger.h"

namespace techpolicy {
namespace {

Xapian::valueno number(Slot slot) { return static_cast<Xapian::valueno>(slot); }

/// Whether a file belongs to one of the inputs.
class Scope {
 public:
  explicit Scope(std::span<const std::string> inputs) {
    for (const std::string& input : inputs) {
      if (input != "-") names_.push_back(input_name(input));
    }
  }
  [[nodiscard]] bool holds(const std::string& file) const {
    for (const std::string& name : names_) {
      if (file == name ||
          (file.size() > name.size() && file.starts_with(name) && file[name.size()] == '/')) {
        return true;
      }
    }
    return false;
  }

 private:
  std::vector<std::string> names_;
};

/// The ids of articles that are to go, by the file that held them.
std::map<std::string, std::vector<std::string>> articles_to_remove(
    const Scope& scope, const Intake& intake, const Xapian::Database& database) {
  std::map<std::string, std::vector<std::string>> ids;
  const SeenFiles& seen = intake.seen();
  auto id = database.valuestream_begin(number(Slot::id));
  const auto end = database.valuestream_end(number(Slot::file));
  for (auto file = database.valuestream_begin(number(Slot::file)); file != end; ++file) {
    const std::string name = *file;
    const bool gone = !seen.present.contains(name);
    if (!scope.holds(name) || !(gone ? seen.all_found : seen.read.contains(name))) continue;
    id.skip_to(file.get_docid());
    if (!intake.met(*id)) ids[name].push_back(*id);
  }
  return ids;
}

/// Every file that this run has not read is to be read again: another copy may stand in it.
void forget_unread_files(const Intake& intake, const Xapian::Database& database,
                         LiveDatabase& live) {
  for (const auto& [file, entry] : ledger_entries(database)) {
    if (!intake.seen().read.contains(file)) live.forget_file(file);
  }
}

}  // namespace

PruneCounts prune(std::span<const std::string> inputs, const Intake& intake,
                  const Xapian::Database& database, LiveDatabase& live,
                  const InputListener& input_done) {
  const Scope scope(inputs);
  PruneCounts counts;
  for (const auto& [file, ids] : articles_to_remove(scope, intake, database)) {
    std::uint64_t removed = 0;
    for (const std::string& id : ids) removed += live.remove(id) ? 1U : 0U;
    counts.removed += removed;
    if (input_done && !intake.seen().present.contains(file)) {
      InputOutcome outcome{file, InputResult::gone};
      outcome.removed = removed;
      input_done(outcome);
    }
  }
  bool shared = false;
  for (const auto& [file, entry] : ledger_entries(database)) {
    shared |= entry.shares_ids;
    const bool gone = intake.seen().all_found && !intake.seen().present.contains(file);
    if (gone && scope.holds(file)) live.forget_file(file);
  }
  counts.read_again = shared && counts.removed > 0;
  if (counts.read_again) forget_unread_files(intake, database, live);
  return counts;
}

}  // namespace techpolicy
