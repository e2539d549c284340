// Surnames standing alone. Doubtful ones are left out: beside another capitalized name they are
// someone else's ("Robin Cook"), at a sentence's start they may be a word ("Cook the rice").
#include "indexer/entities/surnames.h"

#include <algorithm>

#include "indexer/entities/cue_words.h"

namespace techpolicy {
namespace {

constexpr std::size_t kShortestSurname = 2;

class SurnameTest {
 public:
  SurnameTest(const MatcherTables& tables, const TextAnalysis& text, const NameScan& scan)
      : tables_(tables), text_(text), scan_(scan) {}

  [[nodiscard]] bool may_stand_alone(std::size_t i) const {
    const Token& token = text_.tokens[i];
    if (scan_.cover[i] != Cover::free || !token.capitalized || token.in_address) return false;
    if (may_be_a_word(i)) return false;
    return !other_name_before(i) && !other_name_after(i);
  }

 private:
  [[nodiscard]] bool is_word(const Token& token) const {
    return tables_.vocabulary.is_word(token.folded);
  }

  [[nodiscard]] bool may_be_a_word(std::size_t i) const {
    const Token& token = text_.tokens[i];
    const bool capital_proves = !token.sentence_start && !token.upper_line && !token.title_line;
    if (capital_proves || !is_word(token)) return false;
    return !(i + 1 < text_.tokens.size() && is_cue_after(text_.tokens[i + 1].folded));
  }

  [[nodiscard]] bool other_name_before(std::size_t i) const {
    if (i == 0 || text_.tokens[i].before != Separator::space) return false;
    const Token& previous = text_.tokens[i - 1];
    if (!previous.capitalized || is_beside_names(previous.folded)) return false;
    if (previous.sentence_start) return scan_.cover[i - 1] == Cover::free && !is_word(previous);
    return scan_.cover[i - 1] != Cover::named;
  }

  [[nodiscard]] bool other_name_after(std::size_t i) const {
    if (i + 1 >= text_.tokens.size() || text_.tokens[i].title_line) return false;
    const Token& next = text_.tokens[i + 1];
    return next.before == Separator::space && next.capitalized &&
           scan_.cover[i + 1] == Cover::free && !is_beside_names(next.folded);
  }

  const MatcherTables& tables_;
  const TextAnalysis& text_;
  const NameScan& scan_;
};

}  // namespace

void Surnames::add(EntityIndex entity) {
  const std::string& surname = tables_.traits[entity].surname;
  if (surname.size() < kShortestSurname) return;
  std::vector<EntityIndex>& people = people_[surname];
  if (std::ranges::find(people, entity) == people.end()) people.push_back(entity);
}

std::vector<SurnamePlace> Surnames::find(const TextAnalysis& text, const NameScan& scan) const {
  std::vector<SurnamePlace> places;
  if (people_.empty()) return places;
  const SurnameTest test(tables_, text, scan);
  for (std::size_t i = 0; i < text.tokens.size(); ++i) {
    const auto people = people_.find(text.tokens[i].folded);
    if (people == people_.end() || people->second.size() != 1) continue;
    if (test.may_stand_alone(i)) places.push_back({i, people->second.front()});
  }
  return places;
}

}  // namespace techpolicy
