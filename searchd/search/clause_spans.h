// Reads where a leaf of a query, or a group of OR of leaves, stands in the documents of the index.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>
#include <xapian.h>

#include "searchd/search/clause.h"
#include "searchd/search/posting_cache.h"
#include "searchd/search/snapshot.h"
#include "searchd/search/spans.h"

namespace techpolicy {

/// Position lists that one query may read; it ends soon whatever it asks.
class PositionBudget {
 public:
  explicit PositionBudget(std::size_t lists) : lists_(lists) {}

  /// Throw BadRequest "too_costly" when so many are not left.
  void spend(std::size_t lists);
  void require(std::size_t lists) const;

 private:
  std::size_t lists_;
  std::size_t spent_ = 0;
};

/// Where the positions of a field stand: a lead has those of the body, of which it is the
/// beginning.
[[nodiscard]] Field positioned_field(Field field);

/// One clause in one field. Of a lead the places behind it are given too. Belongs to one thread;
/// borrows the arguments.
class ClauseSpans {
 public:
  /// `clause` is a word, forms, cased, phrase, sequence or entity, or best or a disjunction of
  /// these.
  ClauseSpans(const Clause& clause, Field field, const Snapshot& snapshot,
              Xapian::Database& database, PositionBudget& budget);

  /// Documents that may hold it: all that do are among them; of a phrase, all that hold its words.
  [[nodiscard]] const std::vector<std::uint32_t>& documents();

  /// Position lists that in() reads in all of some documents that may hold it, or fewer: it may
  /// read more of a phrase.
  [[nodiscard]] std::size_t least_lists(const std::vector<std::uint32_t>& documents) const;
  /// It stands in all of documents().
  [[nodiscard]] bool is_certain() const;

  /// Where it stands in a document.
  [[nodiscard]] Spans in(std::uint32_t document);

 private:
  using PostingsPointer = std::shared_ptr<const Postings>;
  using Positions = std::vector<std::uint32_t>;
  struct Term {
    std::string text;
    PostingsPointer postings;
  };
  /// Words that count in the documents of `within`: the forms of a stem in one language.
  struct Group {
    PostingsPointer within;  ///< Null: all.
    std::vector<Term> terms;
    /// Documents and numbers of terms that they hold, rising; see terms_in().
    std::vector<std::pair<std::uint32_t, std::uint32_t>> held;
  };

  [[nodiscard]] Term term(std::string text) const;
  void add_word();
  [[nodiscard]] std::vector<std::uint32_t> find_documents();
  [[nodiscard]] static std::vector<std::uint32_t> holding_all(const Group& group);
  [[nodiscard]] static std::vector<std::uint32_t> holding_any(const Group& group);
  /// Until the next call.
  [[nodiscard]] const std::vector<const Term*>& terms_in(Group& group, std::uint32_t document);
  void read(std::uint32_t document, const Term& term, Positions& positions);
  [[nodiscard]] Spans words_in(std::uint32_t document);
  [[nodiscard]] Spans phrase_in(std::uint32_t document);
  [[nodiscard]] Spans sequence_in(std::uint32_t document);
  [[nodiscard]] Spans mentions_in(std::uint32_t document);

  const Clause& clause_;
  Field field_;
  Field positioned_;
  const Snapshot& snapshot_;
  Xapian::Database& database_;
  PositionBudget& budget_;
  std::vector<Group> groups_;  ///< Word, forms, cased: alternatives. Phrase: one with its words.
  std::vector<ClauseSpans> children_;
  // Used again for each document.
  std::vector<const Term*> terms_;
  Positions starts_;
  Positions places_;
  std::optional<std::vector<std::uint32_t>> documents_;  ///< Once asked for.
};

}  // namespace techpolicy
