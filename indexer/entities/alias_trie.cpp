// Builds the trie; edges are one hash map, as most nodes have one child.
#include "indexer/entities/alias_trie.h"

#include <algorithm>
#include <cctype>

#include "indexer/entities/alias_forms.h"

namespace techpolicy {
namespace {

std::uint64_t edge(AliasTrie::Node node, WordId word) { return (std::uint64_t{node} << 32) | word; }

bool takes_plural(const Entity& entity, const Alias& alias) {
  return entity.key.type == Facet::product || entity.key.type == Facet::topic ||
         alias.kind == "demonym";
}

std::vector<Separator> separators_of(const std::vector<Token>& tokens) {
  std::vector<Separator> separators;
  for (std::size_t i = 1; i < tokens.size(); ++i) separators.push_back(tokens[i].before);
  return separators;
}

NameForm form_of(EntityIndex index, const Entity& entity, const Alias& alias,
                 const TextAnalysis& text) {
  NameForm form;
  form.entity = index;
  form.ambiguity = alias.ambiguity;
  form.letter_case = alias.letter_case;
  form.written = alias.text;
  form.separators = separators_of(text.tokens);
  form.demonym = alias.kind == "demonym";
  form.takes_plural = takes_plural(entity, alias);
  const auto capital = [&](const Token& token) { return has_capital(text.text, token); };
  form.has_capital = std::ranges::any_of(text.tokens, capital);
  // Authorities are often written small: "the Commerce department", "the Supreme court".
  const bool is_brand = entity.key.type == Facet::company || entity.key.type == Facet::product;
  form.keeps_capitals = is_brand && text.tokens.size() > 1;
  for (const Token& token : text.tokens) form.capitals.push_back(capital(token));
  form.starts_lower = std::islower(static_cast<unsigned char>(alias.text.front())) != 0;
  return form;
}

}  // namespace

AliasTrie::AliasTrie(const Gazetteer& gazetteer, const Vocabulary& vocabulary) : forms_(1) {
  for (EntityIndex i = 0; i < gazetteer.entities().size(); ++i) {
    const Entity& entity = gazetteer.entities()[i];
    for (const Alias& alias : entity.aliases) add_alias(i, entity, alias, vocabulary);
  }
  for (const std::string& phrase : gazetteer.blockers()) add_blocker(phrase);
}

void AliasTrie::add_alias(EntityIndex index, const Entity& entity, const Alias& alias,
                          const Vocabulary& vocabulary) {
  const TextAnalysis text = alias_tokens(alias.text);
  if (text.tokens.empty()) return;
  const NameForm form = form_of(index, entity, alias, text);
  const Node node = insert(text.tokens);
  forms_[node].push_back(form);
  if (const auto joined = compact_form(alias, text, vocabulary)) {
    NameForm compact = form;
    compact.compact = true;
    compact.separators.clear();
    compact.keeps_capitals = false;
    const Node end = child(kRoot, *joined);
    forms_[end].push_back(std::move(compact));
  }
}

void AliasTrie::add_blocker(const std::string& phrase) {
  const TextAnalysis text = alias_tokens(phrase);
  if (text.tokens.empty()) return;
  NameForm form;
  form.written = phrase;
  form.separators = separators_of(text.tokens);
  const Node node = insert(text.tokens);
  forms_[node].push_back(std::move(form));
}

AliasTrie::Node AliasTrie::insert(const std::vector<Token>& tokens) {
  Node node = kRoot;
  for (const Token& token : tokens) node = child(node, token.folded);
  return node;
}

AliasTrie::Node AliasTrie::child(Node node, std::string_view folded) {
  const WordId word = add_word(folded);
  const auto fresh = static_cast<Node>(forms_.size());
  Node& target =
      node == kRoot ? from_root_[word] : edges_.try_emplace(edge(node, word)).first->second;
  if (target == kRoot) {
    target = fresh;
    forms_.emplace_back();
  }
  return target;
}

WordId AliasTrie::add_word(std::string_view folded) {
  const auto next_id = static_cast<WordId>(words_.size());
  known_.insert(folded);
  const WordId word = words_.emplace(std::string(folded), next_id).first->second;
  from_root_.resize(words_.size(), kRoot);
  return word;
}

WordId AliasTrie::word(std::string_view folded) const {
  if (!known_.contains(folded)) return kUnknownWord;
  const auto found = words_.find(folded);
  return found == words_.end() ? kUnknownWord : found->second;
}

std::optional<AliasTrie::Node> AliasTrie::next(Node node, WordId word) const {
  if (word == kUnknownWord) return std::nullopt;
  if (node == kRoot) {
    return from_root_[word] == kRoot ? std::nullopt : std::optional(from_root_[word]);
  }
  const auto found = edges_.find(edge(node, word));
  if (found == edges_.end()) return std::nullopt;
  return found->second;
}

}  // namespace techpolicy
