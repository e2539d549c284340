// A gazetteer folder made of texts, removed at the end of the test.
#pragma once

#include <filesystem>
#include <fstream>
#include <string>
#include <utility>
#include <vector>

namespace techpolicy::testing {

using Files = std::vector<std::pair<std::string, std::string>>;  ///< Name to content.

class GazetteerFiles {
 public:
  explicit GazetteerFiles(const Files& files) {
    std::string pattern = (std::filesystem::temp_directory_path() / "gazetteer-XXXXXX").string();
    folder_ = mkdtemp(pattern.data());
    for (const auto& [name, content] : files) std::ofstream(folder_ / name) << content;
  }
  ~GazetteerFiles() {
    std::error_code ignored;
    std::filesystem::remove_all(folder_, ignored);
  }
  GazetteerFiles(const GazetteerFiles&) = delete;
  GazetteerFiles& operator=(const GazetteerFiles&) = delete;

  [[nodiscard]] const std::filesystem::path& folder() const { return folder_; }

 private:
  std::filesystem::path folder_;
};

}  // namespace techpolicy::testing
