#include "searchd/search/result_order.h"

#include <charconv>
#include <cstring>
#include <unordered_map>

#include "indexer/schema/terms.h"

namespace techpolicy {
namespace {

constexpr char kSeparator = '~';

[[noreturn]] void refuse(const std::string& detail) {
  throw BadRequest({RequestFault{"cursor", "bad_format", detail, {}, {}, ""}});
}

}  // namespace

bool ResultOrder::operator()(const Ranked& a, const Ranked& b) const {
  if (sort_ == Sort::relevance || sort_ == Sort::lexical) {
    if (a.score != b.score) return a.score > b.score;
  } else if (sort_ == Sort::added) {
    const std::uint64_t left = columns_.sequence(a.document);
    const std::uint64_t right = columns_.sequence(b.document);
    if (left != right) return left > right;
  }
  const DayNumber left = columns_.first_day(a.document);
  const DayNumber right = columns_.first_day(b.document);
  if (left != right) {
    // An undated article has the smallest day number and comes last either way.
    if (sort_ != Sort::oldest) return left > right;
    if (left == kUndated || right == kUndated) return right == kUndated;
    return left < right;
  }
  return columns_.id_rank(a.document) < columns_.id_rank(b.document);
}

void fold_stories(std::vector<Ranked>& results, const ResultOrder& before,
                  const StoryColumn& stories) {
  std::unordered_map<std::uint32_t, std::size_t> place_of_story;
  std::size_t kept = 0;
  for (const Ranked& result : results) {
    Ranked* best = &results[kept];
    if (!stories.is_alone(result.document)) {
      const auto [place, fresh] = place_of_story.try_emplace(stories.story(result.document), kept);
      best = &results[place->second];
      if (!fresh) {
        const std::uint32_t folded = best->folded + 1;
        if (before(result, *best)) *best = result;
        best->folded = folded;
        continue;
      }
    }
    *best = result;
    ++kept;
  }
  results.resize(kept);
}

std::string make_cursor(Sort sort, const Ranked& last, const std::string& id) {
  std::uint32_t bits = 0;
  std::memcpy(&bits, &last.score, sizeof bits);
  return std::string(sort_name(sort)) + kSeparator + std::to_string(bits) + kSeparator + id;
}

Ranked read_cursor(const std::string& cursor, Sort sort, Xapian::Database& database) {
  const std::size_t first = cursor.find(kSeparator);
  const std::size_t second =
      first == std::string::npos ? first : cursor.find(kSeparator, first + 1);
  if (second == std::string::npos) refuse("cursor must be a next_cursor of an earlier answer.");
  if (cursor.substr(0, first) != sort_name(sort))
    refuse("cursor is of another sort; start again without it.");
  std::uint32_t bits = 0;
  const auto parsed = std::from_chars(cursor.data() + first + 1, cursor.data() + second, bits);
  if (parsed.ec != std::errc() || parsed.ptr != cursor.data() + second)
    refuse("cursor is damaged.");
  const std::string id = cursor.substr(second + 1);
  if (!fits(id)) refuse("cursor is damaged.");
  const auto posting = database.postlist_begin(id_term(id));
  if (posting == database.postlist_end(id_term(id))) {
    refuse("The article that cursor stands behind has been removed; start again without it.");
  }
  Ranked ranked{*posting, 0, 0};
  std::memcpy(&ranked.score, &bits, sizeof bits);
  return ranked;
}

}  // namespace techpolicy
