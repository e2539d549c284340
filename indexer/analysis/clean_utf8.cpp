#include "indexer/analysis/analyzer.h"
#include "indexer/analysis/code_points.h"
#include "indexer/analysis/mojibake.h"

namespace techpolicy {

std::string clean_utf8(std::string_view text) {
  std::string clean;
  clean.reserve(text.size());
  UChar32 before = 0;
  for (std::size_t offset = 0; offset < text.size();) {
    const std::size_t begin = offset;
    const UChar32 c = next_code_point(text, offset);
    if (before >= 0x80 && c >= 0x80 && c < 0xA0) {
      append_code_point(clean, shown_instead_of_control(c));  // Of "â" and two controls: a dash.
    } else if (c == '\r') {
      if (offset >= text.size() || text[offset] != '\n') clean += '\n';
    } else if (c == 0xFFFD || (c >= 0xFDD0 && c <= 0xFDEF) || (c & 0xFFFE) == 0xFFFE) {
      clean += "\xEF\xBF\xBD";
    } else if (c == 0x85 || c == 0x2028) {
      clean += '\n';
    } else if (c == 0x2029 || c == '\f' || c == '\v') {
      clean += "\n\n";
    } else if ((c >= 0x20 && c != 0x7F && !(c >= 0x80 && c < 0xA0)) || c == '\n' || c == '\t') {
      clean.append(text, begin, offset - begin);
    }
    before = c;
  }
  return clean;
}

}  // namespace techpolicy
