#include "indexer/stories/story_groups.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstdlib>
#include <utility>

#include "indexer/stories/sketch_bands.h"
#include "indexer/stories/story_match.h"

namespace techpolicy {
namespace {

/// A band's key, mixed: its upper bits are as good as its lower ones.
std::uint32_t mixed_key(const StorySketch& sketch, std::size_t band) {
  return band_key(sketch, band) * 0x9e3779b1U;
}

/// Any number for texts without a date: all of them are one block.
std::int64_t block_of(DayNumber day) { return day / kStoryDays; }

std::uint64_t crowd_key(std::size_t band, std::uint32_t key, DayNumber day) {
  constexpr std::uint64_t kSpread = 0x9e3779b97f4a7c15U;
  return ((key * kBands + band) ^ (static_cast<std::uint64_t>(block_of(day)) * kSpread)) * kSpread;
}

}  // namespace

std::uint32_t StoryGroups::text_of(const StorySketch& sketch) {
  const auto next = static_cast<std::uint32_t>(texts_.size());
  const auto [place, fresh] = text_by_hash_.try_emplace(sketch.text, next);
  if (!fresh) return place->second;
  if (free_texts_.empty()) {
    texts_.emplace_back();
  } else {
    place->second = free_texts_.back();
    free_texts_.pop_back();
  }
  Text& text = texts_[place->second];
  text = Text{};
  text.sketch = sketch;
  text.group = text.next_in_group = place->second;
  return place->second;
}

void StoryGroups::insert(const StoryArticle& article, const StoryPlace& place) {
  if (articles_.size() <= article.document) articles_.resize(article.document + std::size_t{1});
  Article& kept = articles_[article.document];
  kept = {article.sequence, kNone, 0, article.day.value_or(kNoDay), place};
  if (article.sketch.text == 0) return;
  kept.text = text_of(article.sketch);
  kept.next = std::exchange(texts_[kept.text].documents, article.document);
}

void StoryGroups::load(const StoryArticle& article, const StoryPlace& place) {
  insert(article, place);
  const std::uint32_t text = articles_[article.document].text;
  if (text == kNone || place.kin == 0) return;
  const auto [known, fresh] = loaded_.try_emplace(place.kin, text);
  if (!fresh) merge(known->second, text);
}

void StoryGroups::finish_load() {
  if (!std::exchange(loading_, false)) return;
  for (std::size_t i = 0; i < texts_.size(); ++i) {
    date(texts_[i]);
    texts_[i].fresh = false;
  }
  loaded_.clear();
}

void StoryGroups::touch(std::uint32_t text) {
  if (!std::exchange(texts_[text].touched, true)) touched_.push_back(text);
}

void StoryGroups::put(const StoryArticle& article) {
  remove(article.document);
  finish_load();
  insert(article, {});
  if (article.sketch.text != 0) touch(articles_[article.document].text);
}

void StoryGroups::remove(std::uint32_t document) {
  finish_load();
  if (document >= articles_.size() || articles_[document].text == kNone) return;
  Article& article = articles_[document];
  std::uint32_t* link = &texts_[article.text].documents;
  while (*link != document) link = &articles_[*link].next;
  *link = article.next;
  touch(article.text);
  article = Article{};
}

void StoryGroups::date(Text& text) const {
  std::vector<DayNumber> days;
  for (std::uint32_t d = text.documents; d != 0; d = articles_[d].next) {
    if (articles_[d].day != kNoDay) days.push_back(articles_[d].day);
  }
  std::sort(days.begin(), days.end());
  text.first_day = days.empty() ? kNoDay : days.front();
  unsigned spans = 0;
  DayNumber span_begin = kNoDay;
  for (const DayNumber day : days) {
    if (spans > 0 && day - span_begin <= kStoryDays) continue;
    span_begin = day;
    ++spans;
  }
  text.standing = spans >= kStandingSpans;
}

/// Joins two circles by exchanging their successors; the smaller one changes its name.
void StoryGroups::merge(std::uint32_t a, std::uint32_t b) {
  std::uint32_t keeping = texts_[a].group;
  std::uint32_t joining = texts_[b].group;
  if (keeping == joining) return;
  if (texts_[keeping].group_size < texts_[joining].group_size) std::swap(keeping, joining);
  texts_[keeping].group_size += texts_[joining].group_size;
  std::uint32_t at = joining;
  do {
    texts_[at].group = keeping;
    at = texts_[at].next_in_group;
  } while (at != joining);
  std::swap(texts_[keeping].next_in_group, texts_[joining].next_in_group);
}

/// Takes a group apart: every text of it has to be looked up again.
void StoryGroups::scatter(std::uint32_t text, std::vector<std::uint32_t>& dirty) {
  if (texts_[text].dirty) return;
  std::uint32_t at = text;
  do {
    Text& one = texts_[at];
    const std::uint32_t next = one.next_in_group;
    one.group = one.next_in_group = at;
    one.group_size = 1;
    one.dirty = true;
    dirty.push_back(at);
    at = next;
  } while (at != text);
}

void StoryGroups::free_text(std::uint32_t text) {
  text_by_hash_.erase(texts_[text].sketch.text);
  texts_[text] = Text{};
  free_texts_.push_back(text);
}

/// The texts whose links may have changed, each now a group of its own: new ones, and the whole old
/// group of one that is gone, appeared first on another day, or became or ceased to be a standing
/// text. Links between all others are as they were, and are held by their groups.
std::vector<std::uint32_t> StoryGroups::find_dirty() {
  std::vector<std::uint32_t> dirty;
  for (const std::uint32_t index : touched_) {
    Text& text = texts_[index];
    const DayNumber day = text.first_day;
    const bool standing = text.standing;
    date(text);
    if (text.fresh || text.documents == 0 || text.first_day != day || text.standing != standing) {
      scatter(index, dirty);
    }
  }
  for (const std::uint32_t index : touched_) {
    if (texts_[index].documents == 0) free_text(index);
  }
  std::erase_if(dirty, [this](std::uint32_t index) { return texts_[index].documents == 0; });
  std::erase_if(touched_, [this](std::uint32_t index) { return texts_[index].documents == 0; });
  return dirty;
}

void StoryGroups::link(std::uint32_t a, std::uint32_t b) {
  const Text& left = texts_[a];
  const Text& right = texts_[b];
  if (left.group == right.group || left.standing || right.standing) return;
  ++comparisons_;
  if (same_story(left.sketch, right.sketch, Strictness::usual)) merge(a, b);
}

void StoryGroups::sort_into(Band& into, std::size_t band, const std::vector<std::uint32_t>& dirty) {
  into.waiting.resize(dirty.size());
  for (std::size_t i = 0; i < dirty.size(); ++i) {
    const Text& text = texts_[dirty[i]];
    into.waiting[i] = {mixed_key(text.sketch, band), text.first_day, dirty[i]};
  }
  std::sort(into.waiting.begin(), into.waiting.end());
  find_crowds(band, into.waiting);
  into.bucket_ends.resize(std::bit_ceil(2 * dirty.size()));
  const int shift = 32 - std::countr_zero(into.bucket_ends.size());
  for (std::size_t bucket = 0, end = 0; bucket < into.bucket_ends.size(); ++bucket) {
    while (end < into.waiting.size() && into.waiting[end].key >> shift == bucket) ++end;
    into.bucket_ends[bucket] = static_cast<std::uint32_t>(end);
  }
}

void StoryGroups::join_bands(std::size_t first, std::size_t count) {
  const int shift = 32 - std::countr_zero(bands_.front().bucket_ends.size());
  // Buckets lie all over the memory: those of a block are asked for together.
  constexpr std::size_t kBlock = 32;
  std::array<std::uint32_t, kBlock> keys{};
  for (std::size_t begin = 0; begin < texts_.size(); begin += kBlock) {
    const std::size_t size = std::min(kBlock, texts_.size() - begin);
    for (std::size_t i = 0; i < count; ++i) {
      const auto& [waiting, bucket_ends] = bands_[i];
      const std::size_t band = first + i;
      for (std::size_t t = 0; t < size; ++t) {
        keys[t] = mixed_key(texts_[begin + t].sketch, band);
        __builtin_prefetch(&bucket_ends[keys[t] >> shift]);
      }
      for (std::size_t t = 0; t < size; ++t) {
        const std::size_t bucket = keys[t] >> shift;
        const std::size_t bucket_begin = bucket == 0 ? 0 : bucket_ends[bucket - 1];
        meet(static_cast<std::uint32_t>(begin + t), {band, keys[t]},
             std::span(waiting).subspan(bucket_begin, bucket_ends[bucket] - bucket_begin));
      }
    }
  }
}

/// Blocks of days and not a window around each text: of two texts each must say the same.
void StoryGroups::find_crowds(std::size_t band, const std::vector<Waiting>& waiting) {
  std::size_t begin = 0;
  for (std::size_t i = 1; i <= waiting.size(); ++i) {
    const Waiting& first = waiting[begin];
    const bool same = i < waiting.size() && waiting[i].key == first.key &&
                      block_of(waiting[i].day) == block_of(first.day);
    if (same) continue;
    if (i - begin > kCrowd) crowds_.insert(crowd_key(band, first.key, first.day));
    begin = i;
  }
}

bool StoryGroups::is_crowded(std::size_t band, std::uint32_t key, DayNumber day) const {
  return !crowds_.empty() && crowds_.contains(crowd_key(band, key, day));
}

/// Whether an earlier band has brought them together.
bool StoryGroups::has_met(std::uint32_t a, std::uint32_t b, std::size_t band) const {
  const Text& left = texts_[a];
  const Text& right = texts_[b];
  for (std::size_t earlier = 0; earlier < band; ++earlier) {
    if (band_key(left.sketch, earlier) != band_key(right.sketch, earlier)) continue;
    const std::uint32_t key = mixed_key(left.sketch, earlier);
    if (!is_crowded(earlier, key, left.first_day) && !is_crowded(earlier, key, right.first_day)) {
      return true;
    }
  }
  return false;
}

void StoryGroups::meet(std::uint32_t index, Key key, std::span<const Waiting> bucket) {
  if (bucket.empty() || texts_[index].documents == 0) return;
  const DayNumber day = texts_[index].first_day;
  if (is_crowded(key.band, key.mixed, day)) return;
  if (day == kNoDay) return meet_days(index, key, bucket, kNoDay, INT32_MAX);
  meet_days(index, key, bucket, kNoDay, kNoDay);
  meet_days(index, key, bucket, day - kStoryDays, day + kStoryDays);
}

void StoryGroups::meet_days(std::uint32_t index, Key key, std::span<const Waiting> bucket,
                            DayNumber first, DayNumber last) {
  const Waiting least{key.mixed, first, 0};
  for (auto at = std::lower_bound(bucket.begin(), bucket.end(), least);
       at != bucket.end() && at->key == key.mixed && at->day <= last; ++at) {
    // Of two dirty texts each meets the other; once is enough.
    if (texts_[index].dirty && at->text <= index) continue;
    if (is_crowded(key.band, key.mixed, at->day) || has_met(index, at->text, key.band)) continue;
    link(index, at->text);
  }
}

void StoryGroups::join(const std::vector<std::uint32_t>& dirty) {
  if (dirty.empty()) return;
  // To go over all texts costs most where few are dirty, and to sort the dirty where many are.
  constexpr std::size_t kMostWaiting = std::size_t{1} << 18;
  const std::size_t at_once = std::clamp(kMostWaiting / dirty.size(), std::size_t{1}, kBands);
  bands_.resize(at_once);
  crowds_.clear();
  for (std::size_t first = 0; first < kBands; first += at_once) {
    const std::size_t count = std::min(at_once, kBands - first);
    for (std::size_t i = 0; i < count; ++i) sort_into(bands_[i], first + i, dirty);
    join_bands(first, count);
  }
}

std::vector<std::uint32_t> StoryGroups::documents_of(
    const std::vector<std::uint32_t>& texts) const {
  std::vector<std::uint32_t> documents;
  for (const std::uint32_t text : texts) {
    for (std::uint32_t d = texts_[text].documents; d != 0; d = articles_[d].next) {
      documents.push_back(d);
    }
  }
  return documents;
}

std::uint32_t StoryGroups::first_of(const std::vector<std::uint32_t>& documents) const {
  if (documents.size() < 2) return 0;
  return *std::min_element(documents.begin(), documents.end(), [this](auto a, auto b) {
    return articles_[a].sequence < articles_[b].sequence;
  });
}

void StoryGroups::name_kin(std::uint32_t text, std::vector<StoryChange>& changes) {
  std::vector<std::uint32_t> texts;
  std::vector<StoryText> group;
  std::uint32_t at = text;
  do {
    const Text& one = texts_[at];
    texts.push_back(at);
    const bool dated = one.first_day != kNoDay;
    group.push_back({&one.sketch, dated ? std::optional(one.first_day) : std::nullopt});
    at = one.next_in_group;
  } while (at != text);
  StoryPlace place;
  place.kin = first_of(documents_of(texts));
  for (std::vector<std::uint32_t>& part : story_parts(group)) {
    for (std::uint32_t& index : part) index = texts[index];
    const std::vector<std::uint32_t> documents = documents_of(part);
    place.first = first_of(documents);
    for (const std::uint32_t document : documents) {
      if (std::exchange(articles_[document].place, place) == place) continue;
      changes.push_back({document, place});
    }
  }
}

std::vector<StoryChange> StoryGroups::settle() {
  finish_load();
  std::vector<std::uint32_t> changed = find_dirty();
  join(changed);
  for (const std::uint32_t index : changed) texts_[index].dirty = texts_[index].fresh = false;
  changed.insert(changed.end(), touched_.begin(), touched_.end());
  for (const std::uint32_t index : touched_) texts_[index].touched = false;
  touched_.clear();
  for (std::uint32_t& index : changed) index = texts_[index].group;
  std::sort(changed.begin(), changed.end());
  changed.erase(std::unique(changed.begin(), changed.end()), changed.end());
  std::vector<StoryChange> changes;
  for (const std::uint32_t group : changed) name_kin(group, changes);
  std::sort(changes.begin(), changes.end(),
            [](const StoryChange& a, const StoryChange& b) { return a.document < b.document; });
  return changes;
}

}  // namespace techpolicy
