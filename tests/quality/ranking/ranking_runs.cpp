// Ranks the queries of a judged collection with other parameters than those of searchd, to see what
// each adds. Usage: ranking_runs INDEX QUERIES.tsv, on standard input lines "RUN_FILE
// NAME=VALUE...".
#include <algorithm>
#include <fstream>
#include <functional>
#include <iostream>
#include <map>
#include <sstream>

#include "indexer/schema/slots.h"
#include "searchd/search/ranking.h"

namespace techpolicy {
namespace {

using Setter = std::function<void(RankingParameters&, float)>;

const std::map<std::string, Setter>& setters() {
  using P = RankingParameters;
  static const std::map<std::string, Setter> all = {
      {"saturation", [](P& p, float v) { p.saturation = v; }},
      {"title", [](P& p, float v) { p.field_weight[0] = v; }},
      {"lead", [](P& p, float v) { p.field_weight[1] = v; }},
      {"title_length", [](P& p, float v) { p.length_influence[0] = v; }},
      {"body_length", [](P& p, float v) { p.length_influence[2] = v; }},
      {"rarity_power", [](P& p, float v) { p.rarity_power = v; }},
      {"function_word", [](P& p, float v) { p.function_word = v; }},
      {"closeness", [](P& p, float v) { p.closeness = v; }},
      {"closeness_saturation", [](P& p, float v) { p.closeness_saturation = v; }},
      {"closeness_length", [](P& p, float v) { p.closeness_length = v; }},
      {"other_order", [](P& p, float v) { p.other_order = v; }},
      {"feedback", [](P& p, float v) { p.feedback = v; }},
      {"feedback_articles",
       [](P& p, float v) { p.feedback_articles = static_cast<std::size_t>(v); }},
      {"feedback_words", [](P& p, float v) { p.feedback_words = static_cast<std::size_t>(v); }},
      {"reranked", [](P& p, float v) { p.reranked = static_cast<std::size_t>(v); }},
      {"salience", [](P& p, float v) { p.salience = v; }},
  };
  return all;
}

RankingParameters read_parameters(std::istream& in) {
  RankingParameters parameters = kRanking;
  for (std::string item; in >> item;) {
    const auto equals = item.find('=');
    setters().at(item.substr(0, equals))(parameters, std::stof(item.substr(equals + 1)));
  }
  return parameters;
}

struct JudgedQuery {
  std::string id;
  std::string text;
};

std::vector<JudgedQuery> read_queries(const char* file) {
  std::vector<JudgedQuery> queries;
  std::ifstream in(file);
  for (std::string line; std::getline(in, line);) {
    const auto tab = line.find('\t');
    queries.push_back({line.substr(0, tab), line.substr(tab + 1)});
  }
  return queries;
}

void write_run(const JudgedQuery& judged, const Snapshot& snapshot, Xapian::Database& database,
               const RankingParameters& parameters, std::ostream& out) {
  constexpr std::size_t kDepth = 1000;
  const QueryOptions options{QuerySyntax::plain, DefaultOperator::any};
  const ResolvedQuery query = resolve_query(parse_query(judged.text, options), snapshot, true);
  Matching matching(snapshot, database);
  Ranking ranking(query.clause, {}, snapshot, database, matching, parameters);
  std::vector<Ranked> ranked = ranking.rank(matching.matches(query.clause), Sort::relevance);
  std::sort(ranked.begin(), ranked.end(), ResultOrder(Sort::relevance, snapshot.columns()));
  ranked.resize(std::min(ranked.size(), kDepth));
  for (std::size_t i = 0; i < ranked.size(); ++i) {
    const Xapian::Document document = database.get_document(ranked[i].document);
    out << judged.id << '\t' << document.get_value(static_cast<Xapian::valueno>(Slot::id)) << '\t'
        << kDepth - i << '\n';
  }
}

void run(const char* index, const char* queries_file) {
  const auto snapshot = Snapshot::open(IndexStore(index), 1, nullptr);
  const auto lease = snapshot->database();
  const std::vector<JudgedQuery> queries = read_queries(queries_file);
  for (std::string line; std::getline(std::cin, line);) {
    std::istringstream words(line);
    std::string file;
    words >> file;
    const RankingParameters parameters = read_parameters(words);
    std::ofstream out(file);
    for (const JudgedQuery& query : queries) write_run(query, *snapshot, *lease, parameters, out);
  }
}

}  // namespace
}  // namespace techpolicy

int main(int argc, char** argv) {
  if (argc != 3) {
    std::cerr << "usage: ranking_runs INDEX QUERIES.tsv, then lines RUN_FILE NAME=VALUE...\n";
    return 2;
  }
  techpolicy::run(argv[1], argv[2]);
}
