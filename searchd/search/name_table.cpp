#include "searchd/search/name_table.h"

#include <algorithm>
#include <unordered_map>
#include <utility>

#include "indexer/analysis/analyzer.h"

namespace techpolicy {

std::string NameTable::normal_form(std::string_view name) {
  std::string form;
  for (const char c : fold(name)) {
    const bool is_space = c == ' ' || c == '-' || c == '\t' || c == '\n';
    if (!is_space) {
      form += c;
    } else if (!form.empty() && form.back() != ' ') {
      form += ' ';
    }
  }
  if (form.ends_with(' ')) form.pop_back();
  return form;
}

void NameTable::add_name(std::string_view name, std::string_view shown) {
  const std::string form = normal_form(name);
  if (form.empty()) return;
  const auto number = static_cast<std::uint32_t>(names_.size());
  names_.emplace_back(shown.empty() ? name : shown);
  const auto thing = static_cast<std::uint32_t>(things_.size() - 1);
  for (std::size_t at = 0; at < form.size();) {
    entries_.push_back({form.substr(at), thing, number, at == 0});
    at = std::min(form.find(' ', at), form.size() - 1) + 1;
  }
}

void NameTable::add_entity(const Entity& entity) {
  add_thing(entity.key);
  add_name(entity.label);
  for (const Alias& alias : entity.aliases) {
    if (alias.text != entity.label) add_name(alias.text);
  }
  for (const std::string& ticker : entity.tickers) add_name(ticker);
  add_name(entity.key.id, entity.label);
}

void NameTable::sort() { std::ranges::sort(entries_, {}, &Entry::from_word); }

std::vector<NamedThing> NameTable::find(std::string_view typed) const {
  const std::string prefix = normal_form(typed);
  std::vector<NamedThing> found;
  if (prefix.empty()) return found;
  std::unordered_map<std::uint32_t, std::size_t> places;
  std::vector<std::uint32_t> best;  // Beside `found`: the number of its name; the label's is first.
  for (auto entry = std::ranges::lower_bound(entries_, prefix, {}, &Entry::from_word);
       entry != entries_.end() && entry->from_word.starts_with(prefix); ++entry) {
    const bool whole = entry->whole_name && entry->from_word.size() == prefix.size();
    const NameFit fit =
        whole ? NameFit::whole : (entry->whole_name ? NameFit::beginning : NameFit::word);
    const auto [place, fresh] = places.try_emplace(entry->thing, found.size());
    if (fresh) {
      found.push_back({things_[entry->thing], names_[entry->name], fit});
      best.push_back(entry->name);
      continue;
    }
    NamedThing& known = found[place->second];
    if (std::pair(fit, entry->name) < std::pair(known.fit, best[place->second])) {
      known.matched = names_[entry->name];
      known.fit = fit;
      best[place->second] = entry->name;
    }
  }
  return found;
}

}  // namespace techpolicy
