#include "indexer/analysis/folding.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/uscript.h>
#include <unordered_map>

#include "indexer/analysis/analyzer.h"
#include "indexer/analysis/code_points.h"

namespace techpolicy {
namespace {

bool drops_marks(UChar32 c) {
  UErrorCode status = U_ZERO_ERROR;
  const UScriptCode script = uscript_getScript(c, &status);
  return script == USCRIPT_LATIN || script == USCRIPT_GREEK || script == USCRIPT_CYRILLIC;
}

std::string fold_one(UChar32 c) {
  UErrorCode status = U_ZERO_ERROR;
  static const icu::Normalizer2* const casefold = icu::Normalizer2::getNFKCCasefoldInstance(status);
  static const icu::Normalizer2* const decompose = icu::Normalizer2::getNFDInstance(status);
  icu::UnicodeString folded;
  casefold->normalize(icu::UnicodeString(c), folded, status);
  if (drops_marks(c)) {
    icu::UnicodeString bare;
    const icu::UnicodeString parts = decompose->normalize(folded, status);
    for (int32_t i = 0; i < parts.length(); i = parts.moveIndex32(i, 1)) {
      if (u_charType(parts.char32At(i)) != U_NON_SPACING_MARK) bare.append(parts.char32At(i));
    }
    folded = bare;
  }
  std::string text;
  folded.toUTF8String(text);
  return text;
}

}  // namespace

void append_folded(std::string& folded, UChar32 c, UChar32 base) {
  if (c < 0x80) {
    folded += static_cast<char>(c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c);
    return;
  }
  if (is_invisible(c)) return;
  if (is_mark(c) && base != 0 && drops_marks(base)) return;
  // The distinct letters of a corpus are few; each thread keeps its own, so that none waits.
  thread_local std::unordered_map<UChar32, std::string> known;
  const auto [entry, inserted] = known.try_emplace(c);
  if (inserted) entry->second = fold_one(c);
  folded += entry->second;
}

std::string fold(std::string_view text) {
  std::string folded;
  folded.reserve(text.size());
  UChar32 base = 0;
  for (std::size_t offset = 0; offset < text.size();) {
    const UChar32 c = next_code_point(text, offset);
    append_folded(folded, c, base);
    if (!is_mark(c)) base = c;
  }
  return folded;
}

}  // namespace techpolicy
