// Text to terms: one analyzer for documents, queries and highlights.
//
// A text is repaired (as an overlay: the original stays), cut into tokens, sentences and
// paragraphs, and folded. All offsets are bytes of the original text, on UTF-8 boundaries.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/analysis/glossary.h"
#include "indexer/analysis/vocabulary.h"
#include "indexer/schema/stored_article.h"

namespace techpolicy {

/// What stands between a token and the one before it.
enum class Separator {
  none,  ///< Nothing (CJK neighbours, parts of a glued word have `space`).
  space,
  hyphen,
  apostrophe,
  comma,
  full_stop,  ///< Without a space: "c3.ai".
  line_break,
  paragraph,  ///< Also before the first token. Names never reach over it.
  colon,
  open_bracket,
  dollar,
  other,
};

/// Word: letters and digits of scripts written with spaces. Han (with kana) and Hangul: one code
/// point a token.
enum class TokenScript { word, han, hangul };

struct Token {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::string folded;  ///< NFKC_Casefold; marks dropped for Latin, Greek, Cyrillic. Never empty.
  std::uint32_t position = 0;  ///< Rises by 1 a token, and by kParagraphGap more at a paragraph.
  Separator before = Separator::paragraph;
  TokenScript script = TokenScript::word;
  bool capitalized = false;  ///< First letter is a capital (always true for Han and Hangul).
  bool all_caps = false;     ///< Has capitals and no lower-case letter.
  bool has_lower = false;
  bool has_digit = false;
  bool sentence_start = false;
  bool in_address = false;  ///< After "@", "://" or "www.": never part of a name.
  bool glued = false;       ///< Part of a word that was cut.
  bool upper_line = false;  ///< In a sentence or heading written mostly in capitals.
  bool title_line = false;  ///< In one where most words are capitalized: capitals prove less.
};

/// A form that spans neighbouring tokens: "startup" of "start-up", the raw form of a glued word; or
/// a part of one token that may be glued.
struct Compound {
  std::string folded;
  std::size_t first_token = 0;
  std::size_t last_token = 0;  ///< Included.
};

/// Larger than any proximity a query may ask for, so that none crosses a paragraph.
inline constexpr std::uint32_t kParagraphGap = 200;

/// The words of a lead.
inline constexpr std::size_t kLeadTokens = 60;

/// Tokens [first_token, end_token) of sentences in another language than the article's.
struct LanguageSpan {
  std::size_t first_token = 0;
  std::size_t end_token = 0;
  std::string_view language;  ///< Of static storage.
};

struct TextAnalysis {
  std::string_view text;  ///< The analyzed text, owned by the caller.
  std::vector<Token> tokens;
  std::vector<Compound> compounds;      ///< In order of first_token.
  std::vector<Repair> repairs;          ///< In order, not overlapping.
  std::vector<LanguageSpan> languages;  ///< In order, not overlapping.
  std::vector<Gloss> glosses;  ///< In order, not overlapping. Views of the analyzer's glossary.
  std::vector<StoredParagraph> paragraphs;
};

/// Thread-safe after construction.
class Analyzer {
 public:
  explicit Analyzer(std::shared_ptr<const Vocabulary> vocabulary,
                    std::shared_ptr<const Glossary> glossary = std::make_shared<const Glossary>());

  /// Analyzes a title or a body of an article in `language` (BCP 47, primary subtag). `text` must
  /// be valid UTF-8 (see clean_utf8()). Linear.
  [[nodiscard]] TextAnalysis analyze(std::string_view text, std::string_view language = "en") const;

  /// The same tokens without cutting glued words: what a user types is taken as typed. Compounds of
  /// hyphenated words are given.
  [[nodiscard]] TextAnalysis analyze_query(std::string_view text) const;

  [[nodiscard]] const Vocabulary& vocabulary() const { return *vocabulary_; }
  [[nodiscard]] const Glossary& glossary() const { return *glossary_; }

 private:
  std::shared_ptr<const Vocabulary> vocabulary_;
  std::shared_ptr<const Glossary> glossary_;
};

/// Folds as the tokens of a text are folded, without cutting at anything.
[[nodiscard]] std::string fold(std::string_view text);

/// A token as written: its bytes without invisible characters and blanks.
[[nodiscard]] std::string written_form(std::string_view text, const Token& token);

/// Tokens of the first paragraph, at most kLeadTokens.
[[nodiscard]] std::size_t lead_token_count(const std::vector<Token>& tokens);

/// Valid UTF-8 without control characters; what was invalid becomes U+FFFD. CR LF becomes LF. A
/// control of Latin-1 behind a character that is not ASCII is part of one decoded wrongly: it stays
/// as what Windows-1252 shows instead.
[[nodiscard]] std::string clean_utf8(std::string_view text);

}  // namespace techpolicy
