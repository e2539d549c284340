// What the analyzer is told of words and names: the word list and the tokens of all aliases.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "indexer/analysis/vocabulary.h"
#include "indexer/entities/gazetteer.h"

namespace techpolicy {

/// The ordinary words of English, one a line, folded, in order. Throws CorpusError where the
/// system's word list is not installed.
[[nodiscard]] std::string read_system_words();

/// Words and names of the system's long lists. Throws CorpusError where they are not installed.
[[nodiscard]] ListedWords read_listed_words();

/// `words` is one word a line.
[[nodiscard]] std::shared_ptr<const Vocabulary> make_vocabulary(const Gazetteer& gazetteer,
                                                                std::string_view words,
                                                                ListedWords listed);

}  // namespace techpolicy
