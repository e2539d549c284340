// Log lines are made by hand: this folder has no JSON library, and a line is eight flat values.
#include "searchd/http/request_log.h"

#include <array>
#include <cstdio>
#include <ctime>
#include <unistd.h>

#include "searchd/http/percent_encoding.h"

namespace techpolicy {
namespace {

constexpr std::size_t kLongestValue = 256;

void append_escaped(std::string& line, char c) {
  const auto byte = static_cast<unsigned char>(c);
  if (c == '"' || c == '\\') {
    line += '\\';
    line += c;
  } else if (byte < 0x20 || byte == 0x7f) {
    std::array<char, 8> code{};
    std::snprintf(code.data(), code.size(), "\\u%04x", static_cast<unsigned>(byte));
    line += code.data();
  } else {
    line += c;
  }
}

std::string quoted(std::string_view value) {
  const bool whole = value.size() <= kLongestValue;
  value = value.substr(0, kLongestValue);
  while (!whole && !value.empty() && (static_cast<unsigned char>(value.back()) & 0xC0U) == 0x80U) {
    value.remove_suffix(1);  // never cut inside a character; its first byte goes below
  }
  if (!whole && !value.empty() && static_cast<unsigned char>(value.back()) >= 0x80)
    value.remove_suffix(1);
  const bool valid = is_utf8(value);
  std::string text = "\"";
  for (const char c : value) {
    append_escaped(text, valid || static_cast<unsigned char>(c) < 0x80 ? c : '?');
  }
  return text + '"';
}

std::string timestamp(std::chrono::system_clock::time_point time) {
  using std::chrono::duration_cast;
  const auto since = duration_cast<std::chrono::milliseconds>(time.time_since_epoch()).count();
  const std::time_t seconds = static_cast<std::time_t>(since / 1000);
  std::tm utc{};
  ::gmtime_r(&seconds, &utc);
  std::array<char, 32> text{};
  const std::size_t length = std::strftime(text.data(), text.size(), "%Y-%m-%dT%H:%M:%S", &utc);
  std::snprintf(text.data() + length, text.size() - length, ".%03dZ",
                static_cast<int>(since % 1000));
  return text.data();
}

}  // namespace

std::string log_line(const RequestRecord& record) {
  std::array<char, 96> numbers{};
  std::snprintf(numbers.data(), numbers.size(), ",\"status\":%d,\"ms\":%.3f,\"bytes\":%zu}",
                record.status, record.milliseconds, record.bytes);
  return "{\"time\":\"" + timestamp(record.time) + "\",\"id\":" + quoted(record.id) +
         ",\"method\":" + quoted(record.method) + ",\"path\":" + quoted(record.path) +
         ",\"route\":" + quoted(record.route) + numbers.data();
}

std::string log_line(std::chrono::system_clock::time_point time, std::string_view id,
                     std::string_view error) {
  return "{\"time\":\"" + timestamp(time) + "\",\"id\":" + quoted(id) +
         ",\"error\":" + quoted(error) + "}";
}

void write_log(std::string line) {
  line += '\n';
  // A log that cannot be written must not stop the service; there is nobody to tell.
  [[maybe_unused]] const auto written = ::write(STDERR_FILENO, line.data(), line.size());
}

}  // namespace techpolicy
