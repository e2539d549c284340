#include "indexer/build/intake.h"

#include <utility>
#include <variant>

#include "indexer/analysis/analyzer.h"
#include "indexer/build/file_stamp.h"

namespace techpolicy {
namespace {

/// Ends the reading of a file from within its reader; never leaves this file.
struct StopReading {};

bool same_time(const LedgerEntry& a, const LedgerEntry& b) {
  return a.size == b.size && a.modified == b.modified;
}

/// The longest of its parts, and a little for names and marks of the format around them.
std::size_t bytes_of(const Article& article) {
  constexpr std::size_t kAround = 120;
  return article.text.size() + article.title.size() + article.url.size() + kAround;
}

}  // namespace

Intake::Intake(KnownArticles known, Settings settings, const std::atomic<bool>& stop,
               RejectLog& rejects, Progress& progress)
    : known_(std::move(known)),
      settings_(std::move(settings)),
      stop_(stop),
      rejects_(rejects),
      progress_(progress) {}

void Intake::run(std::span<const std::string> inputs, ArticleReceiver& receiver,
                 BuildReport& report) {
  receiver_ = &receiver;
  report_ = &report;
  const std::vector<InputFile> files = find_input_files(
      inputs, [this](Record&& record) { reject(std::get<RejectedRecord>(record)); });
  std::uint64_t bytes = 0;
  for (const InputFile& file : files) {
    if (const auto stamp = file_stamp(file.path)) bytes += stamp->size;
  }
  progress_.begin(bytes);
  for (const InputFile& file : files) seen_.present.insert(file.name);
  report.interrupted = !run_files(files);
  report.rejected = rejects_.count_by_reason();
}

bool Intake::run_files(const std::vector<InputFile>& files) {
  for (const InputFile& file : files) {
    if (stop_ || !read_and_tell(file)) return false;
  }
  return true;
}

bool Intake::read_and_tell(const InputFile& file) {
  const BuildReport before = settings_.input_done ? *report_ : BuildReport{};
  const std::size_t rejects = rejects_.count();
  file_ = file.name;
  ++file_number_;
  shares_ids_ = false;
  const bool goes_on = read(file);
  if (settings_.input_done && goes_on) {
    settings_.input_done(input_outcome(file.name, before, *report_, rejects_.count() - rejects));
  }
  return goes_on;
}

bool Intake::read(const InputFile& file) {
  if (rejects_.writes_to(file.path)) return true;
  const std::optional<LedgerEntry> stamp = file_stamp(file.path);
  if (!stamp) return read_records(file);
  const std::optional<LedgerEntry> known =
      settings_.known_content == KnownContent::skip ? known_.file(file.name) : std::nullopt;
  if (known && same_time(*stamp, *known)) {
    leave_out(file, *stamp);
    return true;
  }
  LedgerEntry entry{stamp->size, stamp->modified, file_hash(file.path), false};
  if (known && !entry.hash.empty() && known->hash == entry.hash) {
    leave_out(file, *stamp);
    entry.shares_ids = known->shares_ids;
    return receiver_->take_file({file.name, entry, false});
  }
  if (!read_records(file)) return false;
  // A file that was written to meanwhile, or could not be read, is to be read again.
  const std::optional<LedgerEntry> after = file_stamp(file.path);
  const bool whole = file_is_whole_ && !entry.hash.empty() && after && same_time(*stamp, *after);
  entry.shares_ids = shares_ids_;
  return !whole || receiver_->take_file({file.name, entry, true});
}

void Intake::leave_out(const InputFile& file, const LedgerEntry& stamp) {
  ++report_->files_unchanged;
  progress_.skipped(stamp.size);
  progress_.detail("not read again, unchanged: " + file.path.string());
}

bool Intake::read_records(const InputFile& file) {
  file_is_whole_ = true;
  current_file_ = clean_utf8(file.path.string());
  const std::size_t rejects = rejects_.count();
  try {
    reader_for(file.name)(file, [this](Record&& record) {
      if (auto* article = std::get_if<Article>(&record)) {
        if (stop_ || !take(std::move(*article))) throw StopReading{};
      } else if (const auto* rejected = std::get_if<RejectedRecord>(&record)) {
        reject(*rejected);
      } else {
        skip_records(std::get<SkippedRecords>(record));
      }
    });
  } catch (const StopReading&) {
    return false;
  }
  ++report_->files_read;
  if (rejects_.count() == rejects) seen_.read.insert(file.name);
  return true;
}

bool Intake::take(Article&& article) {
  settings_.dates.apply(article);
  if (!article.published && article.refused_date) ++report_->dates_refused;
  NumberedArticle numbered;
  numbered.bytes = bytes_of(article);
  DocumentIdentity& identity = numbered.identity;
  identity.id = ids_.assign(article);
  identity.content_hash = article_hash(article);
  identity.file = file_;
  const Met met{content_digest(identity.content_hash).low, file_number_};
  const auto [place, fresh] = met_.try_emplace(content_digest(identity.id), met);
  if (!fresh) {
    shares_ids_ |= place->second.file != file_number_;
    if (place->second.content == met.content) {
      return skip(numbered.bytes, report_->copies);
    }
    place->second = met;
    ++report_->overwritten;
    progress_.detail("id " + identity.id + " again with other content, kept: " + article.origin);
  }
  const std::optional<KnownArticle> known = known_.find(identity.id);
  const bool same = known && known->content_hash == identity.content_hash;
  if (fresh && same && settings_.known_content == KnownContent::skip && keeps_its_file(*known)) {
    return skip(numbered.bytes, report_->unchanged);
  }
  if (fresh) ++(same ? report_->unchanged : (known ? report_->changed : report_->added));
  identity.sequence = same ? known->sequence : ++settings_.last_sequence;
  identity.added = known ? known->added : settings_.now;
  numbered.known = known.has_value();
  numbered.again = !fresh;
  numbered.article = std::move(article);
  return receiver_->take_article(std::move(numbered));
}

/// An article that has moved to this file is written again, so that it does not go with the old
/// one.
bool Intake::keeps_its_file(const KnownArticle& known) {
  if (known.file == file_) return true;
  const bool other_is_here = seen_.present.contains(known.file);
  shares_ids_ |= other_is_here;
  return other_is_here;
}

bool Intake::skip(std::size_t bytes, std::uint64_t& count) {
  ++count;
  progress_.skipped(bytes);
  return true;
}

void Intake::reject(const RejectedRecord& record) {
  // A bad file inside an archive will not be better when the same archive is read again.
  if ((record.line == 0 && record.file == current_file_) || record.reason == "unreadable") {
    file_is_whole_ = false;
  }
  if (file_number_ == 0 && (record.reason == "missing" || record.reason == "unreadable")) {
    seen_.all_found = false;
  }
  rejects_.add(record);
}

void Intake::skip_records(const SkippedRecords& records) {
  report_->skipped[records.reason] += records.count;
  progress_.detail("skipped " + std::to_string(records.count) + ' ' + records.reason + ": " +
                   records.file);
}

}  // namespace techpolicy
