// A folder for the input files of one test, and the records read from them.
#pragma once

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <stdexcept>
#include <string>
#include <string_view>
#include <unistd.h>
#include <utility>
#include <variant>
#include <vector>

#include "indexer/articles/article_reader.h"

namespace techpolicy {

/// Removed with all that is in it when it goes out of scope.
class TemporaryFolder {
 public:
  TemporaryFolder() {
    std::string pattern = (std::filesystem::temp_directory_path() / "articles-XXXXXX").string();
    if (::mkdtemp(pattern.data()) == nullptr) throw std::runtime_error("no temporary folder");
    path_ = pattern;
  }
  ~TemporaryFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;

  [[nodiscard]] const std::filesystem::path& path() const { return path_; }

  /// Makes the folders on the way too.
  std::filesystem::path write(const std::string& name, std::string_view bytes) const {
    const std::filesystem::path file = path_ / name;
    std::filesystem::create_directories(file.parent_path());
    std::filesystem::remove(
        file);  // Some file systems wait for the disk when a file is overwritten.
    std::ofstream(file, std::ios::binary)
        .write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    return file;
  }

 private:
  std::filesystem::path path_;
};

struct ReadResult {
  std::vector<Article> articles;
  std::vector<RejectedRecord> rejected;
};

inline RecordSink collect_into(ReadResult& result) {
  return [&result](Record&& record) {
    if (auto* article = std::get_if<Article>(&record)) {
      result.articles.push_back(std::move(*article));
    } else {
      result.rejected.push_back(std::get<RejectedRecord>(std::move(record)));
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
