// An index in a temporary folder, and the runs that make and change it.
#pragma once

#include <atomic>
#include <cstdint>
#include <map>
#include <string>
#include <vector>
#include <xapian.h>

#include "indexer/build/index_builder.h"
#include "indexer/schema/stored_article.h"
#include "tests/indexer/build/small_lexicon.h"
#include "tests/temporary_folder.h"

namespace techpolicy {

class BuiltIndex {
 public:
  BuiltIndex() : gazetteer_(write_small_gazetteer(folder_)) {}

  /// Files to be read stand below this folder.
  std::string write(const std::string& name, std::string_view bytes) const {
    return folder_.write("input/" + name, bytes).string();
  }
  /// Replaces a file of the gazetteer, or adds one; returns its folder.
  std::filesystem::path write_gazetteer(const std::string& name, std::string_view bytes) const {
    return folder_.write("gazetteer/" + name, bytes).parent_path();
  }
  [[nodiscard]] std::string input() const { return (folder_.path() / "input").string(); }

  BuildReport build(const std::vector<std::string>& inputs) {
    RejectLog rejects(errors_, progress_);
    return builder(rejects).build(inputs);
  }
  BuildReport add(const std::vector<std::string>& inputs) {
    RejectLog rejects(errors_, progress_);
    return builder(rejects).add(inputs);
  }
  BuildReport retag() {
    RejectLog rejects(errors_, progress_);
    return builder(rejects).retag();
  }
  BuildReport remove(const std::vector<std::string>& ids) {
    RejectLog rejects(errors_, progress_);
    return builder(rejects).remove(ids);
  }

  [[nodiscard]] const IndexStore& store() const { return store_; }
  [[nodiscard]] IndexState state() const { return read_state(store_.open()); }

  /// The stored articles by id.
  [[nodiscard]] std::map<std::string, StoredArticle> articles() const {
    std::map<std::string, StoredArticle> articles;
    const Xapian::Database database = store_.open();
    for (auto number = database.postlist_begin(""); number != database.postlist_end(""); ++number) {
      StoredArticle stored = parse_stored_article(database.get_document(*number).get_data());
      articles.emplace(stored.id, std::move(stored));
    }
    return articles;
  }

  /// Everything of every document, by number: terms, positions, values, data.
  [[nodiscard]] std::vector<std::string> documents() const {
    std::vector<std::string> documents;
    const Xapian::Database database = store_.open();
    for (auto number = database.postlist_begin(""); number != database.postlist_end(""); ++number) {
      documents.push_back(std::to_string(*number) + ' ' +
                          database.get_document(*number).serialise());
    }
    return documents;
  }

  std::uint64_t now = 1'700'000'000;
  unsigned jobs = 2;
  bool prune = false;
  std::atomic<bool> stop{false};
  std::vector<std::uint64_t> committed;  ///< What the listeners heard.
  std::vector<InputOutcome> outcomes;

 private:
  [[nodiscard]] IndexBuilder builder(RejectLog& rejects) {
    BuilderSettings settings;
    settings.gazetteer = gazetteer_;
    settings.jobs = jobs;
    settings.clock = [this] { return now; };
    settings.committed = [this](std::uint64_t documents) { committed.push_back(documents); };
    settings.prune = prune;
    settings.input_done = [this](const InputOutcome& outcome) { outcomes.push_back(outcome); };
    return IndexBuilder(store_, settings, stop, rejects, progress_);
  }

  TemporaryFolder folder_;
  std::filesystem::path gazetteer_;
  std::filesystem::path errors_;
  IndexStore store_{folder_.path() / "index"};
  Progress progress_;
};

}  // namespace techpolicy
