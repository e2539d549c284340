// Any bytes are an article or a fault: JSON records, web pages in any character set. The first byte
// chooses the reader.
#include <cstdint>
#include <string_view>

#include "indexer/articles/charset.h"
#include "indexer/articles/html_page.h"
#include "indexer/articles/json_record.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace techpolicy;
  if (size == 0) return 0;
  const std::string_view bytes(reinterpret_cast<const char*>(data) + 1, size - 1);
  if (data[0] % 3 == 0) {
    static_cast<void>(parse_json_record(bytes));
  } else if (data[0] % 3 == 1) {
    RecordFields fields;
    static_cast<void>(read_html_page(decode_html(std::string(bytes)), fields));
  } else {
    static_cast<void>(decode_text(bytes, bytes.substr(0, bytes.find('\n'))));
  }
  return 0;
}
