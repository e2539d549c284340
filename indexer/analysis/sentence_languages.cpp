#include "indexer/analysis/sentence_languages.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <unordered_map>

#include "indexer/analysis/stemmer.h"

namespace techpolicy {
namespace {

/// A little word, folded, and the languages it is one of, as bits in the order of kStemLanguages.
struct LittleWord {
  std::string_view word;
  std::uint8_t languages;
};

// clang-format off
constexpr auto kLittleWords = std::to_array<LittleWord>({
    {"a", 0x20}, {"aan", 0x40}, {"aber", 0x04}, {"about", 0x01}, {"afin", 0x02}, {"after", 0x01},
    {"ai", 0x10}, {"ainda", 0x20}, {"ainsi", 0x02}, {"al", 0x18}, {"all", 0x10}, {"alla", 0x10},
    {"als", 0x44}, {"also", 0x01}, {"am", 0x04}, {"an", 0x05}, {"anche", 0x10}, {"ancora", 0x10},
    {"and", 0x01}, {"ao", 0x20}, {"aos", 0x20}, {"apres", 0x02}, {"are", 0x01}, {"as", 0x21},
    {"asi", 0x08}, {"at", 0x01}, {"ate", 0x20}, {"au", 0x02}, {"auch", 0x04}, {"auf", 0x04},
    {"aus", 0x04}, {"aussi", 0x02}, {"aux", 0x02}, {"avec", 0x02}, {"avoir", 0x02}, {"be", 0x01},
    {"because", 0x01}, {"been", 0x01}, {"bei", 0x04}, {"between", 0x01}, {"bij", 0x40},
    {"bis", 0x04}, {"but", 0x01}, {"by", 0x01}, {"c", 0x02}, {"can", 0x01}, {"ce", 0x02},
    {"ces", 0x02}, {"cette", 0x02}, {"che", 0x10}, {"com", 0x20}, {"come", 0x10}, {"comme", 0x02},
    {"como", 0x28}, {"con", 0x18}, {"could", 0x01}, {"cuando", 0x08}, {"d", 0x02}, {"da", 0x30},
    {"dal", 0x10}, {"dalla", 0x10}, {"dan", 0x40}, {"dans", 0x02}, {"das", 0x24}, {"dass", 0x04},
    {"dat", 0x40}, {"de", 0x6A}, {"degli", 0x10}, {"dei", 0x10}, {"del", 0x18}, {"dell", 0x10},
    {"della", 0x10}, {"delle", 0x10}, {"dem", 0x04}, {"den", 0x04}, {"depois", 0x20},
    {"depuis", 0x02}, {"der", 0x04}, {"des", 0x06}, {"desde", 0x08}, {"deze", 0x40}, {"di", 0x10},
    {"die", 0x44}, {"diese", 0x04}, {"dieser", 0x04}, {"dit", 0x40}, {"do", 0x20}, {"donde", 0x08},
    {"dont", 0x02}, {"door", 0x40}, {"dopo", 0x10}, {"dos", 0x20}, {"du", 0x02}, {"durch", 0x04},
    {"during", 0x01}, {"e", 0x30}, {"een", 0x40}, {"ein", 0x04}, {"eine", 0x04}, {"einem", 0x04},
    {"einen", 0x04}, {"einer", 0x04}, {"el", 0x08}, {"elle", 0x02}, {"elles", 0x02}, {"em", 0x20},
    {"en", 0x48}, {"encore", 0x02}, {"entre", 0x2A}, {"entro", 0x10}, {"er", 0x44}, {"es", 0x0C},
    {"esos", 0x08}, {"essa", 0x20}, {"esse", 0x20}, {"essere", 0x10}, {"est", 0x02},
    {"esta", 0x28}, {"estas", 0x08}, {"este", 0x28}, {"estos", 0x08}, {"et", 0x02}, {"ete", 0x02},
    {"etre", 0x02}, {"foi", 0x20}, {"for", 0x01}, {"foram", 0x20}, {"fra", 0x10}, {"from", 0x01},
    {"fue", 0x08}, {"fur", 0x04}, {"geen", 0x40}, {"gegen", 0x04}, {"gli", 0x10}, {"ha", 0x18},
    {"haben", 0x04}, {"had", 0x01}, {"han", 0x08}, {"hanno", 0x10}, {"has", 0x01}, {"hasta", 0x08},
    {"hat", 0x04}, {"have", 0x01}, {"hay", 0x08}, {"he", 0x01}, {"hebben", 0x40}, {"heeft", 0x40},
    {"her", 0x01}, {"het", 0x40}, {"hij", 0x40}, {"his", 0x01}, {"i", 0x10}, {"if", 0x01},
    {"ihr", 0x04}, {"ihre", 0x04}, {"il", 0x12}, {"ils", 0x02}, {"im", 0x04}, {"in", 0x51},
    {"into", 0x01}, {"is", 0x41}, {"isso", 0x20}, {"ist", 0x04}, {"it", 0x01}, {"its", 0x01},
    {"ja", 0x20}, {"kan", 0x40}, {"kann", 0x04}, {"l", 0x12}, {"la", 0x1A}, {"las", 0x08},
    {"le", 0x12}, {"les", 0x02}, {"leur", 0x02}, {"leurs", 0x02}, {"lo", 0x18}, {"loro", 0x10},
    {"lors", 0x02}, {"los", 0x08}, {"ma", 0x10}, {"maar", 0x40}, {"mag", 0x40}, {"mais", 0x22},
    {"man", 0x04}, {"mas", 0x28}, {"may", 0x01}, {"meer", 0x40}, {"mehr", 0x04}, {"met", 0x40},
    {"mit", 0x04}, {"moet", 0x40}, {"more", 0x01}, {"must", 0x01}, {"muy", 0x08}, {"n", 0x02},
    {"na", 0x20}, {"naar", 0x40}, {"nach", 0x04}, {"nao", 0x20}, {"nas", 0x20}, {"nel", 0x10},
    {"nell", 0x10}, {"nella", 0x10}, {"nicht", 0x04}, {"niet", 0x40}, {"no", 0x28}, {"noch", 0x04},
    {"nog", 0x40}, {"non", 0x10}, {"nos", 0x20}, {"not", 0x01}, {"nous", 0x02}, {"nur", 0x04},
    {"o", 0x28}, {"ob", 0x04}, {"oder", 0x04}, {"of", 0x41}, {"om", 0x40}, {"omdat", 0x40},
    {"on", 0x01}, {"onder", 0x40}, {"ont", 0x02}, {"ook", 0x40}, {"op", 0x40}, {"or", 0x01},
    {"os", 0x20}, {"other", 0x01}, {"ou", 0x22}, {"our", 0x01}, {"over", 0x41}, {"par", 0x02},
    {"para", 0x28}, {"pas", 0x02}, {"pela", 0x20}, {"pelo", 0x20}, {"per", 0x10}, {"pero", 0x08},
    {"piu", 0x10}, {"plus", 0x02}, {"por", 0x28}, {"porque", 0x08}, {"pour", 0x02}, {"qu", 0x02},
    {"quando", 0x20}, {"que", 0x2A}, {"questa", 0x10}, {"questo", 0x10}, {"qui", 0x02},
    {"s", 0x02}, {"sa", 0x02}, {"said", 0x01}, {"sao", 0x20}, {"se", 0x38}, {"segun", 0x08},
    {"sei", 0x04}, {"seit", 0x04}, {"selon", 0x02}, {"sem", 0x20}, {"ser", 0x28}, {"ses", 0x02},
    {"seu", 0x20}, {"she", 0x01}, {"should", 0x01}, {"si", 0x10}, {"sich", 0x04}, {"sido", 0x08},
    {"sie", 0x04}, {"sin", 0x08}, {"sind", 0x04}, {"sobre", 0x28}, {"son", 0x0A}, {"sono", 0x10},
    {"sont", 0x02}, {"sous", 0x02}, {"stata", 0x10}, {"stato", 0x10}, {"su", 0x08}, {"sua", 0x30},
    {"such", 0x01}, {"sul", 0x10}, {"sull", 0x10}, {"sulla", 0x10}, {"suo", 0x10}, {"sur", 0x02},
    {"sus", 0x08}, {"tambem", 0x20}, {"tambien", 0x08}, {"te", 0x40}, {"tegen", 0x40},
    {"than", 0x01}, {"that", 0x01}, {"the", 0x01}, {"their", 0x01}, {"there", 0x01},
    {"these", 0x01}, {"they", 0x01}, {"this", 0x01}, {"those", 0x01}, {"to", 0x01},
    {"todos", 0x08}, {"tot", 0x40}, {"tous", 0x02}, {"tout", 0x02}, {"toute", 0x02}, {"tra", 0x10},
    {"tras", 0x08}, {"tres", 0x02}, {"tussen", 0x40}, {"uber", 0x04}, {"uit", 0x40}, {"um", 0x24},
    {"uma", 0x20}, {"un", 0x1A}, {"una", 0x18}, {"und", 0x04}, {"under", 0x01}, {"une", 0x02},
    {"unter", 0x04}, {"van", 0x40}, {"veel", 0x40}, {"volgens", 0x40}, {"vom", 0x04},
    {"von", 0x04}, {"voor", 0x40}, {"vor", 0x04}, {"vous", 0x02}, {"war", 0x04}, {"waren", 0x04},
    {"was", 0x01}, {"we", 0x41}, {"wenn", 0x04}, {"werd", 0x40}, {"werden", 0x04}, {"were", 0x01},
    {"what", 0x01}, {"when", 0x01}, {"which", 0x01}, {"who", 0x01}, {"wie", 0x04}, {"will", 0x01},
    {"wir", 0x04}, {"wird", 0x04}, {"with", 0x01}, {"worden", 0x40}, {"wordt", 0x40},
    {"would", 0x01}, {"wurde", 0x04}, {"y", 0x08}, {"ya", 0x08}, {"you", 0x01}, {"your", 0x01},
    {"zal", 0x40}, {"ze", 0x40}, {"zij", 0x40}, {"zijn", 0x40}, {"zou", 0x40}, {"zu", 0x04},
    {"zum", 0x04}, {"zur", 0x04}, {"zwischen", 0x04}, {"был", 0x80}, {"была", 0x80},
    {"были", 0x80}, {"в", 0x80}, {"для", 0x80}, {"до", 0x80}, {"его", 0x80}, {"если", 0x80},
    {"есть", 0x80}, {"же", 0x80}, {"за", 0x80}, {"и", 0x80}, {"из", 0x80}, {"или", 0x80},
    {"к", 0x80}, {"как", 0x80}, {"которые", 0x80}, {"которыи", 0x80}, {"мы", 0x80}, {"на", 0x80},
    {"не", 0x80}, {"но", 0x80}, {"о", 0x80}, {"они", 0x80}, {"от", 0x80}, {"по", 0x80},
    {"при", 0x80}, {"с", 0x80}, {"так", 0x80}, {"также", 0x80}, {"уже", 0x80}, {"что", 0x80},
    {"это", 0x80}
});
// clang-format on

constexpr std::size_t kLongestLittleWord = 16;

std::uint8_t languages_of(const Token& token) {
  static const std::unordered_map<std::string_view, std::uint8_t> known = [] {
    std::unordered_map<std::string_view, std::uint8_t> map;
    for (const LittleWord& row : kLittleWords) map.emplace(row.word, row.languages);
    return map;
  }();
  if (token.script != TokenScript::word || token.folded.size() > kLongestLittleWord) return 0;
  const auto found = known.find(token.folded);
  return found == known.end() ? std::uint8_t{0} : found->second;
}

/// How many little words of each language a sentence has.
using Votes = std::array<std::size_t, kStemLanguages.size()>;

Votes votes_of(const std::vector<Token>& tokens, std::size_t first, std::size_t end) {
  Votes votes{};
  for (std::size_t i = first; i < end; ++i) {
    std::uint8_t languages = languages_of(tokens[i]);
    while (languages != 0) {
      ++votes[static_cast<std::size_t>(std::countr_zero(languages))];
      languages = static_cast<std::uint8_t>(languages & (languages - 1));
    }
  }
  return votes;
}

/// The language of a sentence, as an index; `own` where it is not plainly another.
std::size_t language_of(const Votes& votes, std::size_t own) {
  const auto best = static_cast<std::size_t>(std::ranges::max_element(votes) - votes.begin());
  constexpr std::size_t kLeastVotes = 3;
  const std::size_t against = own < votes.size() ? votes[own] : 0;
  const bool plain = votes[best] >= kLeastVotes && votes[best] >= 2 * against + 2;
  // Neighbours share little words: as many in two others tell nothing of which.
  const bool alone = std::ranges::count(votes, votes[best]) == 1;
  return best != own && plain && alone ? best : own;
}

}  // namespace

std::vector<LanguageSpan> foreign_sentences(const std::vector<Token>& tokens,
                                            std::string_view article_language) {
  const auto known = std::ranges::find(kStemLanguages, article_language);
  const auto own = static_cast<std::size_t>(known - kStemLanguages.begin());
  std::vector<LanguageSpan> spans;
  for (std::size_t first = 0; first < tokens.size();) {
    std::size_t end = first + 1;
    while (end < tokens.size() && !tokens[end].sentence_start) ++end;
    const std::size_t language = language_of(votes_of(tokens, first, end), own);
    if (language != own) {
      if (!spans.empty() && spans.back().end_token == first &&
          spans.back().language == kStemLanguages[language]) {
        spans.back().end_token = end;
      } else {
        spans.push_back({first, end, kStemLanguages[language]});
      }
    }
    first = end;
  }
  return spans;
}

}  // namespace techpolicy
