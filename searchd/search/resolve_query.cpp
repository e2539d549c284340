#include <algorithm>

#include "indexer/analysis/folding.h"
#include "indexer/entities/mentioned_names.h"
#include "indexer/schema/found_names.h"
#include "indexer/schema/terms.h"
#include "searchd/search/clause.h"
#include "searchd/search/snapshot.h"

namespace techpolicy {
namespace {

/// What one pattern may stand for; more would be slow and mean little.
constexpr std::size_t kMaxExpansions = 1024;

[[noreturn]] void refuse(const QueryNode& node, const std::string& code, const std::string& detail,
                         const std::string& suggestion) {
  throw BadRequest({{"q", code, detail, {}, node.begin, suggestion}});
}

std::optional<Field> field_of(const QueryNode& node) {
  return node.children.empty() ? node.field : field_of(node.children.front());
}

Clause nothing() {
  Clause clause;
  clause.kind = ClauseKind::nothing;
  return clause;
}

class Resolver {
 public:
  Resolver(const Snapshot& snapshot, bool aliases) : snapshot_(snapshot), aliases_(aliases) {}

  ResolvedQuery run(const QueryNode& query) {
    resolved_.clause = resolve(query);
    return std::move(resolved_);
  }

 private:
  Clause resolve(const QueryNode& node) {
    switch (node.kind) {
      case QueryKind::everything:
        return Clause{};
      case QueryKind::nothing:
        return nothing();
      case QueryKind::word:
        return node.exact || node.field ? words(node) : named_words({&node, 1});
      case QueryKind::phrase:
        return words(node);
      case QueryKind::wildcard:
        return pattern(node, snapshot_.words().fitting(fold(node.text), kMaxExpansions));
      case QueryKind::fuzzy:
        return pattern(node, snapshot_.words().near(whole_word(node), node.number, kMaxExpansions));
      case QueryKind::cased:
        return cased(node);
      case QueryKind::proximity:
        return proximity(node);
      case QueryKind::at_least:
        return at_least(node);
      case QueryKind::entity:
        return resolve(node.children.front());
      case QueryKind::facet_value:
        return facet_value(node);
      case QueryKind::date:
        return date(node);
      case QueryKind::author:
        return metadata_words(node, author_term);
      case QueryKind::url:
        return metadata_words(node, url_term);
      case QueryKind::id:
        return boolean(id_term(node.text));
      case QueryKind::conjunction:
        return compound(node, ClauseKind::conjunction);
      case QueryKind::disjunction:
        return compound(node, ClauseKind::disjunction);
      case QueryKind::negation:
        return with_children(ClauseKind::negation, {resolve(node.children.front())});
      case QueryKind::preference:
        return compound(node, ClauseKind::preference);
    }
    return nothing();
  }

  static Clause with_children(ClauseKind kind, std::vector<Clause> children) {
    if (children.size() == 1 && kind != ClauseKind::negation) return std::move(children.front());
    Clause clause;
    clause.kind = kind;
    clause.children = std::move(children);
    return clause;
  }

  static Clause boolean(std::string term) {
    Clause clause;
    clause.kind = ClauseKind::term;
    clause.term = std::move(term);
    return clause;
  }

  Clause facet_value(const QueryNode& node) {
    const std::string value = resolve_facet_value(snapshot_, node.facet, node.text, "q");
    Clause clause = boolean(facet_term(node.facet, value));
    if (facet_row(node.facet).kind == FacetKind::entity) clause.entity = {node.facet, value};
    return clause;
  }

  static Clause date(const QueryNode& node) {
    Clause clause;
    clause.kind = ClauseKind::date;
    clause.from = node.from;
    clause.to = node.to;
    return clause;
  }

  template <typename Term>
  Clause metadata_words(const QueryNode& node, Term term) {
    std::vector<Clause> parts;
    const TextAnalysis typed = snapshot_.lexicon().analyzer().analyze_query(node.text);
    for (const Token& token : typed.tokens) parts.push_back(boolean(term(token.folded)));
    return parts.empty() ? nothing() : with_children(ClauseKind::conjunction, std::move(parts));
  }

  /// A word or phrase as typed, without looking for names.
  Clause words(const QueryNode& node) {
    const TextAnalysis typed = snapshot_.lexicon().analyzer().analyze_query(node.text);
    if (typed.tokens.empty()) return nothing();
    resolved_.has_words = true;
    Clause clause;
    clause.field = node.field;
    clause.exact = node.exact || node.kind == QueryKind::phrase;
    clause.kind = typed.tokens.size() == 1 ? ClauseKind::word : ClauseKind::phrase;
    for (const Token& token : typed.tokens) clause.words.push_back(token.folded);
    const auto whole =
        std::find_if(typed.compounds.begin(), typed.compounds.end(), [&](const Compound& c) {
          return c.first_token == 0 && c.last_token + 1 == typed.tokens.size();
        });
    if (whole == typed.compounds.end()) return clause;
    Clause joined = clause;
    joined.kind = ClauseKind::word;
    joined.words = {whole->folded};
    return with_children(ClauseKind::best, {std::move(clause), std::move(joined)});
  }

