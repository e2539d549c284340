// The word lists.
#include "indexer/entities/cue_words.h"

#include <unordered_set>

namespace techpolicy {
namespace {

using Words = std::unordered_set<std::string_view>;

const Words& corporate_suffixes() {
  static const Words words = {"inc",  "incorporated", "corp", "corporation", "ltd",     "limited",
                              "llc",  "plc",          "ag",   "sa",          "nv",      "se",
                              "gmbh", "kk",           "co",   "company",     "holding", "holdings",
                              "oyj",  "spa",          "ab",   "bv",          "pte",     "pty"};
  return words;
}

const Words& cues_after() {
  static const Words words = {
      "said",        "says",         "say",       "announced", "shares",     "stock",
      "ceo",         "cfo",          "chief",     "executive", "executives", "spokesman",
      "spokeswoman", "spokesperson", "employees", "engineers", "unveiled",   "launched",
      "sued",        "acquired",     "bought",    "plans",     "chairman",   "founder",
      "investors",   "chips",        "chip",      "reported",  "declined",   "researchers",
      "lawyers",     "users",        "customers", "rival",     "rivals"};
  return words;
}

const Words& cues_before() {
  static const Words words = {"at",      "by",   "from",    "giant",      "maker",    "company",
                              "startup", "firm", "rival",   "sued",       "like",     "against",
                              "with",    "and",  "between", "competitor", "chipmaker"};
  return words;
}

const Words& beside_names() {
  static const Words words = {
      "ceo",       "cto",     "cfo",      "chief", "president", "chairman", "executive", "senator",
      "founder",   "inc",     "corp",     "mr",    "mrs",       "ms",       "dr",        "vice",
      "spokesman", "in",      "on",       "the",   "a",         "an",       "and",       "of",
      "for",       "at",      "by",       "from",  "to",        "as",       "but",       "its",
      "is",        "ai",      "i",        "if",    "it",        "when",     "while",     "after",
      "rival",     "chinese", "american", "us"};
  return words;
}

const Words& beside_places() {
  static const Words words = {"prime",       "minister",
                              "foreign",     "finance",
                              "defence",     "defense",
                              "secretary",   "governor",
                              "gov",         "mayor",
                              "ambassador",  "attorney",
                              "general",     "gen",
                              "chancellor",  "king",
                              "queen",       "representative",
                              "rep",         "reps",
                              "sen",         "senators",
                              "congressman", "congresswoman",
                              "judge",       "deputy",
                              "assistant",   "special",
                              "acting",      "cardinal",
                              "bishop",      "archbishop",
                              "colonel",     "col",
                              "captain",     "sheriff",
                              "prince",      "princess",
                              "pope",        "democrat",
                              "democrats",   "republican",
                              "labour",      "financial",
                              "government",  "administration",
                              "upstate",     "rural",
                              "labor",       "gulf",
                              "city",        "premier",
                              "trade",       "monday",
                              "tuesday",     "wednesday",
                              "thursday",    "friday",
                              "saturday",    "sunday",
                              "january",     "february",
                              "march",       "april",
                              "may",         "june",
                              "july",        "august",
                              "september",   "october",
                              "november",    "december",
                              "jan",         "feb",
                              "aug",         "sept",
                              "oct",         "nov",
                              "dec",         "northern",
                              "southern",    "eastern",
                              "western",     "north",
                              "south",       "east",
                              "west",        "central",
                              "greater",     "mainland",
                              "downtown",    "former",
                              "upper",       "lower",
                              "republicans", "northeast",
                              "northwest",   "southeast",
                              "southwest",   "representatives"};
  return words;
}

const Words& institutions() {
  static const Words words = {
      "bank",         "university",     "college", "institute",  "academy",      "reserve",
      "agency",       "council",        "union",   "federation", "association",  "tour",
      "museum",       "hospital",       "church",  "club",       "times",        "voice",
      "chamber",      "exchange",       "society", "school",     "library",      "fields",
      "broadcasting", "communications", "radio",   "journal",    "confederation"};
  return words;
}

const Words& exchanges() {
  static const Words words = {"nasdaq", "nyse", "lse", "tse", "hkex", "krx", "sse", "szse",
                              "twse",   "amex", "hkg", "tyo", "epa",  "etr", "fra"};
  return words;
}

}  // namespace

bool is_corporate_suffix(std::string_view folded) { return corporate_suffixes().contains(folded); }
bool is_cue_after(std::string_view folded) { return cues_after().contains(folded); }
bool is_cue_before(std::string_view folded) { return cues_before().contains(folded); }
bool is_beside_names(std::string_view folded) { return beside_names().contains(folded); }
bool is_beside_places(std::string_view folded) { return beside_places().contains(folded); }
bool is_institution(std::string_view folded) { return institutions().contains(folded); }
bool is_exchange(std::string_view folded) { return exchanges().contains(folded); }

}  // namespace techpolicy
