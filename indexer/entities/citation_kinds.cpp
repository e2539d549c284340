// A row a kind of citation: the words that can begin it, and how the rest is read.
#include "indexer/entities/citation_kinds.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "indexer/entities/citation_cursor.h"

namespace techpolicy {
namespace {

/// Label of the citation that begins where the cursor stands; empty where none does.
using ReadKind = std::string (*)(CitationCursor&);

std::string labelled(std::string_view prefix, std::string number) {
  number.erase(0, number.find_first_not_of('0'));  // "HB 0645"
  return number.empty() ? number : std::string(prefix) + number;
}

// United States: Congress

std::string house_bill(CitationCursor& cursor) {
  if (!cursor.letters("hr")) return {};
  return labelled("H.R. ", cursor.number(1, 5));
}

/// "S. 1260": without its dot the letter is anything.
std::string senate_bill(CitationCursor& cursor) {
  if (!cursor.capitals("s") || !cursor.is_joined_by(".")) return {};
  return labelled("S. ", cursor.number(1, 4));
}

std::string public_law(CitationCursor& cursor) {
  if (cursor.word("public") || cursor.word("pub")) {
    if (!cursor.word("law") && !cursor.word("l")) return {};
  } else if (!cursor.letters("pl")) {
    return {};
  }
  cursor.word("no");
  const std::string congress = cursor.number(2, 3);
  if (congress.empty() || cursor.peek() == nullptr) return {};
  const Separator mark = cursor.peek()->before;
  if (mark != Separator::hyphen && mark != Separator::other) return {};
  return labelled("Public Law " + congress + "-", cursor.number(1, 4));
}

// United States: codes and orders

/// "744.23", "744"; the paragraphs in brackets that may follow are left.
std::string code_section(CitationCursor& cursor) {
  std::string section = cursor.number(1, 5);
  if (section.empty() || cursor.peek() == nullptr) return section;
  if (cursor.peek()->before == Separator::full_stop) {
    if (const std::string rest = cursor.number(1, 5); !rest.empty()) section += "." + rest;
  }
  return section;
}

std::string federal_regulation(CitationCursor& cursor) {
  const std::string title = cursor.number(1, 2);
  if (title.empty() || !cursor.letters("cfr")) return {};
  const bool part = cursor.any_word({"part", "parts"});
  const std::string section = code_section(cursor);
  if (section.empty()) return {};
  const bool whole_part = part || section.find('.') == std::string::npos;
  return title + (whole_part ? " CFR Part " : " CFR ") + section;
}

/// "47 U.S.C. 230", "42 U.S.C. 2000e".
std::string us_code(CitationCursor& cursor) {
  const std::string title = cursor.number(1, 2);
  if (title.empty() || !cursor.letters("usc")) return {};
  cursor.any_word({"sec", "section", "sections"});
  const Token* section = cursor.peek();
  if (section == nullptr || !section->has_digit || section->folded.size() > 6) return {};
  const bool begins_with_digit = section->folded.front() >= '0' && section->folded.front() <= '9';
  if (!begins_with_digit || !cursor.word(section->folded)) return {};
  std::string label = title + " U.S.C. " + section->folded;
  // "278h-3" is one section, "6501-6506" are many.
  const bool ends_in_letter = label.back() >= 'a' && label.back() <= 'z';
  if (ends_in_letter && cursor.is_joined_by("-")) {
    if (const std::string rest = cursor.number(1, 2); !rest.empty()) label += "-" + rest;
  }
  return label;
}

std::string federal_register(CitationCursor& cursor) {
  const std::string volume = cursor.number(2, 3);
  if (volume.empty()) return {};
  const bool in_full = cursor.word("fed");
  if (in_full ? !cursor.word("reg") : !cursor.letters("fr")) return {};
  const std::string page = cursor.number(3, 6);
  return page.empty() ? page : volume + " FR " + page;
}

std::string executive_order(CitationCursor& cursor) {
  if (cursor.any_word({"executive", "exec"})) {
    if (!cursor.any_word({"order", "orders"})) return {};
  } else if (!cursor.letters("eo")) {
    return {};
  }
  cursor.any_word({"no", "number"});
  return labelled("Executive Order ", cursor.number(4, 5));
}

bool is_control_number(std::string_view folded) {
  const auto digit = [&](std::size_t i) { return folded[i] >= '0' && folded[i] <= '9'; };
  return folded.size() == 5 && digit(0) && folded[1] >= 'a' && folded[1] <= 'e' && digit(2) &&
         digit(3) && digit(4);
}

std::string upper(std::string text) {
  for (char& c : text) {
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  }
  return text;
}

std::string control_number(CitationCursor& cursor) {
  if (!cursor.any_word({"eccn", "eccns"})) return {};
  const Token* number = cursor.peek();
  if (number == nullptr || !is_control_number(number->folded)) return {};
  cursor.word(number->folded);
  return "ECCN " + upper(number->folded);
}

/// A section is a law's only where everybody cites it alone, or with the law that it is of.
struct KnownSection {
  std::string_view number;
  std::array<std::string_view, 4> of;  ///< What may follow "of the".
};

constexpr std::array kKnownSections = {
    KnownSection{"230", {"communications", "cda", "us", "1996"}},
    KnownSection{"232", {"trade", "1962", "", ""}},
    KnownSection{"301", {"trade", "1974", "us", ""}},
    KnownSection{"702", {"foreign", "fisa", "", ""}},
    KnownSection{"889", {"national", "ndaa", "john", "2019"}},
    KnownSection{"1260h", {"national", "ndaa", "william", "2021"}},
};

std::string known_section(CitationCursor& cursor) {
  if (!cursor.word("section")) return {};
  const Token* number = cursor.peek();
  if (number == nullptr) return {};
  const auto known = std::ranges::find(kKnownSections, number->folded, &KnownSection::number);
  if (known == kKnownSections.end()) return {};
  cursor.word(number->folded);
  CitationCursor ahead = cursor;
  if (ahead.word("of") && ahead.peek() != nullptr) {
    ahead.word("the");
    const Token* law = ahead.peek();
    if (law == nullptr || std::ranges::find(known->of, law->folded) == known->of.end()) return {};
  }
  return "Section " + upper(number->folded);
}

// United States: states

struct House {
  std::string_view letters, words, label;
};
constexpr std::array kHouses = {House{"sb", "senate", "SB "}, House{"ab", "assembly", "AB "},
                                House{"hb", "house", "HB "}};

/// "205" of Colorado's "SB 24-205", with its hyphen.
std::string after_session(CitationCursor& cursor) {
  if (!cursor.is_joined_by("-")) return {};
  const std::string number = cursor.number(3, 4);
  return number.empty() ? number : "-" + number;
}

std::string state_bill(CitationCursor& cursor) {
  for (const House& house : kHouses) {
    CitationCursor in_words = cursor;
    if (in_words.capitalized(house.words) && in_words.word("bill")) {
      cursor = in_words;
    } else if (!cursor.letters(house.letters)) {
      continue;
    }
    std::string label = labelled(house.label, cursor.number(1, 4));
    if (!label.empty()) label += after_session(cursor);
    return label;
  }
  return {};
}

/// "SB1047", "SB24-205", "HR4346": short numbers are those of models and rooms.
std::string joined_bill(CitationCursor& cursor) {
  const Token* token = cursor.peek();
  if (token == nullptr || !token->all_caps) return {};
  const std::string_view folded = token->folded;
  const std::string number(folded.substr(2));
  if (!CitationCursor::is_number(number) || number.size() > 5) return {};
  if (folded.starts_with("hr") && number.size() >= 3) {
    cursor.word(folded);
    return labelled("H.R. ", number);
  }
  const auto house = std::ranges::find(kHouses, folded.substr(0, 2), &House::letters);
  if (house == kHouses.end() || !cursor.word(folded)) return {};
  const std::string rest = number.size() == 2 ? after_session(cursor) : std::string();
  if (number.size() != 4 && rest.empty()) return {};
  return labelled(house->label, number) + rest;
}

// European Union

bool is_year(const std::string& number) {
  return number.size() == 4 && (number.starts_with("19") || number.starts_with("20"));
}

/// "(EU)", "(EC)", "(EU, Euratom)", "EU": the label's form of it.
std::string community(CitationCursor& cursor) {
  std::string name;
  if (cursor.any_word({"eu", "ue"}))
    name = "EU";
  else if (cursor.any_word({"ec", "ce", "eg"}))
    name = "EC";
  else if (cursor.any_word({"eec", "cee", "ewg"}))
    name = "EEC";
  if (!name.empty()) cursor.word("euratom");
  return name;
}

/// "2024/1689" or "139/2004", then perhaps "/EC".
std::string numbered_act(CitationCursor& cursor, const std::string& kind) {
  const std::string body = community(cursor);
  cursor.any_word({"no", "nr", "n"});
  const std::string first = cursor.number(1, 4);
  if (first.empty() || !cursor.is_joined_by("/")) return {};
  const std::string second = cursor.number(1, 4);
  if (second.empty()) return {};
  CitationCursor ahead = cursor;
  std::string tail;
  if (cursor.is_joined_by("/")) tail = community(ahead);
  if (!tail.empty()) {
    cursor = ahead;
    if (body.empty() && tail != "EU") return kind + " " + first + "/" + second + "/" + tail;
    if (body.empty()) return kind + " " + first + "/" + second + "/EU";
  }
  if (!body.empty()) {
    const bool old = !is_year(first) || is_year(second);
    return kind + " (" + body + ") " + (old ? "No " : "") + first + "/" + second;
  }
  // Since 2015 the year comes first, and there is only the Union.
  return is_year(first) && first >= "2015" ? kind + " (EU) " + first + "/" + second : std::string();
}

std::string regulation(CitationCursor& cursor) {
  if (!cursor.any_word({"regulation", "regulations", "reglement", "verordnung"})) return {};
  return numbered_act(cursor, "Regulation");
}

std::string directive(CitationCursor& cursor) {
  if (!cursor.any_word({"directive", "directives", "richtlinie"})) return {};
  return numbered_act(cursor, "Directive");
}

/// "Case C-311/18", or the number alone, which nothing else looks like.
std::string court_case(CitationCursor& cursor) {
  cursor.any_word({"case", "cases"});
  std::string label = "Case ";
  if (cursor.capitals("c"))
    label += "C-";
  else if (cursor.capitals("t"))
    label += "T-";
  else
    return {};
  if (cursor.peek() == nullptr || cursor.peek()->before != Separator::hyphen) return {};
  const std::string number = cursor.number(1, 4);
  if (number.empty() || !cursor.is_joined_by("/")) return {};
  const std::string year = cursor.number(2, 2);
  return year.empty() ? year : label + number + "/" + year;
}

/// "COM(2021) 206", "COM/2021/206"
std::string commission_document(CitationCursor& cursor) {
  if (!cursor.capitals("com")) return {};
  const std::string year = cursor.number(4, 4);
  if (!is_year(year)) return {};
  if (!cursor.is_joined_by(")") && !cursor.is_joined_by("/")) return {};
  return labelled("COM(" + year + ") ", cursor.number(1, 4));
}

struct Kind {
  /// Folded, separated by blanks; "#" is a number, "@" two letters and a number.
  std::string_view first_words;
  ReadKind read;
};

constexpr std::array kKinds = {
    Kind{"hr h", house_bill},
    Kind{"s", senate_bill},
    Kind{"public pub pl p", public_law},
    Kind{"#", federal_regulation},
    Kind{"#", us_code},
    Kind{"#", federal_register},
    Kind{"executive exec eo e", executive_order},
    Kind{"eccn eccns", control_number},
    Kind{"section", known_section},
    Kind{"sb ab hb s a h senate assembly house", state_bill},
    Kind{"@", joined_bill},
    Kind{"regulation regulations reglement verordnung", regulation},
    Kind{"directive directives richtlinie", directive},
    Kind{"case cases c t", court_case},
    Kind{"com", commission_document},
};

using KindMap = std::unordered_map<std::string_view, std::vector<ReadKind>>;

const KindMap& kinds_by_word() {
  static const KindMap map = [] {
    KindMap made;
    for (const Kind& kind : kKinds) {
      std::string_view rest = kind.first_words;
      while (!rest.empty()) {
        const std::size_t end = std::min(rest.find(' '), rest.size());
        made[rest.substr(0, end)].push_back(kind.read);
        rest.remove_prefix(std::min(end + 1, rest.size()));
      }
    }
    return made;
  }();
  return map;
}

/// Under which word of kKinds a token stands.
std::string_view first_word(const Token& token) {
  const std::string_view folded = token.folded;
  if (CitationCursor::is_number(folded)) return "#";
  const bool joined = token.has_digit && token.all_caps && folded.size() > 3 &&
                      CitationCursor::is_number(folded.substr(2));
  return joined ? std::string_view("@") : folded;
}

/// "Ericsson AB 2013": a company's legal form and a year.
bool may_be_legal_form(const TextAnalysis& text, std::size_t i) {
  if (i == 0 || text.tokens[i].folded != "ab" || text.tokens[i].before != Separator::space) {
    return false;
  }
  const Token& previous = text.tokens[i - 1];
  return previous.capitalized && !previous.sentence_start && previous.folded != "california";
}

}  // namespace

std::optional<ReadCitation> read_citation(const TextAnalysis& text, std::size_t first) {
  const Token& token = text.tokens[first];
  if (token.in_address || token.script != TokenScript::word) return std::nullopt;
  const auto kinds = kinds_by_word().find(first_word(token));
  if (kinds == kinds_by_word().end() || may_be_legal_form(text, first)) return std::nullopt;
  for (const ReadKind read : kinds->second) {
    CitationCursor cursor(text, first);
    std::string label = read(cursor);
    if (!label.empty()) return ReadCitation{std::move(label), cursor.last()};
  }
  return std::nullopt;
}

}  // namespace techpolicy
