#include "indexer/analysis/language.h"

#include <algorithm>
#include <cld2/public/compact_lang_det.h>

namespace techpolicy {
namespace {

/// Enough for CLD2 to be sure; more only costs time.
constexpr std::size_t kLanguageBytes = 4096;

}  // namespace

std::string detect_language(std::string_view text) {
  std::size_t size = std::min(text.size(), kLanguageBytes);
  while (size < text.size() && (static_cast<unsigned char>(text[size]) & 0xC0) == 0x80) --size;
  bool reliable = false;
  const CLD2::Language language = CLD2::DetectLanguage(text.data(), static_cast<int>(size),
                                                       /*is_plain_text=*/true, &reliable);
  if (!reliable || language == CLD2::UNKNOWN_LANGUAGE) return "und";
  const std::string code = CLD2::LanguageCode(language);
  return code == "un" || code == "xxx" ? "und" : code;
}

}  // namespace techpolicy