  Clause pattern(const QueryNode& node, std::vector<std::string> words) {
    if (words.size() > kMaxExpansions) {
      refuse(node, "too_many_expansions",
             "\"" + node.text + "\" stands for more than " + std::to_string(kMaxExpansions) +
                 " words of this index. Write more of the word.",
             "");
    }
    resolved_.has_words = true;
    resolved_.expansions.push_back({print_query(node), words});
    Clause clause;
    clause.kind = words.empty() ? ClauseKind::nothing : ClauseKind::forms;
    clause.field = node.field;
    clause.exact = true;
    clause.words = std::move(words);
    return clause;
  }

  /// A typed word folded; of several parts ("start-up") the joined form.
  [[nodiscard]] std::string whole_word(const QueryNode& node) const {
    const TextAnalysis typed = snapshot_.lexicon().analyzer().analyze_query(node.text);
    if (typed.tokens.size() == 1) return typed.tokens.front().folded;
    if (!typed.compounds.empty()) return typed.compounds.front().folded;
    return fold(node.text);
  }

  Clause cased(const QueryNode& node) {
    const TextAnalysis typed = snapshot_.lexicon().analyzer().analyze_query(node.text);
    if (typed.tokens.size() != 1 || typed.tokens.front().folded == node.text) {
      refuse(node, "bad_caps",
             "caps: takes one word with the capitals or accents that it must have.",
             "\"" + node.text + "\"");
    }
    resolved_.has_words = true;
    Clause clause;
    clause.kind = ClauseKind::cased;
    clause.words = {node.text};
    return clause;
  }

  Clause proximity(const QueryNode& node) {
    Clause clause;
    clause.kind = ClauseKind::proximity;
    clause.field = field_of(node);
    clause.links = node.links;
    for (const QueryNode& child : node.children) {
      clause.children.push_back(resolve(child));
      if (clause.children.back().kind == ClauseKind::nothing) return nothing();
    }
    return clause;
  }

  Clause at_least(const QueryNode& node) {
    Clause counted = resolve(node.children.front());
    if (counted.kind == ClauseKind::nothing) return counted;
    Clause clause;
    clause.kind = ClauseKind::at_least;
    clause.field = field_of(node);
    clause.number = node.number;
    clause.children.push_back(std::move(counted));
    return clause;
  }

  /// Children in order; runs of plain words are read together, so that names of several words are
  /// found.
  Clause compound(const QueryNode& node, ClauseKind kind) {
    std::vector<Clause> children;
    const bool reads_names = kind == ClauseKind::conjunction;
    for (std::size_t i = 0; i < node.children.size();) {
      std::size_t end = i;
      while (reads_names && end < node.children.size() && is_plain_word(node.children[end])) ++end;
      if (end == i) {
        children.push_back(resolve(node.children[i++]));
        continue;
      }
      children.push_back(named_words({node.children.data() + i, end - i}));
      i = end;
    }
    if (kind == ClauseKind::preference) return with_children(kind, std::move(children));
    std::vector<Clause> flat;
    for (Clause& child : children) {
      if (child.kind == kind) {
        std::move(child.children.begin(), child.children.end(), std::back_inserter(flat));
      } else {
        flat.push_back(std::move(child));
      }
    }
    return with_children(kind, std::move(flat));
  }

  static bool is_plain_word(const QueryNode& node) {
    return node.kind == QueryKind::word && !node.exact && !node.field;
  }

  /// Neighbouring words, all wanted; a name among them means its entity or the words.
  Clause named_words(std::span<const QueryNode> nodes) {
    std::string text;
    std::vector<std::size_t> ends;
    for (const QueryNode& node : nodes) {
      if (!text.empty()) text += ' ';
      text += node.text;
      ends.push_back(text.size());
    }
    const TextAnalysis typed = snapshot_.lexicon().analyzer().analyze_query(text);
    std::vector<QueryName> names;
    if (aliases_) {
      names = cited_laws(typed);
      for (QueryName& name : snapshot_.lexicon().matcher().find_query_names(typed)) {
        names.push_back(name);
      }
    }
    std::vector<Clause> parts;
    for (std::size_t i = 0; i < nodes.size();) {
      const std::size_t begin = ends[i] - nodes[i].text.size();
      std::size_t used = 1;
      const QueryName* name = name_at(names, typed, begin, ends, i, used);
      std::vector<Clause> plain;
      for (std::size_t k = i; k < i + used; ++k) plain.push_back(words(nodes[k]));
      Clause part = with_children(ClauseKind::conjunction, std::move(plain));
      if (name != nullptr) part = with_children(ClauseKind::best, {entity(*name), std::move(part)});
      parts.push_back(std::move(part));
      i += used;
    }
    return with_children(ClauseKind::conjunction, std::move(parts));
  }

