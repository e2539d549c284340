#include "indexer/articles/whole_file.h"

#include <algorithm>
#include <span>

#include "indexer/articles/byte_source.h"
#include "indexer/articles/record_fields.h"

namespace techpolicy {
namespace {

constexpr std::size_t kChunkBytes = std::size_t{64} * 1024;

}  // namespace

std::variant<std::string, RejectedRecord> read_whole_file(const InputFile& file,
                                                          std::size_t max_bytes) {
  ByteSource source(file);
  std::string bytes;
  std::size_t size = 0;
  for (;;) {
    bytes.resize(size + std::max(kChunkBytes, size));
    const std::size_t got = source.read(std::span<char>(bytes).subspan(size));
    if (got == 0) break;
    size += got;
    if (size > max_bytes) {
      return reject({file, 0}, "too-large",
                    "over " + std::to_string(max_bytes) + " bytes; split it into articles");
    }
  }
  if (source.failed()) {
    return reject({file, 0}, source.reason(), source.detail());
  }
  if (size == 0) return reject({file, 0}, "no-text", "the file is empty");
  bytes.resize(size);
  return bytes;
}

}  // namespace techpolicy
