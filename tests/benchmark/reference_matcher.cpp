// Wraps the reference matcher. Its own main() is renamed; its warnings are not ours.
#ifdef TECHPOLICY_REFERENCE_MATCHER
#define main reference_main
#include TECHPOLICY_REFERENCE_MATCHER
#undef main
#endif

#include "tests/benchmark/reference_matcher.h"

#include <fstream>

namespace techpolicy::benchmark {

#ifdef TECHPOLICY_REFERENCE_MATCHER

namespace {

std::string joined(const std::vector<std::string>& parts, char separator) {
  std::string all;
  for (const std::string& part : parts) {
    if (!all.empty()) all += separator;
    all += part;
  }
  return all;
}

void write_gazetteer(const Gazetteer& gazetteer, std::ostream& out) {
  for (const Entity& entity : gazetteer.entities()) {
    const std::string parent = entity.parent.empty() ? entity.maker : entity.parent;
    out << "E\t" << entity.key.id << '\t' << facet_row(entity.key.type).name << '\t' << entity.label
        << '\t' << parent << '\t' << joined(entity.tickers, ',') << '\t'
        << joined(entity.context, ' ') << '\t' << joined(entity.orgs, ',') << '\n';
    for (const techpolicy::Alias& alias : entity.aliases) {
      out << "A\t" << alias.text << '\t' << static_cast<int>(alias.ambiguity) << '\t'
          << (alias.letter_case == AliasCase::exact ? 1 : 0) << '\t'
          << (alias.kind == "demonym" ? "dem" : "") << '\n';
    }
  }
  for (const std::string& phrase : gazetteer.blockers()) out << "B\t" << phrase << '\n';
}

}  // namespace

bool has_reference_matcher() { return true; }

void load_reference_matcher(const Gazetteer& gazetteer, const std::string& words,
                            const std::filesystem::path& folder) {
  std::filesystem::current_path(folder);
  {
    std::ofstream out("gaz.tsv");
    write_gazetteer(gazetteer, out);
  }
  for (auto* list : {&::known, &::common_}) {
    std::istringstream lines(words);
    for (std::string line; std::getline(lines, line);) list->insert(line);
  }
  UErrorCode error = U_ZERO_ERROR;
  ::NF = icu::Normalizer2::getNFKCCasefoldInstance(error);
  ::NFD = icu::Normalizer2::getNFDInstance(error);
  ::load("gaz.tsv");
}

std::size_t reference_tokens(const std::string& text) {
  static std::vector<Tok> tokens;
  ::tokenize(text, tokens);
  ::glue(text, tokens);
  return tokens.size();
}

std::size_t reference_mentions(const std::string& text) {
  static std::vector<Tok> tokens;
  static std::vector<M> mentions;
  ::match(text, tokens, mentions);
  return mentions.size();
}

#else

bool has_reference_matcher() { return false; }
void load_reference_matcher(const Gazetteer& /*gazetteer*/, const std::string& /*words*/,
                            const std::filesystem::path& /*folder*/) {}
std::size_t reference_tokens(const std::string& /*text*/) { return 0; }
std::size_t reference_mentions(const std::string& /*text*/) { return 0; }

#endif

}  // namespace techpolicy::benchmark
