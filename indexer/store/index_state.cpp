// The counters of a committed state: one line of metadata, readable with `xapian-metadata`.
//
// Its form outlives schema versions, so that `build` can count on from an index it cannot read.
#include <sstream>

#include "indexer/schema/errors.h"
#include "indexer/schema/version.h"
#include "indexer/store/index_store.h"

namespace techpolicy {
namespace {

constexpr const char* kStateKey = "state";

}  // namespace

std::optional<IndexState> state_of_any_version(const Xapian::Database& database) {
  std::istringstream line(database.get_metadata(kStateKey));
  IndexState state;
  if (!(line >> state.schema_version >> state.revision >> state.sequence)) return std::nullopt;
  line >> state.updated_at;
  return state;
}

IndexState read_state(const Xapian::Database& database) {
  const std::optional<IndexState> state = state_of_any_version(database);
  if (!state) {
    throw IndexError(
        "the index has no state of its own (not an index of this program, or damaged); "
        "build it again with `indexer build`");
  }
  if (state->schema_version != kSchemaVersion) {
    throw IndexError("the index has schema version " + std::to_string(state->schema_version) +
                     ", this program reads version " + std::to_string(kSchemaVersion) +
                     "; build it again with `indexer build`");
  }
  return *state;
}

void write_state(Xapian::WritableDatabase& database, const IndexState& state) {
  std::ostringstream line;
  line << state.schema_version << ' ' << state.revision << ' ' << state.sequence << ' '
       << state.updated_at;
  database.set_metadata(kStateKey, line.str());
}

}  // namespace techpolicy
