// The lexicon that is shipped, loaded once for all tests of a program.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "indexer/entities/lexicon.h"

namespace techpolicy::testing {

inline const Lexicon& shipped_lexicon() {
  static const std::shared_ptr<const Lexicon> lexicon = Lexicon::load(default_gazetteer_folder());
  return *lexicon;
}

/// "id:written" of each mention, in order.
inline std::vector<std::string> shown(const std::string& text,
                                      const std::vector<Mention>& mentions) {
  std::vector<std::string> all;
  for (const Mention& mention : mentions) {
    const Entity& entity = shipped_lexicon().gazetteer().entities()[mention.entity];
    all.push_back(entity.key.id + ":" + text.substr(mention.begin, mention.end - mention.begin));
  }
  return all;
}

inline ArticleMentions mentions_in(const std::string& title, const std::string& body) {
  const Analyzer& analyzer = shipped_lexicon().analyzer();
  return shipped_lexicon().matcher().find_mentions(analyzer.analyze(title), analyzer.analyze(body));
}

}  // namespace techpolicy::testing
