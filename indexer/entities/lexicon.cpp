// Wires gazetteer, vocabulary, analyzer and matcher together.
#include "indexer/entities/lexicon.h"

#include <utility>

#include "indexer/entities/name_vocabulary.h"

namespace techpolicy {

Lexicon::Lexicon(const std::shared_ptr<const Gazetteer>& gazetteer, const std::string& words,
                 ListedWords listed, Glossary glossary)
    : Lexicon(gazetteer, words, make_vocabulary(*gazetteer, words, std::move(listed)),
              std::move(glossary)) {}

Lexicon::Lexicon(std::shared_ptr<const Gazetteer> gazetteer, std::string words,
                 const std::shared_ptr<const Vocabulary>& vocabulary, Glossary glossary)
    : gazetteer_(std::move(gazetteer)),
      words_(std::move(words)),
      analyzer_(vocabulary, std::make_shared<const Glossary>(std::move(glossary))),
      matcher_(gazetteer_, vocabulary),
      found_names_(gazetteer_, vocabulary) {}

// make_shared cannot reach the private constructor.
std::shared_ptr<const Lexicon> Lexicon::load(const std::filesystem::path& folder) {
  const auto gazetteer = std::make_shared<const Gazetteer>(Gazetteer::load(folder));
  return std::shared_ptr<const Lexicon>(new Lexicon(gazetteer, read_system_words(),
                                                    read_listed_words(),
                                                    Glossary::load(folder / "glossary.tsv")));
}

std::shared_ptr<const Lexicon> Lexicon::from_bytes(const LexiconBytes& bytes) {
  const auto gazetteer = std::make_shared<const Gazetteer>(Gazetteer::deserialize(bytes.gazetteer));
  return std::shared_ptr<const Lexicon>(new Lexicon(
      gazetteer, bytes.words, ListedWords::from_bytes(bytes.listed), Glossary(bytes.glossary)));
}

LexiconBytes Lexicon::bytes() const {
  return {gazetteer_->serialize(), words_, analyzer_.vocabulary().listed().bytes(),
          analyzer_.glossary().bytes()};
}

}  // namespace techpolicy
