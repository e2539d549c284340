// Any bytes become tokens within the text, in order; cleaning makes UTF-8 of them once and for all.
#include <cstdint>
#include <cstdlib>
#include <memory>
#include <string>
#include <string_view>

#include "indexer/analysis/analyzer.h"
#include "indexer/analysis/vocabulary.h"

namespace techpolicy {
namespace {

/// A few words and names, so that glued ones are cut.
Analyzer small_analyzer() {
  auto vocabulary = std::make_shared<Vocabulary>();
  for (const char* word : {"the", "said", "chips", "planned", "is", "a"})
    vocabulary->add_word(word);
  vocabulary->add_name("nvidia", {true, true, false, false, true, false});
  vocabulary->add_name("huang", {false, false, true, false, false, false});
  return Analyzer(vocabulary);
}

}  // namespace
}  // namespace techpolicy

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace techpolicy;
  static const Analyzer analyzer = small_analyzer();
  const std::string clean = clean_utf8({reinterpret_cast<const char*>(data), size});
  if (clean_utf8(clean) != clean) std::abort();
  for (const TextAnalysis& text : {analyzer.analyze(clean), analyzer.analyze_query(clean)}) {
    std::size_t last = 0;
    for (const Token& token : text.tokens) {
      const bool inside =
          token.begin >= last && token.begin < token.end && token.end <= clean.size();
      if (!inside) std::abort();
      last = token.begin;
    }
  }
  return 0;
}
