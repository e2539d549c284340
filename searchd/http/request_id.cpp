// Random UUIDs. They name requests and protect nothing, so a fast generator is enough.
#include "searchd/http/request_id.h"

#include <array>
#include <cstdint>
#include <random>
#include <string_view>

namespace techpolicy {
namespace {

std::mt19937_64 seeded_generator() {
  std::random_device device;
  std::seed_seq seed{device(), device(), device(), device()};
  return std::mt19937_64(seed);
}

void append_hex(std::string& text, std::uint64_t value, unsigned digits) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  while (digits-- > 0) text += kDigits[(value >> (4 * digits)) & 0xFU];
}

}  // namespace

std::string make_request_id() {
  thread_local std::mt19937_64 generator = seeded_generator();
  const std::uint64_t high = (generator() & ~0xF000ULL) | 0x4000ULL;       // version 4
  const std::uint64_t low = (generator() & ~(3ULL << 62)) | (2ULL << 62);  // variant of RFC 9562
  std::string id = "urn:uuid:";
  append_hex(id, high >> 32, 8);
  id += '-';
  append_hex(id, high >> 16, 4);
  id += '-';
  append_hex(id, high, 4);
  id += '-';
  append_hex(id, low >> 48, 4);
  id += '-';
  append_hex(id, low, 12);
  return id;
}

}  // namespace techpolicy
