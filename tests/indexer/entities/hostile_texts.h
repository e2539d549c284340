// Texts that no editor would write, the same for the same seed.
#pragma once

#include <functional>
#include <random>
#include <string>
#include <vector>

#include "indexer/entities/gazetteer.h"

namespace techpolicy::testing {

inline std::string repeated(const std::string& piece, std::size_t bytes) {
  std::string text;
  text.reserve(bytes + piece.size());
  while (text.size() < bytes) text += piece;
  return text;
}

inline std::string random_bytes(std::mt19937& random, std::size_t bytes) {
  std::string text(bytes, '\0');
  for (char& c : text) c = static_cast<char>(random() & 0xFF);
  return text;
}

/// Aliases whole and cut short, glued or with odd marks between them.
inline std::string alias_soup(const Gazetteer& gazetteer, std::mt19937& random, std::size_t bytes) {
  static const std::vector<std::string> separators = {
      " ",   "",  "-", "'",   "\n",   "\n\n", ", ",   ". ", ":", " <",
      ".O>", "$", "@", "the", " and", "7",    "\xE2", "s ", "(", " at "};
  std::string text;
  while (text.size() < bytes) {
    const auto& entities = gazetteer.entities();
    const Entity& entity = entities[random() % entities.size()];
    const std::string& alias = entity.aliases[random() % entity.aliases.size()].text;
    text += random() % 3 == 0 ? alias.substr(0, 1 + random() % alias.size()) : alias;
    text += separators[random() % separators.size()];
  }
  return text;
}

struct HostileText {
  std::string reason;
  std::function<std::string(std::size_t bytes)> text;
};

inline std::vector<HostileText> hostile_texts(const Gazetteer& gazetteer) {
  std::vector<HostileText> all;
  const auto repeat = [&](const std::string& reason, const std::string& piece) {
    all.push_back({reason, [piece](std::size_t bytes) { return repeated(piece, bytes); }});
  };
  repeat("one letter", "a");
  repeat("one capital", "A");
  repeat("capitals apart", "A ");
  repeat("initials", "A.");
  repeat("mixed case in one word", "aB");
  repeat("a name glued to itself", "NvidiaHuawei");
  repeat("the first words of long names", "Advanced Micro New United Bank of ");
  repeat("an ambiguous name", "Apple ");
  repeat("a place and a number", "Chicago 4 ");
  repeat("codes", "<F.N><NVDA.O>");
  repeat("Han without spaces", "\xE9\x98\xBF\xE9\x87\x8C");
  repeat("quotes", "\" ");
  repeat("escaped ampersands", "&amp;");
  repeat("broken UTF-8", "\xE2\x82");
  repeat("mojibake", "\xC3\xA2\xE2\x82\xAC");
  repeat("marks without letters", "\xCC\x81");
  repeat("line breaks", "\n");
  all.push_back(
      {"a capital and one letter", [](std::size_t bytes) { return "N" + repeated("a", bytes); }});
  all.push_back({"random bytes", [](std::size_t bytes) {
                   std::mt19937 random(7);
                   return random_bytes(random, bytes);
                 }});
  all.push_back({"aliases in pieces", [&gazetteer](std::size_t bytes) {
                   std::mt19937 random(7);
                   return alias_soup(gazetteer, random, bytes);
                 }});
  return all;
}

}  // namespace techpolicy::testing
