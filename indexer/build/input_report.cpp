#include "indexer/build/input_report.h"

#include <nlohmann/json.hpp>
#include <utility>

#include "indexer/schema/errors.h"

namespace techpolicy {
namespace {

std::string_view name_of(InputResult result) {
  switch (result) {
    case InputResult::read:
      return "read";
    case InputResult::unchanged:
      return "unchanged";
    case InputResult::gone:
      return "gone";
  }
  return "";
}

/// A file name may be of any bytes.
void write_line(std::ofstream& file, const nlohmann::ordered_json& line) {
  file << line.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace) << '\n';
  file.flush();
}

}  // namespace

InputOutcome input_outcome(std::string file, const BuildReport& before, const BuildReport& after,
                           std::uint64_t rejected) {
  InputOutcome outcome;
  outcome.file = std::move(file);
  outcome.result =
      after.files_unchanged > before.files_unchanged ? InputResult::unchanged : InputResult::read;
  outcome.added = after.added - before.added;
  outcome.changed = after.changed - before.changed;
  outcome.unchanged = after.unchanged - before.unchanged;
  outcome.copies = after.copies - before.copies;
  outcome.overwritten = after.overwritten - before.overwritten;
  outcome.rejected = rejected;
  return outcome;
}

InputReport::InputReport(const std::filesystem::path& file) {
  file_.open(file, std::ios::binary | std::ios::trunc);
  if (!file_) throw UsageError("cannot write " + file.string() + "; choose another --report file");
}

void InputReport::add(const InputOutcome& outcome) {
  nlohmann::ordered_json line = {{"file", outcome.file}, {"result", name_of(outcome.result)}};
  if (outcome.result == InputResult::read) {
    line["added"] = outcome.added;
    line["changed"] = outcome.changed;
    line["unchanged"] = outcome.unchanged;
    line["copies"] = outcome.copies;
    line["overwritten"] = outcome.overwritten;
    line["rejected"] = outcome.rejected;
  } else if (outcome.result == InputResult::gone) {
    line["removed"] = outcome.removed;
  }
  write_line(file_, line);
}

void InputReport::finish(const BuildReport& report) {
  write_line(file_, {{"total",
                      {{"added", report.added},
                       {"changed", report.changed},
                       {"unchanged", report.unchanged},
                       {"copies", report.copies},
                       {"overwritten", report.overwritten},
                       {"removed", report.removed},
                       {"files_read", report.files_read},
                       {"files_unchanged", report.files_unchanged},
                       {"rejected", report.rejected},
                       {"documents", report.documents},
                       {"interrupted", report.interrupted}}}});
}

}  // namespace techpolicy
