#include "indexer/build/file_stamp.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <fstream>
#include <string_view>
#include <sys/stat.h>

#include "indexer/store/content_hash.h"

namespace techpolicy {

std::optional<LedgerEntry> file_stamp(const std::filesystem::path& path) {
  struct stat status = {};
  if (path == "-" || ::stat(path.c_str(), &status) != 0 || !S_ISREG(status.st_mode)) {
    return std::nullopt;
  }
  constexpr std::uint64_t kNanoseconds = 1'000'000'000;
  return LedgerEntry{static_cast<std::uint64_t>(status.st_size),
                     static_cast<std::uint64_t>(status.st_mtim.tv_sec) * kNanoseconds +
                         static_cast<std::uint64_t>(status.st_mtim.tv_nsec),
                     {}};
}

std::string file_hash(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) return {};
  ContentHasher hasher;
  std::array<char, std::size_t{64} * 1024> chunk;
  while (file.read(chunk.data(), chunk.size()) || file.gcount() > 0) {
    hasher.add(std::string_view(chunk.data(), static_cast<std::size_t>(file.gcount())));
  }
  return file.bad() ? std::string() : hasher.hex();
}

}  // namespace techpolicy
