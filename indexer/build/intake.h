// Decides, for each record in input order, what becomes of it: its id, whether it is new, changed
// or a copy, and its sequence number. Everything that depends on the order is settled here, so that
// the work behind it may run on any number of threads.
#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "indexer/articles/article.h"
#include "indexer/articles/article_reader.h"
#include "indexer/articles/date_rules.h"
#include "indexer/build/build_report.h"
#include "indexer/build/document.h"
#include "indexer/build/input_report.h"
#include "indexer/build/known_articles.h"
#include "indexer/build/progress.h"
#include "indexer/build/record_identity.h"
#include "indexer/build/reject_log.h"
#include "indexer/store/file_ledger.h"

namespace techpolicy {

/// An article to be indexed.
struct NumberedArticle {
  Article article;
  DocumentIdentity identity;
  bool known = false;     ///< The index before the run has an article of this id.
  bool again = false;     ///< This run has handed on an article of this id before.
  std::size_t bytes = 0;  ///< About what it took in its file, and takes in memory.
};

/// A file all of whose articles have been handed on.
struct ReadFile {
  std::string name;  ///< InputFile::name.
  LedgerEntry entry;
  bool was_read = true;  ///< False where the content was known and only the time is new.
};

/// Where the intake hands things on. Either function returns false to stop the run.
class ArticleReceiver {
 public:
  virtual ~ArticleReceiver() = default;
  [[nodiscard]] virtual bool take_article(NumberedArticle&& article) = 0;
  [[nodiscard]] virtual bool take_file(ReadFile&& file) = 0;
};

/// What a run saw of its inputs, by InputFile::name.
struct SeenFiles {
  std::unordered_set<std::string> present;  ///< Found below the inputs, whether read or not.
  std::unordered_set<std::string> read;     ///< Read to the end without a single reject.
  bool all_found = true;                    ///< No input was missing and no folder unreadable.
};

enum class KnownContent {
  skip,   ///< Neither files nor articles that the index has are handed on.
  index,  ///< They are, with their old sequence and time of entry: for a whole new index.
};

/// For one run, on one thread.
class Intake {
 public:
  struct Settings {
    KnownContent known_content = KnownContent::index;
    std::uint64_t last_sequence = 0;  ///< The last number given before the run.
    std::uint64_t now = 0;            ///< Unix seconds: time of entry of new articles.
    DateRules dates;                  ///< Applied to each article as it is read.
    InputListener input_done = {};    ///< Told of each input file; may be empty.
  };

  Intake(KnownArticles known, Settings settings, const std::atomic<bool>& stop, RejectLog& rejects,
         Progress& progress);

  /// Reads all inputs to the end, or until `stop` or the receiver says so. Fills all counts of the
  /// report that concern articles and files.
  void run(std::span<const std::string> inputs, ArticleReceiver& receiver, BuildReport& report);

  [[nodiscard]] std::uint64_t last_sequence() const { return settings_.last_sequence; }
  /// After run().
  [[nodiscard]] const SeenFiles& seen() const { return seen_; }
  /// Whether an article of this id was in a file that was read.
  [[nodiscard]] bool met(const std::string& id) const { return met_.contains(content_digest(id)); }

 private:
  /// An article of this run.
  struct Met {
    std::uint64_t content = 0;  ///< Its hash, folded: millions are kept.
    std::uint32_t file = 0;     ///< Which file of the run held it last.
  };

  [[nodiscard]] bool run_files(const std::vector<InputFile>& files);
  [[nodiscard]] bool read_and_tell(const InputFile& file);
  [[nodiscard]] bool read(const InputFile& file);
  [[nodiscard]] bool read_records(const InputFile& file);
  void leave_out(const InputFile& file, const LedgerEntry& stamp);
  [[nodiscard]] bool take(Article&& article);
  [[nodiscard]] bool keeps_its_file(const KnownArticle& known);
  [[nodiscard]] bool skip(std::size_t bytes, std::uint64_t& count);
  void reject(const RejectedRecord& record);
  void skip_records(const SkippedRecords& records);

  KnownArticles known_;
  Settings settings_;
  const std::atomic<bool>& stop_;
  RejectLog& rejects_;
  Progress& progress_;
  ArticleReceiver* receiver_ = nullptr;
  BuildReport* report_ = nullptr;
  IdAssigner ids_;
  std::unordered_map<ContentDigest, Met, ContentDigestHash> met_;  ///< By id.
  SeenFiles seen_;
  std::string file_;  ///< The current file's name.
  std::uint32_t file_number_ = 0;
  std::string current_file_;   ///< As rejects of it name it.
  bool file_is_whole_ = true;  ///< No reject yet that concerns the current file as a whole.
  bool shares_ids_ = false;    ///< The current file has an id that another file had before.
};

}  // namespace techpolicy