  /// Citations that a law of the gazetteer has or an article: "H.R. 4346" in all its spellings.
  std::vector<QueryName> cited_laws(const TextAnalysis& typed) {
    std::vector<QueryName> names;
    for (const Citation& citation : find_citations(typed)) {
      const EntityKey key = snapshot_.lexicon().found_names().key_of(citation);
      const Gazetteer& gazetteer = snapshot_.lexicon().gazetteer();
      std::optional<EntityIndex> law = gazetteer.index_of(key);
      if (!law && snapshot_.columns().ordinal(key.type, key.id)) {
        law = gazetteer.entities().size() + cited_.size();
        cited_.push_back({key, citation.label});
      }
      if (law) names.push_back({*law, citation.first_token, citation.last_token, true});
    }
    return names;
  }

  [[nodiscard]] MentionedNames known_names() const {
    return {snapshot_.lexicon().gazetteer(), cited_};
  }

  /// The certain name whose tokens are exactly the words from `first` on; how many words it takes.
  const QueryName* name_at(const std::vector<QueryName>& names, const TextAnalysis& typed,
                           std::size_t begin, const std::vector<std::size_t>& ends,
                           std::size_t first, std::size_t& used) {
    for (const QueryName& name : names) {
      if (typed.tokens[name.first_token].begin != begin) continue;
      const std::size_t end = typed.tokens[name.last_token].end;
      const auto last =
          std::find(ends.begin() + static_cast<std::ptrdiff_t>(first), ends.end(), end);
      if (last == ends.end()) continue;
      if (!name.certain) {
        offer(resolved_.offered, name);
        continue;
      }
      used = static_cast<std::size_t>(last - ends.begin()) - first + 1;
      offer(resolved_.also, name);
      return &name;
    }
    return nullptr;
  }

  void offer(std::vector<EntityRef>& list, const QueryName& name) const {
    const EntityKey& key = known_names().key(name.entity);
    const bool known =
        std::any_of(list.begin(), list.end(), [&](const EntityRef& ref) { return ref.key == key; });
    if (!known) list.push_back({key, known_names().label(name.entity), 0, 0});
  }

  Clause entity(const QueryName& name) {
    Clause clause;
    clause.kind = ClauseKind::entity;
    clause.entity = known_names().key(name.entity);
    return clause;
  }

  const Snapshot& snapshot_;
  bool aliases_;
  std::vector<FoundName> cited_;  ///< Of the query, behind the gazetteer's entities.
  ResolvedQuery resolved_;
};

/// The id of a name that only articles give: typed as an id, as a citation or as it is written.
std::optional<std::string> found_value(const Snapshot& snapshot, Facet facet,
                                       const std::string& typed) {
  if (std::string id = fold(typed); is_found_name(facet, id)) return id;
  if (facet == Facet::law) {
    if (const auto citation = whole_citation(typed)) {
      return snapshot.lexicon().found_names().key_of(*citation).id;
    }
  }
  std::string id = std::string(kUnreviewedPrefix) + unreviewed_slug_of(typed);
  if (!snapshot.columns().ordinal(facet, id)) return std::nullopt;
  return id;
}

}  // namespace

ResolvedQuery resolve_query(const QueryNode& query, const Snapshot& snapshot, bool aliases) {
  return Resolver(snapshot, aliases).run(query);
}

std::string resolve_facet_value(const Snapshot& snapshot, Facet facet, const std::string& typed,
                                const std::string& parameter) {
  if (facet_row(facet).kind == FacetKind::article) return typed;
  const Gazetteer& gazetteer = snapshot.lexicon().gazetteer();
  if (const Entity* entity = gazetteer.resolve(facet, typed)) return entity->key.id;
  if (const auto found = found_value(snapshot, facet, typed)) return *found;
  // A value that articles have and the gazetteer has lost is as good.
  if (snapshot.columns().ordinal(facet, typed)) return typed;
  const std::string kind(facet_row(facet).name);
  RequestFault fault{
      parameter, "unknown_entity", "There is no " + kind + " \"" + typed + "\".", {}, {}, ""};
  if (const Entity* near = gazetteer.nearest(facet, typed)) {
    fault.detail += " The nearest is \"" + near->key.id + "\" (" + near->label + ").";
    fault.suggestion = (parameter == "about" ? kind + ":" : "") + near->key.id;
  }
  throw BadRequest({std::move(fault)});
}

}  // namespace techpolicy
