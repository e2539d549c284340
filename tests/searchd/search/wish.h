// A random query as a test means it; text() is how a user would type it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "indexer/schema/fields.h"
#include "searchd/search/query.h"

namespace techpolicy {

struct Wish {
  enum class Kind {
    word,
    exact,
    phrase,
    sequence,  ///< A phrase with names in it: parts at neighbouring positions.
    mention,   ///< Only inside a sequence: `entity` by whatever name.
    name,
    company,
    about,
    date,
    pattern,
    fuzzy,
    cased,
    chain,
    at_least,
    all,
    any,
    none_of
  };
  Kind kind = Kind::word;
  std::vector<std::string> words;  ///< name: as typed, one surface.
  std::string entity;              ///< name, company, about: id.
  std::optional<Field> field;      ///< word, exact, phrase, name, sequence.
  std::string from;                ///< date: partial dates.
  std::string to;
  std::uint32_t number = 0;      ///< fuzzy, at_least.
  std::vector<Proximity> links;  ///< chain.
  std::vector<Wish> parts;

  [[nodiscard]] std::string text() const;
};

}  // namespace techpolicy
