#include "tests/searchd/search/scanned_text.h"

#include <algorithm>
#include <sstream>

#include "searchd/search/query_characters.h"

namespace techpolicy {

ScannedText::ScannedText(const TextAnalysis& text, std::size_t tokens,
                         const std::vector<Mention>& mentions, const MentionedNames& names) {
  std::size_t sentence = 0;
  std::size_t paragraph = 0;
  for (std::size_t i = 0; i < tokens; ++i) {
    const Token& token = text.tokens[i];
    forms_[token.position].insert(token.folded);
    written_[token.position] = written_form(text.text, token);
    sentence += token.sentence_start ? 1U : 0U;
    paragraph += token.before == Separator::paragraph ? 1U : 0U;
    sentence_[token.position] = sentence;
    paragraph_[token.position] = paragraph;
  }
  for (const Compound& compound : text.compounds) {
    if (compound.last_token >= tokens) continue;
    for (std::size_t i = compound.first_token; i <= compound.last_token; ++i) {
      forms_[text.tokens[i].position].insert(compound.folded);
    }
  }
  for (const LanguageSpan& span : text.languages) {
    for (std::size_t i = span.first_token; i < std::min(span.end_token, tokens); ++i) {
      foreign_[text.tokens[i].position] = span.language;
    }
  }
  for (const Gloss& gloss : text.glosses) {
    if (gloss.last_token >= tokens) continue;
    std::istringstream words{std::string(gloss.meaning)};
    std::size_t token = gloss.first_token;
    for (std::string word; words >> word; token = std::min(token + 1, gloss.last_token)) {
      meanings_[text.tokens[token].position].insert(word);
    }
  }
  for (const Mention& mention : mentions) {
    if (mention.last_token >= tokens) continue;
    mentions_[names.key(mention.entity).id].insert(
        {text.tokens[mention.first_token].position, text.tokens[mention.last_token].position});
  }
}

Places ScannedText::phrase(const std::vector<std::string>& forms) const {
  Places places;
  for (const auto& [start, at_start] : forms_) {
    bool all = true;
    for (std::size_t i = 0; all && i < forms.size(); ++i) {
      const auto at = forms_.find(start + static_cast<std::uint32_t>(i));
      all = at != forms_.end() && at->second.contains(forms[i]);
    }
    if (all) places.emplace(start, start + static_cast<std::uint32_t>(forms.size()) - 1);
  }
  return places;
}

Places ScannedText::places(const Wish& wish, const std::string& language, const Analyzer& analyzer,
                           Stemmer& stemmer) const {
  if (wish.kind == Wish::Kind::any) {
    Places places;
    for (const Wish& part : wish.parts)
      places.merge(this->places(part, language, analyzer, stemmer));
    return places;
  }
  if (wish.kind == Wish::Kind::sequence) {
    Places whole = places(wish.parts.front(), language, analyzer, stemmer);
    for (std::size_t i = 1; i < wish.parts.size(); ++i) {
      Places longer;
      for (const Place& next : places(wish.parts[i], language, analyzer, stemmer)) {
        for (const Place& so_far : whole) {
          if (so_far.second + 1 == next.first) longer.emplace(so_far.first, next.second);
        }
      }
      whole = std::move(longer);
    }
    return whole;
  }
  if (wish.kind == Wish::Kind::mention) {
    const auto named = mentions_.find(wish.entity);
    return named == mentions_.end() ? Places() : named->second;
  }
  std::vector<std::string> forms;
  for (const std::string& word : wish.words) {
    const TextAnalysis typed = analyzer.analyze_query(word);
    for (const Token& token : typed.tokens) forms.push_back(token.folded);
  }
  const bool by_stem = wish.kind == Wish::Kind::word || wish.kind == Wish::Kind::name;
  Places places;
  if (wish.kind == Wish::Kind::exact || wish.kind == Wish::Kind::phrase || forms.size() > 1) {
    places = phrase(forms);
  }
  const auto same_stem = [&](const std::string& spoken, const std::string& form) {
    const std::string wanted = stemmer.stem(spoken, forms.front());
    return forms.size() == 1 && stemmer.stem(spoken, form) == wanted;
  };
  // A form counts in every language in which the text has the stem.
  std::set<std::string> languages;
  for (const auto& [position, at] : forms_) {
    const auto foreign = foreign_.find(position);
    const std::string& spoken = foreign == foreign_.end() ? language : foreign->second;
    const auto has_stem = [&](const std::string& form) { return same_stem(spoken, form); };
    if (std::any_of(at.begin(), at.end(), has_stem)) languages.insert(spoken);
  }
  const auto fits = [&](const std::string& form) {
    const std::u32string points = to_code_points(form);
    if (by_stem) {
      return std::any_of(languages.begin(), languages.end(),
                         [&](const std::string& spoken) { return same_stem(spoken, form); });
    }
    if (wish.kind == Wish::Kind::pattern)
      return fits_by_recursion(to_code_points(fold(wish.words.front())), points);
    if (wish.kind == Wish::Kind::fuzzy)
      return edit_distance(to_code_points(forms.front()), points) <= wish.number;
    return false;
  };
  for (const auto& [position, at] : forms_) {
    if (std::any_of(at.begin(), at.end(), fits)) places.emplace(position, position);
  }
  for (const auto& [position, words] : meanings_) {
    const auto means = [&](const std::string& word) { return same_stem("en", word); };
    if (by_stem && std::any_of(words.begin(), words.end(), means)) {
      places.emplace(position, position);
    }
  }
  if (wish.kind == Wish::Kind::cased) {
    for (const auto& [position, written] : written_) {
      if (written == wish.words.front()) places.emplace(position, position);
    }
  }
  const auto named = mentions_.find(wish.entity);
  if (wish.kind == Wish::Kind::name && named != mentions_.end()) {
    places.insert(named->second.begin(), named->second.end());
  }
  return places;
}

bool ScannedText::near(const Place& left, const Place& right, const Proximity& link) const {
  const bool in_order = left.second < right.first;
  if (!in_order && right.second >= left.first) return false;  // They overlap.
  const auto& unit = link.nearness == Nearness::sentence ? sentence_ : paragraph_;
  const std::set<std::size_t> units = {unit.at(left.first), unit.at(left.second),
                                       unit.at(right.first), unit.at(right.second)};
  const std::uint32_t apart = in_order ? right.first - left.second : left.first - right.second;
  switch (link.nearness) {
    case Nearness::near:
      return apart <= link.distance && units.size() == 1;
    case Nearness::adjacent:
      return in_order && apart <= link.distance && units.size() == 1;
    case Nearness::sentence:
    case Nearness::paragraph:
      return units.size() == 1;
  }
  return false;
}

bool ScannedText::chain_from(const std::vector<Places>& parts, const std::vector<Proximity>& links,
                             std::size_t next, const Place& last) const {
  if (next == parts.size()) return true;
  return std::any_of(parts[next].begin(), parts[next].end(), [&](const Place& place) {
    return near(last, place, links[next - 1]) && chain_from(parts, links, next + 1, place);
  });
}

bool ScannedText::holds_chain(const Wish& wish, const std::string& language,
                              const Analyzer& analyzer, Stemmer& stemmer) const {
  std::vector<Places> parts;
  for (const Wish& part : wish.parts) parts.push_back(places(part, language, analyzer, stemmer));
  return std::any_of(parts.front().begin(), parts.front().end(),
                     [&](const Place& place) { return chain_from(parts, wish.links, 1, place); });
}

std::size_t edit_distance(const std::u32string& a, const std::u32string& b) {
  std::vector<std::vector<std::size_t>> table(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
  for (std::size_t i = 0; i <= a.size(); ++i) {
    for (std::size_t j = 0; j <= b.size(); ++j) {
      if (i == 0 || j == 0) {
        table[i][j] = i + j;
        continue;
      }
      table[i][j] = std::min({table[i - 1][j] + 1, table[i][j - 1] + 1,
                              table[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0U : 1U)});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
        table[i][j] = std::min(table[i][j], table[i - 2][j - 2] + 1);
      }
    }
  }
  return table[a.size()][b.size()];
}

bool fits_by_recursion(const std::u32string& pattern, const std::u32string& word) {
  if (pattern.empty()) return word.empty();
  if (word.empty() && pattern.find_first_not_of(U'?') == std::u32string::npos) return true;
  if (pattern.front() == U'*') {
    return fits_by_recursion(pattern.substr(1), word) ||
           (!word.empty() && fits_by_recursion(pattern, word.substr(1)));
  }
  if (word.empty() || (pattern.front() != U'?' && pattern.front() != word.front())) return false;
  return fits_by_recursion(pattern.substr(1), word.substr(1));
}

}  // namespace techpolicy
