// The records read from the input files of one test.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "indexer/articles/article_reader.h"
#include "tests/temporary_folder.h"

namespace techpolicy {

struct ReadResult {
  std::vector<Article> articles;
  std::vector<RejectedRecord> rejected;
  std::vector<SkippedRecords> skipped;
};

inline RecordSink collect_into(ReadResult& result) {
  return [&result](Record&& record) {
    if (auto* article = std::get_if<Article>(&record)) {
      result.articles.push_back(std::move(*article));
    } else if (auto* rejected = std::get_if<RejectedRecord>(&record)) {
      result.rejected.push_back(std::move(*rejected));
    } else {
      result.skipped.push_back(std::get<SkippedRecords>(std::move(record)));
    }
  };
}

/// Reads a file by the reader of its name, as `name` below an INPUT.
inline ReadResult read_file(const std::filesystem::path& file, std::string name = {}) {
  ReadResult result;
  if (name.empty()) name = file.filename().string();
  reader_for(name)({file, name}, collect_into(result));
  return result;
}

/// Writes a file of the given name and content and reads it.
inline ReadResult read_bytes(const std::string& name, std::string_view bytes) {
  const TemporaryFolder folder;
  return read_file(folder.write(name, bytes), name);
}

}  // namespace techpolicy
