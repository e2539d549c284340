// All that is known of words and names, ready for use: what an article is read with, and a query.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

#include "indexer/analysis/analyzer.h"
#include "indexer/entities/entity_matcher.h"
#include "indexer/entities/found_names.h"
#include "indexer/entities/gazetteer.h"

namespace techpolicy {

/// What an index keeps of a lexicon.
struct LexiconBytes {
  std::string gazetteer;
  std::string words;     ///< The ordinary words, one a line.
  std::string listed;    ///< Of the long lists; may be left out where no article is analyzed.
  std::string glossary;  ///< The same.
};

/// Immutable; shared by any number of threads.
class Lexicon {
 public:
  /// From a gazetteer folder, its glossary included, and the word lists of the system. Throws
  /// CorpusError.
  [[nodiscard]] static std::shared_ptr<const Lexicon> load(const std::filesystem::path& folder);

  /// From what an index keeps. Throws IndexError.
  [[nodiscard]] static std::shared_ptr<const Lexicon> from_bytes(const LexiconBytes& bytes);

  [[nodiscard]] const Gazetteer& gazetteer() const { return *gazetteer_; }
  [[nodiscard]] const Analyzer& analyzer() const { return analyzer_; }
  [[nodiscard]] const EntityMatcher& matcher() const { return matcher_; }
  [[nodiscard]] const FoundNames& found_names() const { return found_names_; }

  [[nodiscard]] LexiconBytes bytes() const;

 private:
  Lexicon(const std::shared_ptr<const Gazetteer>& gazetteer, const std::string& words,
          ListedWords listed, Glossary glossary);
  Lexicon(std::shared_ptr<const Gazetteer> gazetteer, std::string words,
          const std::shared_ptr<const Vocabulary>& vocabulary, Glossary glossary);

  std::shared_ptr<const Gazetteer> gazetteer_;
  std::string words_;
  Analyzer analyzer_;
  EntityMatcher matcher_;
  FoundNames found_names_;
};

}  // namespace techpolicy
