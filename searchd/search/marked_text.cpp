#include "searchd/search/marked_text.h"

#include <algorithm>

namespace techpolicy {
namespace {

constexpr std::uint32_t kSnippetBytes = 260;
constexpr std::uint32_t kTitleCodePoints = 120;

/// Walks over a text from border to border of its overlays.
class Marker {
 public:
  Marker(const StoredText& text, std::span<const ByteRange> matches, bool with_entities)
      : text_(text), matches_(matches), with_entities_(with_entities) {}

  MarkedText mark(std::uint32_t begin, std::uint32_t end) {
    auto repair = std::find_if(text_.repairs.begin(), text_.repairs.end(),
                               [begin](const Repair& r) { return r.begin >= begin; });
    std::uint32_t at = begin;
    while (at < end || (repair != text_.repairs.end() && repair->begin == at && at < end)) {
      if (repair != text_.repairs.end() && repair->begin == at && repair->end <= end) {
        add_repair(*repair);
        at = repair->end;
        ++repair;
        continue;
      }
      std::uint32_t next = end;
      if (repair != text_.repairs.end()) next = std::min(next, std::max(repair->begin, at + 1));
      next = std::min(next, next_border(at));
      add(text_.text.substr(at, next - at), at, std::nullopt);
      at = next;
    }
    return std::move(runs_);
  }

 private:
  [[nodiscard]] std::uint32_t next_border(std::uint32_t at) const {
    std::uint32_t next = UINT32_MAX;
    const auto consider = [&](std::uint32_t border) {
      if (border > at) next = std::min(next, border);
    };
    const auto match = std::upper_bound(matches_.begin(), matches_.end(), at,
                                        [](std::uint32_t v, const ByteRange& m) { return v < m.end; });
    if (match != matches_.end()) {
      consider(match->begin);
      consider(match->end);
    }
    if (with_entities_) {
      if (const StoredMention* mention = mention_after(at)) {
        consider(mention->begin);
        consider(mention->end);
      }
    }
    return next;
  }

  [[nodiscard]] const StoredMention* mention_after(std::uint32_t at) const {
    const auto mention = std::upper_bound(text_.mentions.begin(), text_.mentions.end(), at,
                                          [](std::uint32_t v, const StoredMention& m) { return v < m.end; });
    return mention == text_.mentions.end() ? nullptr : &*mention;
  }

  void add_repair(const Repair& repair) {
    const std::string original = text_.text.substr(repair.begin, repair.end - repair.begin);
    add(repair.repaired, repair.begin, original);
  }

  void add(const std::string& piece, std::uint32_t at, std::optional<std::string> original) {
    TextRun run;
    for (const char c : piece) {
      const bool blank = c == '\n' || c == '\t' || c == ' ';
      if (blank && (after_space_ || (runs_.empty() && run.text.empty()))) continue;
      run.text += blank ? ' ' : c;
      after_space_ = blank;
    }
    if (run.text.empty() && !original) return;
    const auto match = std::upper_bound(matches_.begin(), matches_.end(), at,
                                        [](std::uint32_t v, const ByteRange& m) { return v < m.end; });
    run.match = match != matches_.end() && match->begin <= at;
    if (with_entities_) {
      const StoredMention* mention = mention_after(at);
      if (mention != nullptr && mention->begin <= at) run.entity = mention->entity;
    }
    run.original = std::move(original);
    const bool joins = !runs_.empty() && !run.original && !runs_.back().original &&
                       runs_.back().match == run.match && runs_.back().entity == run.entity;
    if (joins) {
      runs_.back().text += run.text;
    } else {
      runs_.push_back(std::move(run));
    }
  }

