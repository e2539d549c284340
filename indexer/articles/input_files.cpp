// The walk over files and folders that makes a list of inputs: in a fixed order, each file once.
#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <dirent.h>
#include <set>
#include <sys/stat.h>
#include <utility>

#include "indexer/analysis/analyzer.h"
#include "indexer/articles/article_reader.h"

namespace techpolicy {
namespace {

namespace fs = std::filesystem;

/// What a file is, whatever path leads to it.
using FileIdentity = std::pair<dev_t, ino_t>;

/// Where browsers put the images, scripts and frames of a page that was saved as a whole.
constexpr std::array<std::string_view, 8> kAssetEndings = {
    "_files", ".files", "-Dateien", "_fichiers", "_archivos", "_bestanden", "-filer", "_arquivos"};

/// True for "Page_files" beside "Page.html". `entries` is sorted.
bool holds_assets(std::string_view entry, const std::vector<std::string>& entries) {
  for (const std::string_view ending : kAssetEndings) {
    if (!entry.ends_with(ending)) continue;
    const std::string page(entry.substr(0, entry.size() - ending.size()));
    for (const char* suffix : {".html", ".htm", ".xhtml"}) {
      if (std::binary_search(entries.begin(), entries.end(), page + suffix)) return true;
    }
  }
  return false;
}

class InputWalk {
 public:
  explicit InputWalk(const RecordSink& rejected) : rejected_(rejected) {}

  void visit(const fs::path& path, const std::string& name);
  [[nodiscard]] std::vector<InputFile> take() { return std::move(files_); }

 private:
  void visit_directory(const fs::path& path, const std::string& name, const FileIdentity& identity);
  void visit_file(const fs::path& path, const std::string& name);
  void reject(const fs::path& path, std::string reason, std::string detail) const {
    rejected_(RejectedRecord{std::move(reason), std::move(detail), clean_utf8(path.string()), 0});
  }

  const RecordSink& rejected_;
  std::vector<InputFile> files_;
  std::set<FileIdentity> seen_;
  std::vector<FileIdentity> open_directories_;  ///< From an INPUT down to the current one.
};

void InputWalk::visit(const fs::path& path, const std::string& name) {
  struct stat status {};
  if (::stat(path.c_str(), &status) != 0) {
    const int error = errno;
    const bool missing = error == ENOENT || error == ENOTDIR;
    const char* reason = error == ELOOP ? "loop" : (missing ? "missing" : "unreadable");
    std::error_code ignored;
    if (missing && fs::is_symlink(path, ignored)) {
      return reject(path, reason, "a link to a file that is not there; remove the link");
    }
    return reject(path, reason, std::string(std::strerror(error)) + "; check the path");
  }
  const FileIdentity identity{status.st_dev, status.st_ino};
  if (S_ISDIR(status.st_mode)) return visit_directory(path, name, identity);
  if (!S_ISREG(status.st_mode)) {
    return reject(path, "unknown-format", "not a file; give \"-\" to read standard input");
  }
  if (seen_.insert(identity).second) visit_file(path, name);
}

void InputWalk::visit_file(const fs::path& path, const std::string& name) {
  if (reader_for(path.filename().string()) != nullptr) {
    files_.push_back({path, name});
    return;
  }
  reject(path, "unknown-format", unknown_format_detail(name));
}

void InputWalk::visit_directory(const fs::path& path, const std::string& name,
                                const FileIdentity& identity) {
  if (std::find(open_directories_.begin(), open_directories_.end(), identity) !=
      open_directories_.end()) {
    return reject(path, "loop", "a link to a folder that holds it; remove the link");
  }
  if (!seen_.insert(identity).second) return;
  std::vector<std::string> entries;
  DIR* directory = ::opendir(path.c_str());
  if (directory == nullptr) {
    return reject(path, "unreadable",
                  std::string("the folder cannot be opened (") + std::strerror(errno) +
                      "); check its permissions");
  }
  while (const dirent* entry = ::readdir(directory)) {
    if (entry->d_name[0] != '.') entries.emplace_back(entry->d_name);
  }
  ::closedir(directory);
  std::sort(entries.begin(), entries.end());
  open_directories_.push_back(identity);
  for (const std::string& entry : entries) {
    if (!holds_assets(entry, entries)) visit(path / entry, name + '/' + clean_utf8(entry));
  }
  open_directories_.pop_back();
}

}  // namespace

std::string input_name(const fs::path& input) {
  std::error_code error;
  fs::path path = fs::absolute(input, error).lexically_normal();
  if (!path.has_filename()) path = path.parent_path();
  return clean_utf8(path.filename().string());
}

std::vector<InputFile> find_input_files(std::span<const std::string> inputs,
                                        const RecordSink& rejected) {
  InputWalk walk(rejected);
  std::vector<InputFile> files;
  for (const std::string& input : inputs) {
    if (input != "-") {
      walk.visit(input, input_name(input));
    } else if (files.empty()) {
      files.push_back({"-", "-"});
    }
  }
  for (InputFile& file : walk.take()) files.push_back(std::move(file));
  std::stable_sort(files.begin(), files.end(),
                   [](const InputFile& a, const InputFile& b) { return a.name < b.name; });
  return files;
}

}  // namespace techpolicy
