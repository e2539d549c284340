#include "indexer/build/build_report.h"

namespace techpolicy {
namespace {

void append(std::string& text, std::uint64_t count, const char* what) {
  if (count == 0) return;
  if (!text.empty()) text += ", ";
  text += std::to_string(count) + ' ' + what;
}

std::uint64_t sum(const std::map<std::string, std::size_t>& counts) {
  std::uint64_t count = 0;
  for (const auto& [reason, records] : counts) count += records;
  return count;
}

std::string by_reason(const std::map<std::string, std::size_t>& counts) {
  std::string reasons;
  for (const auto& [reason, count] : counts) {
    reasons += (reasons.empty() ? "" : ", ") + reason + ' ' + std::to_string(count);
  }
  return reasons.empty() ? reasons : " (" + reasons + ')';
}

}  // namespace

std::uint64_t BuildReport::rejected_count() const { return sum(rejected); }

std::string BuildReport::summary() const {
  std::string text;
  append(text, added, "added");
  append(text, changed, "changed");
  append(text, retagged, "tagged anew");
  append(text, unchanged, "unchanged");
  append(text, removed, "removed");
  append(text, copies, "skipped (same id and content as another)");
  append(text, overwritten, "overwritten (same id as a later one, which was kept)");
  append(text, files_unchanged, "files unchanged, not read again");
  append(text, dates_refused, "undated (date refused, `indexer inspect` tells why)");
  append(text, unknown_ids, "unknown ids");
  append(text, rejected_count(), "rejected");
  text += by_reason(rejected);
  append(text, sum(skipped), "records that are no articles");
  text += by_reason(skipped);
  if (names_changed) text += text.empty() ? "names stored" : ", names stored";
  if (!committed && !interrupted) text = text.empty() ? "nothing new" : "nothing new: " + text;
  return text;
}

}  // namespace techpolicy