  const StoredText& text_;
  std::span<const ByteRange> matches_;
  bool with_entities_;
  MarkedText runs_;
  bool after_space_ = false;
};

struct Passage {
  ByteRange bytes;
  std::size_t matches = 0;
};

/// Sentences as bytes: from their first token to where the next begins, trailing white space left out.
std::vector<Passage> sentences(const StoredArticle& article, std::span<const ByteRange> matches) {
  const StoredText& body = article.body;
  std::vector<Passage> passages;
  std::size_t token = 0;
  std::size_t match = 0;
  for (std::size_t i = 0; i < body.sentences.size(); ++i) {
    while (token < body.tokens.size() && body.tokens[token].position < body.sentences[i]) ++token;
    if (token == body.tokens.size()) break;
    std::size_t next = token;
    const std::uint32_t end_position = i + 1 < body.sentences.size() ? body.sentences[i + 1] : UINT32_MAX;
    while (next < body.tokens.size() && body.tokens[next].position < end_position) ++next;
    const auto limit = static_cast<std::uint32_t>(next < body.tokens.size() ? body.tokens[next].begin : body.text.size());
    std::uint32_t end = std::min<std::uint32_t>(
        limit, static_cast<std::uint32_t>(std::min(body.text.find('\n', body.tokens[next - 1].end), body.text.size())));
    while (end > body.tokens[next - 1].end && body.text[end - 1] == ' ') --end;
    Passage passage{{body.tokens[token].begin, end}, 0};
    while (match < matches.size() && matches[match].begin < end) {
      ++passage.matches;
      ++match;
    }
    passages.push_back(passage);
    token = next;
  }
  return passages;
}

/// A window of whole tokens inside a long sentence, from a little before its first match.
ByteRange window(const StoredText& text, ByteRange sentence, std::span<const ByteRange> matches) {
  if (sentence.end - sentence.begin <= kSnippetBytes) return sentence;
  std::uint32_t from = sentence.begin;
  for (const ByteRange& match : matches) {
    if (match.begin < sentence.begin || match.begin >= sentence.end) continue;
    constexpr std::uint32_t kBefore = 80;
    if (match.begin > sentence.begin + kBefore) from = match.begin - kBefore;
    break;
  }
  ByteRange cut{sentence.end, sentence.begin};
  for (const TokenPlace& token : text.tokens) {
    if (token.begin < from || token.end > sentence.end) continue;
    if (cut.end > cut.begin && token.end - cut.begin > kSnippetBytes) break;
    cut.begin = std::min(cut.begin, token.begin);
    cut.end = token.end;
  }
  return cut.begin < cut.end ? cut : ByteRange{sentence.begin, sentence.end};
}

MarkedText snippet(const StoredText& text, ByteRange sentence, std::span<const ByteRange> matches) {
  const ByteRange part = window(text, sentence, matches);
  MarkedText runs = mark_text(text, part.begin, part.end, matches, false);
  if (part.begin > sentence.begin) runs.insert(runs.begin(), TextRun{"… ", false, {}, {}});
  if (part.end < sentence.end) runs.push_back(TextRun{" …", false, {}, {}});
  return runs;
}

}  // namespace

MarkedText mark_text(const StoredText& text, std::uint32_t begin, std::uint32_t end,
                     std::span<const ByteRange> matches, bool with_entities) {
  return Marker(text, matches, with_entities).mark(begin, end);
}

std::vector<MarkedText> make_snippets(const StoredArticle& article, std::span<const ByteRange> matches,
                                      std::size_t at_most) {
  std::vector<Passage> passages = sentences(article, matches);
  const bool any = std::any_of(passages.begin(), passages.end(), [](const Passage& p) { return p.matches > 0; });
  if (any) {
    std::erase_if(passages, [](const Passage& p) { return p.matches == 0; });
    std::stable_sort(passages.begin(), passages.end(),
                     [](const Passage& a, const Passage& b) { return a.matches > b.matches; });
  }
  // Without a title the first sentence stands above the snippets already.
  const std::size_t first = !any && article.title.text.empty() && passages.size() > 1 ? 1 : 0;
  const std::size_t wanted = any ? at_most : 1;
  std::vector<MarkedText> snippets;
  for (std::size_t i = first; i < passages.size() && snippets.size() < wanted; ++i) {
    snippets.push_back(snippet(article.body, passages[i].bytes, matches));
  }
  return snippets;
}

std::pair<MarkedText, bool> display_title(const StoredArticle& article,
                                          std::span<const ByteRange> title_matches,
                                          std::span<const ByteRange> body_matches) {
  if (!article.title.tokens.empty()) {
    const auto size = static_cast<std::uint32_t>(article.title.text.size());
    return {mark_text(article.title, 0, size, title_matches, false), false};
  }
  const std::vector<Passage> passages = sentences(article, {});
  if (passages.empty()) return {MarkedText{TextRun{article.id, false, {}, {}}}, true};
  const ByteRange sentence = passages.front().bytes;
  ByteRange cut = sentence;
  std::uint32_t code_points = 0;
  std::uint32_t fitting = sentence.begin;
  for (std::uint32_t at = sentence.begin; at < sentence.end; ++at) {
    if ((static_cast<unsigned char>(article.body.text[at]) & 0xC0) == 0x80) continue;
    if (++code_points > kTitleCodePoints) {
      cut.end = fitting > sentence.begin ? fitting : at;
      break;
    }
    if (article.body.text[at] == ' ') fitting = at;
  }
  MarkedText title = mark_text(article.body, cut.begin, cut.end, body_matches, false);
  if (cut.end < sentence.end) title.push_back(TextRun{"…", false, {}, {}});
  return {std::move(title), true};
}

}  // namespace techpolicy
