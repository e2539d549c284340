#include "indexer/build/reject_log.h"

#include <nlohmann/json.hpp>
#include <system_error>

#include "indexer/schema/errors.h"

namespace techpolicy {
namespace {

/// More are told only in detailed output: a broken file of a million lines must not flood a
/// terminal.
constexpr std::size_t kToldRejects = 10;

std::string place(const RejectedRecord& record) {
  return record.line == 0 ? record.file : record.file + ':' + std::to_string(record.line);
}

}  // namespace

RejectLog::RejectLog(const std::filesystem::path& file, Progress& progress, Repeats repeats)
    : progress_(progress), repeats_(repeats), path_(file) {
  if (file.empty()) return;
  file_.open(file, std::ios::binary | std::ios::trunc);
  if (!file_) throw UsageError("cannot write " + file.string() + "; choose another --errors file");
}

void RejectLog::add(const RejectedRecord& record) {
  ++count_;
  ++count_by_reason_[record.reason];
  progress_.record_rejected();
  const std::string text = place(record) + ": " + record.reason + ": " + record.detail;
  if (repeats_ == Repeats::left_out && !told_.insert(text).second) return;
  if (count_ <= kToldRejects) {
    progress_.note("rejected " + text);
  } else {
    progress_.detail("rejected " + text);
  }
  if (!file_.is_open()) return;
  const nlohmann::ordered_json line = {{"file", record.file},
                                       {"line", record.line},
                                       {"reason", record.reason},
                                       {"detail", record.detail}};
  // A file name may be of any bytes.
  file_ << line.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace) << '\n';
  file_.flush();
}

bool RejectLog::writes_to(const std::filesystem::path& file) const {
  std::error_code error;
  return file_.is_open() && std::filesystem::equivalent(file, path_, error) && !error;
}

}  // namespace techpolicy
