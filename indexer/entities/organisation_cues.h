// Words in and beside a capitalised name that say whether it is an organisation's. English.
#pragma once

#include <cstdint>
#include <string_view>

namespace techpolicy {

/// What a folded word can be; one word may be several things.
enum class Cue : std::uint32_t {
  legal_form = 1U << 0,          ///< inc, ltd, gmbh: dropped from the name.
  company_head = 1U << 1,        ///< The last word of many company names: Airlines, Capital.
  institution_head = 1U << 2,    ///< University, Ministry: "of X" may follow.
  other_head = 1U << 3,          ///< The last word of a name that is no organisation: Street, Act.
  company_noun = 1U << 4,        ///< "the chipmaker X".
  officer = 1U << 5,             ///< A post that companies have: "CEO of X".
  staff = 1U << 6,               ///< "analyst at X", "X engineers".
  speech_verb = 1U << 7,         ///< said, announced.
  company_verb = 1U << 8,        ///< What companies do: launched, acquired.
  business_noun = 1U << 9,       ///< "X's revenue", "X shares".
  person_title = 1U << 10,       ///< Mr, Senator: a person's name follows.
  given_name = 1U << 11,         ///< John, Mary.
  calendar = 1U << 12,           ///< Months and days: never part of a name.
  function_word = 1U << 13,      ///< Capitalised only where a sentence or title starts.
  place_preposition = 1U << 14,  ///< in, near.
  exchange = 1U << 15,           ///< nasdaq, before a ticker.
  region = 1U << 16,             ///< european: says where or whose, names nobody.
  generic_acronym = 1U << 17,    ///< GDP: capitals that name no organisation.
};

class Cues {
 public:
  constexpr explicit Cues(std::uint32_t bits) : bits_(bits) {}
  [[nodiscard]] constexpr bool has(Cue cue) const {
    return (bits_ & static_cast<std::uint32_t>(cue)) != 0;
  }

 private:
  std::uint32_t bits_;
};

[[nodiscard]] Cues cues_of(std::string_view folded);

}  // namespace techpolicy
