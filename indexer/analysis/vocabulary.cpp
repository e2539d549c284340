#include "indexer/analysis/vocabulary.h"

namespace techpolicy {

void Vocabulary::add_name(const std::string& folded, NameUse use) {
  NameUse& known = names_[folded];
  known.whole |= use.whole;
  known.place |= use.place;
  known.sure |= use.sure;
  known.surname |= use.surname;
  known.other |= use.other;
  known.all_caps |= use.all_caps;
}

namespace {

std::string pair_key(std::string_view first, std::string_view second) {
  std::string key(first);
  key += ' ';
  key += second;
  return key;
}

}  // namespace

void Vocabulary::add_pair(std::string_view first, std::string_view second, bool at_end) {
  pairs_[pair_key(first, second)] |= at_end;
}

bool Vocabulary::is_pair(std::string_view first, std::string_view second) const {
  return pairs_.contains(pair_key(first, second));
}

bool Vocabulary::is_last_pair(std::string_view first, std::string_view second) const {
  const auto found = pairs_.find(pair_key(first, second));
  return found != pairs_.end() && found->second;
}

bool Vocabulary::is_word(std::string_view folded) const { return words_.contains(folded); }

const NameUse* Vocabulary::name(std::string_view folded) const {
  const auto entry = names_.find(folded);
  return entry == names_.end() ? nullptr : &entry->second;
}

}  // namespace techpolicy
