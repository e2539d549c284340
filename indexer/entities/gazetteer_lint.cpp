#include "indexer/entities/gazetteer_lint.h"

#include "indexer/entities/alias_forms.h"

namespace techpolicy {
namespace {

bool is_ordinary_word(const Alias& alias, const Vocabulary& vocabulary) {
  if (alias.ambiguity != Ambiguity::distinctive || alias.letter_case != AliasCase::any)
    return false;
  const TextAnalysis text = alias_tokens(alias.text);
  return text.tokens.size() == 1 && vocabulary.is_word(text.tokens.front().folded);
}

}  // namespace

std::vector<std::string> lint(const Lexicon& lexicon) {
  std::vector<std::string> findings;
  for (const Entity& entity : lexicon.gazetteer().entities()) {
    if (entity.key.type == Facet::topic) continue;
    for (const Alias& alias : entity.aliases) {
      if (!is_ordinary_word(alias, lexicon.analyzer().vocabulary())) continue;
      findings.push_back(std::string(facet_row(entity.key.type).name) + " \"" + entity.key.id +
                         "\": alias \"" + alias.text +
                         "\" is also an ordinary word; give it amb 1 or 2, or case cap");
    }
  }
  return findings;
}

}  // namespace techpolicy
