#include "indexer/entities/unreviewed_names.h"

#include <algorithm>
#include <map>
#include <unordered_map>

#include "indexer/entities/alias_forms.h"
#include "indexer/entities/organisation_cues.h"
#include "indexer/entities/organisation_patterns.h"

namespace techpolicy {
namespace {

constexpr std::size_t kShortestName = 3;
constexpr std::size_t kShortestShortForm = 3;
constexpr std::size_t kShortestAcronym = 3;
constexpr std::size_t kMostSlugBytes = 80;
constexpr std::size_t kOften = 3;
constexpr double kFewDenials = -0.25;  // On the average of a name's places: too few to count.

using Weights = std::map<std::string_view, double>;  ///< By pattern.

double sum(const std::vector<Evidence>& evidence) {
  double total = 0;
  for (const Evidence& one : evidence) total += one.weight;
  return total;
}

/// All runs of an article that spell the same.
struct NameGroup {
  std::vector<std::size_t> runs;
  Weights supports;  ///< At its strongest.
  Weights weakens;   ///< Where it is least.
  Weights denies;    ///< On the average of the runs.
  double score = 0;

  [[nodiscard]] bool is_accepted() const { return score >= kOrganisationNeeds; }
  [[nodiscard]] bool is_denied() const {
    return std::ranges::any_of(denies, [](const auto& rule) { return rule.second <= -0.7; });
  }
};

std::size_t words_in(std::string_view key) {
  return static_cast<std::size_t>(std::ranges::count(key, ' ')) + 1;
}

std::string_view first_words(std::string_view key, std::size_t count) {
  std::size_t end = 0;
  for (std::size_t i = 0; i < count && end < key.size(); ++i) {
    end = std::min(key.find(' ', i == 0 ? 0 : end + 1), key.size());
  }
  return key.substr(0, end);
}

std::string_view last_word(std::string_view key) {
  const std::size_t blank = key.rfind(' ');
  return blank == std::string_view::npos ? key : key.substr(blank + 1);
}

/// "cba" of "commonwealth bank of australia".
std::string initials(std::string_view key) {
  std::string letters;
  while (!key.empty()) {
    const std::string_view word = key.substr(0, std::min(key.find(' '), key.size()));
    if (!word.empty() && !cues_of(word).has(Cue::function_word)) letters += word.front();
    key.remove_prefix(std::min(word.size() + 1, key.size()));
  }
  return letters;
}

/// "acme-widgets" of the key "acme widgets"; cut between two characters.
std::string slug_of(std::string_view key) {
  std::size_t end = std::min(key.size(), kMostSlugBytes);
  while (end < key.size() && end > 0 && (static_cast<unsigned char>(key[end]) & 0xC0U) == 0x80U) {
    --end;
  }
  std::string slug(key.substr(0, end));
  std::ranges::replace(slug, ' ', '-');
  return slug;
}

/// The work on one article.
class NameSearch {
 public:
  NameSearch(std::span<const CoveredText> texts, const Vocabulary& vocabulary,
             const UnreviewedNames& names)
      : texts_(texts), vocabulary_(vocabulary), names_(names) {}

  std::vector<UnreviewedName> run() {
    for (std::size_t i = 0; i < texts_.size(); ++i) {
      for (NameRun& run : find_name_runs(texts_[i], vocabulary_)) {
        runs_.push_back(std::move(run));
        text_of_.push_back(i);
      }
    }
    group_runs();
    for (auto& [key, group] : groups_) gather(group);
    gather_people();
    for (auto& [key, group] : groups_) weigh(key, group);
    for (const auto& [key, group] : groups_) {
      if (group.is_accepted() && !names_.is_known(key)) accept(key, group);
    }
    join_short_forms();
    for (const auto& [key, group] : groups_) place(key, group);
    return finished();
  }

 private:
  /// A doubtful first word ("Miller Kaplan" at a sentence's start) is kept where the name stands
  /// with it elsewhere.
  void group_runs() {
    std::unordered_set<std::string> keys;
    for (const NameRun& run : runs_) keys.insert(run.key);
    for (std::size_t i = 0; i < runs_.size(); ++i) {
      NameRun& run = runs_[i];
      if (run.whole_first != run.first) {
        std::string whole = name_key(run.in->text, run.whole_first, run.last);
        if (keys.contains(whole)) {
          run.first = run.whole_first;
          run.key = std::move(whole);
        }
      }
      groups_[run.key].runs.push_back(i);
    }
  }

