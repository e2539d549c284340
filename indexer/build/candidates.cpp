#include "indexer/build/candidates.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <tuple>

#include "indexer/entities/mentioned_names.h"
#include "indexer/schema/found_names.h"

namespace techpolicy {
namespace {

constexpr std::size_t kExampleBytes = 240;

bool is_continuation(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; }

/// White space, line breaks and tabs too, as single blanks.
std::string on_one_line(std::string_view text) {
  std::string line;
  for (const char c : text) {
    const bool blank = c == ' ' || c == '\n' || c == '\t';
    if (!blank) line += c;
    if (blank && !line.empty() && line.back() != ' ') line += ' ';
  }
  return line;
}

/// The sentence of a mention, or what of it fits around the name.
std::string sentence_of(const TextAnalysis& text, const Mention& mention) {
  std::size_t first = mention.first_token;
  while (first > 0 && !text.tokens[first].sentence_start) --first;
  std::size_t last = mention.last_token;
  while (last + 1 < text.tokens.size() && !text.tokens[last + 1].sentence_start) ++last;
  std::size_t begin = text.tokens[first].begin;
  std::size_t end = text.tokens[last].end;
  begin = std::max(begin, mention.begin - std::min(mention.begin, kExampleBytes / 2));
  end = std::min(end, mention.end + kExampleBytes / 2);
  while (begin < mention.begin && is_continuation(text.text[begin])) ++begin;
  while (end < text.text.size() && is_continuation(text.text[end])) ++end;
  return on_one_line(text.text.substr(begin, end - begin));
}

std::string joined(const std::set<std::string_view>& patterns) {
  std::string text;
  for (const std::string_view pattern : patterns) {
    if (!text.empty()) text += "; ";
    text += pattern;
  }
  return text;
}

}  // namespace

void CandidateList::add(const AnalyzedArticle& analyzed, const Gazetteer& gazetteer) {
  const MentionedNames names(gazetteer, analyzed.mentions.found);
  std::set<EntityIndex> counted;
  const auto take = [&](const TextAnalysis& text, const std::vector<Mention>& mentions) {
    for (const Mention& mention : mentions) {
      const EntityKey& key = names.key(mention.entity);
      if (!is_unreviewed(key.type, key.id)) continue;
      NameCandidate& candidate = candidates_[key];
      if (candidate.mentions == 0) {
        candidate.key = key;
        candidate.label = names.label(mention.entity);
        candidate.example = sentence_of(text, mention);
      }
      ++candidate.mentions;
      if (counted.insert(mention.entity).second) ++candidate.articles;
      for (const Evidence& evidence : mention.evidence) candidate.patterns.insert(evidence.rule);
    }
  };
  take(analyzed.body, analyzed.mentions.body);
  take(analyzed.title, analyzed.mentions.title);
}

std::vector<NameCandidate> CandidateList::most_frequent() const {
  std::vector<NameCandidate> list;
  list.reserve(candidates_.size());
  for (const auto& [key, candidate] : candidates_) list.push_back(candidate);
  std::ranges::stable_sort(list, [](const NameCandidate& a, const NameCandidate& b) {
    return std::tie(a.articles, a.mentions) > std::tie(b.articles, b.mentions);
  });
  return list;
}

std::string candidates_tsv(const std::vector<NameCandidate>& candidates) {
  std::string tsv = "articles\tmentions\ttype\tid\tname\tpatterns\texample\n";
  for (const NameCandidate& one : candidates) {
    tsv += std::to_string(one.articles) + '\t' + std::to_string(one.mentions) + '\t';
    tsv += std::string(facet_row(one.key.type).name) + '\t' + one.key.id + '\t';
    tsv += on_one_line(one.label) + '\t' + joined(one.patterns) + '\t' + one.example + '\n';
  }
  return tsv;
}

std::string candidates_json(const std::vector<NameCandidate>& candidates) {
  std::string lines;
  for (const NameCandidate& one : candidates) {
    const nlohmann::ordered_json json = {
        {"id", one.key.id},         {"type", facet_row(one.key.type).name},
        {"name", one.label},        {"articles", one.articles},
        {"mentions", one.mentions}, {"patterns", one.patterns},
        {"example", one.example}};
    lines += json.dump() + '\n';
  }
  return lines;
}

}  // namespace techpolicy
