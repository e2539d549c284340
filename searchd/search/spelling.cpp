#include "searchd/search/spelling.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string>

#include "indexer/analysis/folding.h"
#include "indexer/schema/terms.h"
#include "searchd/search/query_characters.h"

namespace techpolicy {
namespace {

constexpr std::size_t kMostWords = 4;
constexpr std::size_t kMostCandidates = 1024;
/// Nearly every shorter word is near another.
constexpr std::size_t kLeastLetters = 4;
constexpr std::size_t kLeastLettersForTwo = 5;

using Replacements = std::map<std::string, std::string>;  ///< By folded word.

class UnknownWords {
 public:
  explicit UnknownWords(Matching& matching) : matching_(matching) {}

  void visit(const Clause& clause) {
    switch (clause.kind) {
      case ClauseKind::negation:
        return;
      case ClauseKind::word:
        return add_if_unknown(clause);
      case ClauseKind::phrase:
        for (const std::string& word : clause.words) {
          Clause alone = clause;
          alone.kind = ClauseKind::word;
          alone.words = {word};
          add_if_unknown(alone);
        }
        return;
      case ClauseKind::best:
        if (!matching_.matches(clause).empty()) return;
        [[fallthrough]];
      default:
        for (const Clause& child : clause.children) visit(child);
    }
  }

  [[nodiscard]] const std::set<std::string>& words() const { return words_; }

 private:
  /// Numbers and models (A100) are near to others, which are something else.
  static bool can_be_misspelt(const std::string& word) {
    const bool number = std::ranges::any_of(word, [](char c) { return c >= '0' && c <= '9'; });
    return !number && to_code_points(word).size() >= kLeastLetters;
  }

  void add_if_unknown(const Clause& clause) {
    const std::string& word = clause.words.front();
    if (words_.size() == kMostWords || !can_be_misspelt(word)) return;
    if (matching_.matches(clause).empty()) words_.insert(word);
  }

  Matching& matching_;
  std::set<std::string> words_;
};

std::uint64_t frequency(const Xapian::Database& database, const std::string& word) {
  return database.get_termfreq(exact_term(Field::body, word)) +
         database.get_termfreq(exact_term(Field::title, word));
}

/// A name that articles give under other names.
std::string nearest_known_name(const Snapshot& snapshot, const std::string& word) {
  for (const FacetRow& row : kFacets) {
    if (row.kind != FacetKind::entity) continue;
    const Entity* entity = snapshot.lexicon().gazetteer().nearest(row.facet, word);
    if (entity != nullptr && snapshot.value_facts().of(entity->key).articles > 0) {
      return entity->label;
    }
  }
  return {};
}

std::string nearest_word(const Snapshot& snapshot, const Xapian::Database& database,
                         const std::string& word) {
  const std::size_t most = to_code_points(word).size() < kLeastLettersForTwo ? 1 : 2;
  for (std::size_t edits = 1; edits <= most; ++edits) {
    const auto near = snapshot.words().near(word, edits, kMostCandidates);
    const auto best = std::ranges::max_element(
        near, {}, [&](const std::string& candidate) { return frequency(database, candidate); });
    if (best != near.end() && *best != word) return *best;
  }
  return nearest_known_name(snapshot, word);
}

/// "Hauwei" becomes "Huawei", "hauwei" "huawei".
std::string as_written(std::string word, char first_typed) {
  const bool capital = first_typed >= 'A' && first_typed <= 'Z';
  if (capital && word[0] >= 'a' && word[0] <= 'z') word[0] = static_cast<char>(word[0] - 'a' + 'A');
  return word;
}

bool replace_words(QueryNode& node, const Replacements& replacements, const Analyzer& analyzer) {
  bool replaced = false;
  for (QueryNode& child : node.children) {
    replaced = replace_words(child, replacements, analyzer) || replaced;
  }
  if (node.kind != QueryKind::word && node.kind != QueryKind::phrase) return replaced;
  const TextAnalysis typed = analyzer.analyze_query(node.text);
  for (auto token = typed.tokens.rbegin(); token != typed.tokens.rend(); ++token) {
    const auto found = replacements.find(token->folded);
    if (found == replacements.end()) continue;
    node.text.replace(token->begin, token->end - token->begin,
                      as_written(found->second, node.text[token->begin]));
    replaced = true;
  }
  return replaced;
}

}  // namespace

std::optional<QueryNode> respelled(const QueryNode& parsed, const ResolvedQuery& resolved,
                                   const Snapshot& snapshot, Matching& matching,
                                   const Xapian::Database& database) {
  UnknownWords unknown(matching);
  unknown.visit(resolved.clause);
  Replacements replacements;
  for (const std::string& word : unknown.words()) {
    std::string near = nearest_word(snapshot, database, word);
    if (!near.empty()) replacements.emplace(word, std::move(near));
  }
  QueryNode query = parsed;
  if (!replace_words(query, replacements, snapshot.lexicon().analyzer())) return std::nullopt;
  return query;
}

}  // namespace techpolicy