  void gather(NameGroup& group) const {
    bool any = false;
    for (const std::size_t i : group.runs) {
      const OrganisationEvidence evidence = organisation_evidence(runs_[i], vocabulary_);
      for (const Evidence& one : evidence.denies) {
        // A definition is given once and holds for every place.
        const bool once = one.rule == "stands for other words";
        group.denies[one.rule] += one.weight / static_cast<double>(once ? 1 : group.runs.size());
      }
      if (sum(evidence.supports) + sum(evidence.weakens) <= 0) continue;
      for (const Evidence& one : evidence.supports) {
        double& weight = group.supports[one.rule];
        weight = std::max(weight, one.weight);
      }
      // What weakens some places only does not weaken the name.
      Weights here;
      for (const Evidence& one : evidence.weakens) here[one.rule] = one.weight;
      if (!any) {
        group.weakens = std::move(here);
      } else {
        keep_least(group.weakens, here);
      }
      any = true;
    }
  }

  /// Of both only the patterns that both have, at the weight nearer to 0.
  static void keep_least(Weights& weights, const Weights& others) {
    std::erase_if(weights, [&](const auto& rule) { return !others.contains(rule.first); });
    for (auto& [rule, weight] : weights) weight = std::max(weight, others.at(rule));
  }

  void weigh(const std::string& key, NameGroup& group) const {
    if (group.supports.empty()) return;
    const bool sure =
        group.supports.contains("legal form") || group.supports.contains("ticker follows");
    if (key.size() < (sure ? 2 : kShortestName)) return;
    const std::size_t words = words_in(key);
    if (group.runs.size() >= kOften) group.supports["named often"] = 0.3;
    std::erase_if(group.denies, [](const auto& rule) { return rule.second > kFewDenials; });
    if (words > 1 && !sure) {
      const bool first = groups_.contains(std::string(first_words(key, 1)));
      const bool last = groups_.contains(std::string(last_word(key)));
      if (first && !last) group.supports["its first word stands alone"] = 0.3;
      if (last && !first) group.denies["its last word stands alone"] = -1.0;
    }
    if (words == 1 && person_words_.contains(key)) group.denies["part of a person's name"] = -2.0;
    for (const Weights* weights : {&group.supports, &group.weakens, &group.denies}) {
      for (const auto& [rule, weight] : *weights) group.score += weight;
    }
  }

  void gather_people() {
    for (const auto& [key, group] : groups_) {
      if (!group.is_denied() || words_in(key) < 2) continue;
      person_words_.emplace(last_word(key));
      person_words_.emplace(first_words(key, 1));
    }
  }

  void accept(const std::string& key, const NameGroup& group) {
    by_form_.emplace(key, found_.size());
    UnreviewedName name;
    const std::size_t shown = *std::ranges::max_element(
        group.runs, {}, [&](std::size_t i) { return !runs_[i].token(runs_[i].first).title_line; });
    name.label = written(runs_[shown]);
    name.slug = slug_of(key);
    name.type = type_of(group);
    name.score = group.score;
    for (const auto& [rule, weight] : group.supports) name.evidence.push_back({rule, weight});
    std::ranges::sort(name.evidence, std::ranges::greater{}, &Evidence::weight);
    keys_.push_back(key);
    found_.push_back(std::move(name));
  }

  static Facet type_of(const NameGroup& group) {
    if (group.supports.contains("institution of something")) return Facet::org;
    if (!group.supports.contains("name of a kind of institution")) return Facet::company;
    constexpr std::string_view kOfCompanies[] = {"legal form", "ticker follows", "shares follow",
                                                 "name of a kind of company"};
    const bool company = std::ranges::any_of(
        kOfCompanies, [&](std::string_view rule) { return group.supports.contains(rule); });
    return company ? Facet::company : Facet::org;
  }

  static std::string written(const NameRun& run) {
    std::string label;
    for (std::size_t i = run.first; i <= run.last; ++i) {
      const Token& token = run.token(i);
      if (i > run.first) {
        const std::size_t end = run.token(i - 1).end;
        const std::string_view gap = run.in->text.text.substr(end, token.begin - end);
        const bool blank = gap.find_first_not_of(" \n\t") == std::string_view::npos;
        label += blank ? std::string_view(gap.empty() ? "" : " ") : gap;
      }
      label += written_form(run.in->text.text, token);
    }
    return label;
  }

  /// A form that may stand for a longer name: no ordinary word, no other name.
  [[nodiscard]] bool may_stand_for(std::string_view form) const {
    if (form.size() < kShortestShortForm || names_.is_known(std::string(form))) return false;
    if (words_in(form) > 1) return true;
    const Cues cues = cues_of(form);
    return !vocabulary_.is_word(form) && !cues.has(Cue::given_name) &&
           !cues.has(Cue::institution_head) && !cues.has(Cue::legal_form);
  }

  /// A form of two names means the one that the article names more often.
  void add_form(std::string form, std::size_t name) {
    if (form == keys_[name] || !may_stand_for(form)) return;
    const auto [place, is_new] = short_forms_.emplace(std::move(form), name);
    if (is_new || place->second == name) return;
    const std::string& other = keys_[place->second];
    if (keys_[name].starts_with(other)) return;  // What is short for the longer is for both.
    if (other.starts_with(keys_[name])) {
      place->second = name;
    } else {
      place->second = more_frequent(place->second, name);
    }
  }

