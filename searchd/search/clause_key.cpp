#include "searchd/search/clause_key.h"

namespace techpolicy {
namespace {

/// Lengths before texts, so that no two lists of parts look the same.
class Key {
 public:
  void number(std::uint64_t value) { text_ += std::to_string(value) += ';'; }
  void text(const std::string& value) {
    number(value.size());
    text_ += value;
  }
  void date(const std::optional<PartialDate>& value) { text(value ? value->iso() : ""); }

  void clause(const Clause& clause) {
    number(static_cast<std::uint64_t>(clause.kind));
    number(clause.words.size());
    for (const std::string& word : clause.words) text(word);
    number((clause.exact ? 1U : 0U) + (clause.glossary ? 2U : 0U));
    number(clause.field ? static_cast<std::uint64_t>(*clause.field) + 1 : 0);
    number(static_cast<std::uint64_t>(clause.entity.type));
    text(clause.entity.id);
    text(clause.term);
    date(clause.from);
    date(clause.to);
    number(clause.number);
    number(clause.links.size());
    for (const Proximity& link : clause.links) {
      number(static_cast<std::uint64_t>(link.nearness));
      number(link.distance);
    }
    number(clause.children.size());
    for (const Clause& child : clause.children) this->clause(child);
  }

  [[nodiscard]] std::string take() { return std::move(text_); }

 private:
  std::string text_ = "\n";
};

}  // namespace

std::string clause_key(const Clause& clause) {
  Key key;
  key.clause(clause);
  return key.take();
}

}  // namespace techpolicy
