#include "indexer/schema/bytes.h"

#include <utility>

namespace techpolicy {

void ByteWriter::number(std::uint64_t value) {
  while (value >= 0x80) {
    bytes_ += static_cast<char>(static_cast<unsigned char>(value | 0x80));
    value >>= 7;
  }
  bytes_ += static_cast<char>(static_cast<unsigned char>(value));
}

void ByteWriter::text(std::string_view value) {
  number(value.size());
  bytes_.append(value);
}

std::string ByteWriter::take() { return std::exchange(bytes_, {}); }

std::uint64_t ByteReader::number() {
  std::uint64_t value = 0;
  for (unsigned shift = 0; shift < 64 && !bytes_.empty(); shift += 7) {
    const auto byte = static_cast<unsigned char>(bytes_.front());
    bytes_.remove_prefix(1);
    value |= std::uint64_t{byte & 0x7fU} << shift;
    if (byte < 0x80) return value;
  }
  ok_ = false;
  bytes_ = {};
  return 0;
}

std::string_view ByteReader::text() {
  const std::uint64_t size = number();
  if (size > bytes_.size()) {
    ok_ = false;
    bytes_ = {};
    return {};
  }
  const std::string_view value = bytes_.substr(0, size);
  bytes_.remove_prefix(size);
  return value;
}

}  // namespace techpolicy