  [[nodiscard]] std::size_t more_frequent(std::size_t a, std::size_t b) const {
    const auto runs = [&](std::size_t name) { return groups_.at(keys_[name]).runs.size(); };
    return runs(b) > runs(a) ? b : a;
  }

  void join_short_forms() {
    for (std::size_t name = 0; name < keys_.size(); ++name) {
      const std::string& key = keys_[name];
      const std::size_t words = words_in(key);
      for (std::size_t count = 1; count < words; ++count) {
        const std::string_view form = first_words(key, count);
        if (cues_of(last_word(form)).has(Cue::function_word)) continue;
        add_form(std::string(form), name);
      }
      if (words >= 2) add_acronym(name);
    }
  }

  void add_acronym(std::size_t name) {
    const std::string acronym = initials(keys_[name]);
    const auto group = groups_.find(acronym);
    if (group == groups_.end() || acronym.size() < kShortestAcronym) return;
    const NameRun& run = runs_[group->second.runs.front()];
    if (run.token(run.first).all_caps) add_form(acronym, name);
  }

  static constexpr std::size_t kNoName = static_cast<std::size_t>(-1);

  [[nodiscard]] std::size_t name_of(std::string_view form) const {
    const std::string key(form);
    const auto own = by_form_.find(key);
    const auto of_longer = short_forms_.find(key);
    if (of_longer != short_forms_.end() && of_longer->second != kNoName) {
      // "Acme" alone is the "Acme Widgets" of the same article.
      if (own == by_form_.end() || words_in(key) == 1) return of_longer->second;
    }
    return own == by_form_.end() ? kNoName : own->second;
  }

  void place(const std::string& key, const NameGroup& group) {
    const std::size_t whole = name_of(key);
    const bool is_denied = group.is_denied();
    for (const std::size_t i : group.runs) {
      if (whole != kNoName) {
        add_place(whole, i, runs_[i].first, runs_[i].last_form);
      } else if (!is_denied) {
        place_parts(i);
      }
    }
  }

  /// "Acme" at the start of "Acme Customer Platform"; anywhere in a title.
  void place_parts(std::size_t i) {
    const NameRun& run = runs_[i];
    if (cues_of(run.token(run.last).folded).has(Cue::other_head)) return;  // "Acme Act"
    for (std::size_t first = run.first; first <= run.last; ++first) {
      std::size_t last = run.last;
      std::size_t name = kNoName;
      for (; last + 1 > first; --last) {
        if (first == run.first && last == run.last) continue;
        name = name_of(name_key(run.in->text, first, last));
        if (name != kNoName || last == first) break;
      }
      if (name != kNoName) {
        add_place(name, i, first, last);
        first = last;
      }
      if (!run.token(run.first).title_line) return;
    }
  }

  void add_place(std::size_t name, std::size_t run, std::size_t first, std::size_t last) {
    found_[name].places.push_back({text_of_[run], first, last});
  }

  /// Names that were only short for longer ones have no places left.
  std::vector<UnreviewedName> finished() {
    std::erase_if(found_, [](const UnreviewedName& name) { return name.places.empty(); });
    return std::move(found_);
  }

  std::span<const CoveredText> texts_;
  const Vocabulary& vocabulary_;
  const UnreviewedNames& names_;
  std::vector<NameRun> runs_;
  std::vector<std::size_t> text_of_;         ///< By run.
  std::map<std::string, NameGroup> groups_;  ///< By key.
  std::unordered_set<std::string> person_words_;
  std::vector<UnreviewedName> found_;
  std::vector<std::string> keys_;  ///< Of found_.
  std::unordered_map<std::string, std::size_t> by_form_;
  std::unordered_map<std::string, std::size_t> short_forms_;
};

}  // namespace

UnreviewedNames::UnreviewedNames(const Gazetteer& gazetteer, const Vocabulary& vocabulary)
    : vocabulary_(vocabulary) {
  for (const Entity& entity : gazetteer.entities()) {
    for (const Alias& alias : entity.aliases) {
      const TextAnalysis text = alias_tokens(alias.text);
      if (!text.tokens.empty()) known_.insert(name_key(text, 0, text.tokens.size() - 1));
    }
  }
}

std::vector<UnreviewedName> UnreviewedNames::find(std::span<const CoveredText> texts) const {
  return NameSearch(texts, vocabulary_, *this).run();
}

std::string unreviewed_slug_of(std::string_view written) {
  const TextAnalysis text = alias_tokens(written);
  std::size_t count = text.tokens.size();
  while (count > 1 && cues_of(text.tokens[count - 1].folded).has(Cue::legal_form)) --count;
  return count == 0 ? std::string() : slug_of(name_key(text, 0, count - 1));
}

}  // namespace techpolicy
