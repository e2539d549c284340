// Sketches of texts, with a word list of a few words.
#pragma once

#include <memory>
#include <string>

#include "indexer/stories/story_sketch.h"

namespace techpolicy {

inline StorySketch sketched(const std::string& text, const std::string& title = "") {
  static const Analyzer analyzer = [] {
    auto vocabulary = std::make_shared<Vocabulary>();
    for (const char* word : {"the", "officials", "prices", "under", "according"}) {
      vocabulary->add_word(word);
    }
    return Analyzer(vocabulary);
  }();
  return make_story_sketch(analyzer.analyze(title), analyzer.analyze(text), analyzer.vocabulary());
}

}  // namespace techpolicy
