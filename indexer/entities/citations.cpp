#include "indexer/entities/citations.h"

#include <algorithm>
#include <cctype>

#include "indexer/entities/alias_forms.h"
#include "indexer/entities/citation_kinds.h"

namespace techpolicy {
namespace {

/// "citation.15-cfr-744.23": letters and digits, a dot inside a number, else hyphens.
std::string slug_of(std::string_view label) {
  std::string slug;
  for (std::size_t i = 0; i < label.size(); ++i) {
    const auto digit_at = [&](std::size_t at) {
      return at < label.size() && label[at] >= '0' && label[at] <= '9';
    };
    const char c = label[i];
    const bool upper_case = c >= 'A' && c <= 'Z';
    const bool kept = (c >= 'a' && c <= 'z') || digit_at(i);
    if (upper_case) {
      slug += static_cast<char>(c - 'A' + 'a');
    } else if (kept || (c == '.' && i > 0 && digit_at(i - 1) && digit_at(i + 1))) {
      slug += c;
    } else if (c != '.' && !slug.empty() && slug.back() != '-') {
      slug += '-';
    }
  }
  return slug;
}

std::optional<Citation> citation_at(const TextAnalysis& text, std::size_t first) {
  std::optional<ReadCitation> read = read_citation(text, first);
  if (!read) return std::nullopt;
  std::string slug = slug_of(read->label);
  return Citation{std::move(read->label), std::move(slug), first, read->last_token};
}

}  // namespace

std::vector<Citation> find_citations(const TextAnalysis& text) {
  std::vector<Citation> citations;
  for (std::size_t i = 0; i < text.tokens.size(); ++i) {
    std::optional<Citation> citation = citation_at(text, i);
    if (!citation) continue;
    i = citation->last_token;
    citations.push_back(std::move(*citation));
  }
  return citations;
}

std::optional<Citation> whole_citation(std::string_view text) {
  // In a text "hr" is the word; typed alone with a number it is the bill.
  std::string capitals(text);
  std::ranges::transform(capitals, capitals.begin(), [](unsigned char c) {
    return static_cast<char>(c < 0x80 ? std::toupper(c) : c);
  });
  const TextAnalysis tokens = alias_tokens(capitals);
  if (tokens.tokens.empty()) return std::nullopt;
  std::optional<Citation> citation = citation_at(tokens, 0);
  if (citation && citation->last_token + 1 != tokens.tokens.size()) citation.reset();
  return citation;
}

CitedLaws::CitedLaws(const Gazetteer& gazetteer) {
  for (EntityIndex i = 0; i < gazetteer.entities().size(); ++i) {
    const Entity& entity = gazetteer.entities()[i];
    if (entity.key.type != Facet::law) continue;
    for (const Alias& alias : entity.aliases) {
      const std::optional<Citation> citation = whole_citation(alias.text);
      if (!citation) continue;
      std::vector<EntityIndex>& owners = laws_[citation->slug];
      if (owners.empty() || owners.back() != i) owners.push_back(i);
    }
  }
}

std::optional<EntityIndex> CitedLaws::law(const std::string& slug) const {
  const auto found = laws_.find(slug);
  if (found == laws_.end() || found->second.size() != 1) return std::nullopt;
  return found->second.front();
}

}  // namespace techpolicy
