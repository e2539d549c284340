#include <algorithm>

#include "indexer/analysis/folding.h"
#include "indexer/schema/found_names.h"
#include "indexer/schema/terms.h"
#include "searchd/search/clause.h"
#include "searchd/search/names_in_query.h"
#include "searchd/search/query_parts.h"
#include "searchd/search/resolve_value.h"
#include "searchd/search/snapshot.h"

namespace techpolicy {
namespace {

/// What one pattern may stand for; more would be slow and mean little.
constexpr std::size_t kMaxExpansions = 1024;

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
  Resolver(const Snapshot& snapshot, bool aliases)
      : snapshot_(snapshot), aliases_(aliases), names_(snapshot, aliases) {}

  ResolvedQuery run(const QueryNode& query) {
    query_ = &query;
    resolved_.clause = resolve(query);
    resolved_.also = names_.also();
    resolved_.offered = names_.offered();
    return std::move(resolved_);
  }

 private:
  Clause resolve(const QueryNode& node) {
    Clause clause = clause_of(node);
    clause.begin = node.begin;
    clause.end = node.end;
    return clause;
  }

  Clause clause_of(const QueryNode& node) {
    switch (node.kind) {
      case QueryKind::everything:
        return Clause{};
      case QueryKind::nothing:
        return nothing();
      case QueryKind::word:
        return node.exact ? words(node) : named_words({&node, 1});
      case QueryKind::phrase:
        return phrase(node);
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
        return with_nearest(node, [&] { return facet_value(node); });
      case QueryKind::about:
        return with_nearest(node, [&] { return about(node); });
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

  static Clause entity(ClauseKind kind, EntityKey key) {
    Clause clause;
    clause.kind = kind;
    clause.entity = std::move(key);
    return clause;
  }

  Clause about(const QueryNode& node) {
    std::vector<Clause> any;
    for (EntityKey& key : resolve_about(snapshot_, node.text)) {
      any.push_back(entity(ClauseKind::about, std::move(key)));
    }
    return with_children(ClauseKind::disjunction, std::move(any));
  }

  /// `instead`: the whole query is suggested with this node in place of the faulty one.
  [[noreturn]] void refuse(const QueryNode& node, const std::string& code,
                           const std::string& detail,
                           const std::optional<QueryNode>& instead) const {
    std::string suggestion;
    if (instead) suggestion = print_query(with_part(*query_, node, *instead));
    throw BadRequest({{"q", code, detail, {}, node.begin, std::move(suggestion)}});
  }

  /// What is thrown for a value knows nothing of the query around it.
  template <typename Resolve>
  Clause with_nearest(const QueryNode& node, Resolve resolve) const {
    try {
      return resolve();
    } catch (const BadRequest& bad) {
      const RequestFault& fault = bad.faults().front();
      std::optional<QueryNode> nearest;
      if (!fault.suggestion.empty()) {
        nearest = node;
        nearest->text = fault.suggestion;
      }
      refuse(node, fault.code, fault.detail, nearest);
    }
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
    clause.glossary = aliases_ && !clause.exact && typed.tokens.size() == 1;
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
             std::nullopt);
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
      QueryNode exact;
      exact.kind = QueryKind::word;
      exact.exact = true;
      exact.text = node.text;
      refuse(node, "bad_caps",
             "caps: takes one word with the capitals or accents that it must have.", exact);
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
      while (reads_names && end < node.children.size() && is_plain_word(node.children[end]) &&
             node.children[end].field == node.children[i].field) {
        ++end;
      }
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
    return node.kind == QueryKind::word && !node.exact;
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
    const std::vector<QueryName> names = names_.in(typed);
    std::vector<Clause> parts;
    for (std::size_t i = 0; i < nodes.size();) {
      const std::size_t begin = ends[i] - nodes[i].text.size();
      std::size_t used = 1;
      const QueryName* name = name_at(names, typed, begin, ends, i, used);
      std::vector<Clause> plain;
      for (std::size_t k = i; k < i + used; ++k) plain.push_back(words(nodes[k]));
      Clause part = with_children(ClauseKind::conjunction, std::move(plain));
      if (name != nullptr) part = named(*name, nodes[i].field, std::move(part));
      part.begin = nodes[i].begin;
      part.end = nodes[i + used - 1].end;
      parts.push_back(std::move(part));
      i += used;
    }
    return with_children(ClauseKind::conjunction, std::move(parts));
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
        names_.offer(name);
        continue;
      }
      used = static_cast<std::size_t>(last - ends.begin()) - first + 1;
      names_.widen_with(name);
      return &name;
    }
    return nullptr;
  }

  /// A name under all its names, or the words as typed.
  Clause named(const QueryName& name, std::optional<Field> field, Clause as_typed) const {
    Clause mention = entity(ClauseKind::entity, names_.key(name));
    mention.field = field;
    return with_children(ClauseKind::best, {std::move(mention), std::move(as_typed)});
  }

  /// A phrase; a name in it stands for all its names. What is nothing but a name stays exactly as
  /// typed, like a single quoted word, and topics, which are described rather than named, do too.
  Clause phrase(const QueryNode& node) {
    Clause literal = words(node);
    if (literal.kind != ClauseKind::phrase) return literal;
    const TextAnalysis typed = snapshot_.lexicon().analyzer().analyze_query(node.text);
    std::vector<Clause> parts;
    std::size_t next = 0;
    std::vector<QueryName> names = names_.in(typed);
    std::ranges::sort(names, {}, &QueryName::first_token);
    for (const QueryName& name : names) {
      const bool whole = name.first_token == 0 && name.last_token + 1 == typed.tokens.size();
      if (!name.certain || whole || name.first_token < next ||
          names_.key(name).type == Facet::topic) {
        continue;
      }
      if (name.first_token > next) parts.push_back(stretch(literal, next, name.first_token));
      next = name.last_token + 1;
      names_.widen_with(name);
      parts.push_back(named(name, node.field, stretch(literal, name.first_token, next)));
    }
    if (parts.empty()) return literal;
    if (next < typed.tokens.size()) parts.push_back(stretch(literal, next, typed.tokens.size()));
    Clause sequence = with_children(ClauseKind::sequence, std::move(parts));
    sequence.field = node.field;
    return sequence;
  }

  /// Words [first, last) of a phrase.
  static Clause stretch(const Clause& phrase, std::size_t first, std::size_t last) {
    Clause part = phrase;
    part.words.assign(phrase.words.begin() + static_cast<std::ptrdiff_t>(first),
                      phrase.words.begin() + static_cast<std::ptrdiff_t>(last));
    if (part.words.size() == 1) part.kind = ClauseKind::word;
    return part;
  }

  const Snapshot& snapshot_;
  const bool aliases_;
  const QueryNode* query_ = nullptr;  ///< The whole.
  NamesInQuery names_;
  ResolvedQuery resolved_;
};

}  // namespace

ResolvedQuery resolve_query(const QueryNode& query, const Snapshot& snapshot, bool aliases) {
  return Resolver(snapshot, aliases).run(query);
}

}  // namespace techpolicy
