#include "indexer/analysis/vocabulary.h"

namespace techpolicy {

void Vocabulary::add_name(const std::string& folded, NameUse use) {
  NameUse& known = names_[folded];
  known.whole |= use.whole;
  known.place |= use.place;
  known.other |= use.other;
  known.all_caps |= use.all_caps;
}

bool Vocabulary::is_word(std::string_view folded) const { return words_.contains(folded); }

const NameUse* Vocabulary::name(std::string_view folded) const {
  const auto entry = names_.find(folded);
  return entry == names_.end() ? nullptr : &entry->second;
}

}  // namespace techpolicy
