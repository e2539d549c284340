// All numbers that the order of results depends on, in one table.
//
// docs/ranking.md says how they were chosen; tests/quality/ranking/run prints what each part adds.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "indexer/schema/fields.h"

namespace techpolicy {

struct RankingParameters {
  /// BM25F: the weighted frequency at which a word has half of what it can add.
  float saturation;
  /// What a word counts in title, lead and body. Titles are short and say what an article is about;
  /// the lead is a part of the body and counts again.
  std::array<float, kFieldCount> field_weight;
  /// How much a field's length takes off: 0 nothing, 1 in proportion.
  std::array<float, kFieldCount> length_influence;
  /// Rarity counts to this power: in long queries many common words would outweigh the rare one.
  float rarity_power;
  /// What a function word weighs beside others: questions are full of them.
  float function_word;

  /// The most that nearness adds, beside the weights of the words.
  float closeness;
  float closeness_saturation;  ///< As `saturation`, of what is gathered.
  float closeness_length;      ///< Long texts have words near each other by chance.
  std::uint32_t window;        ///< Words farther apart add nothing.
  float other_order;           ///< What a pair in other order than typed adds, beside 1.

  /// The most that words of the best articles add, beside the best score.
  float feedback;
  std::size_t feedback_articles;  ///< More articles drift from what is asked.
  std::size_t feedback_words;
  std::size_t feedback_from;  ///< Queries of fewer words say what they want; nothing is added.

  /// How many articles are looked at closely: for nearness and feedback. More cost time and
  /// change nothing that people see.
  std::size_t reranked;

  /// The most that being about an entity that is asked for adds: about as much as a rare word.
  float salience;
  float half_salience;  ///< From where an article is mainly about it, see kAboutTenths.

  /// The share of the score that age takes at most. Mild: words decide, dates break what is close.
  float recency;
  float recency_days;  ///< At this age half of it is taken.
};

inline constexpr RankingParameters kRanking = {
    .saturation = 2.0F,
    .field_weight = {4.0F, 0.5F, 1.0F},
    .length_influence = {0.75F, 0.0F, 0.75F},
    .rarity_power = 1.2F,
    .function_word = 0.1F,
    .closeness = 0.8F,
    .closeness_saturation = 1.0F,
    .closeness_length = 0.25F,
    .window = 8,
    .other_order = 0.75F,
    .feedback = 0.3F,
    .feedback_articles = 4,
    .feedback_words = 20,
    .feedback_from = 4,
    .reranked = 100,
    .salience = 1.5F,
    .half_salience = 2.0F,
    .recency = 0.1F,
    .recency_days = 365.0F,
};

}  // namespace techpolicy
