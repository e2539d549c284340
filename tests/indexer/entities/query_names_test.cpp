// Names in queries: which surely mean the entity, and which are only offered.
#include <gtest/gtest.h>

#include "tests/indexer/entities/shipped_lexicon.h"

namespace techpolicy {
namespace {

struct QueryCase {
  std::string query;
  std::vector<std::string> expected;  ///< id, "!" where certain, "?" where offered
  std::string reason;
};

TEST(QueryNames, AreCertainOrOffered) {
  const std::vector<QueryCase> table = {
      {"nvidia", {"nvidia!"}, "distinctive in any case"},
      {"NVDA", {"nvidia!"}, "a bare ticker in capitals"},
      {"nvda", {}, "in lower case it is a word"},
      {"NOW", {}, "an ordinary word is no ticker"},
      {"$TSLA", {"tesla!"}, "a marked ticker"},
      {"英伟达", {"nvidia!"}, "another script"},
      {"apple", {"apple?"}, "ambiguous"},
      {"Apple", {"apple?"}, "ambiguous with a capital too"},
      {"meta", {"meta?"}, "META is certain, typed so it is Meta"},
      {"META", {"meta!"}, "as the exact alias is written"},
      {"us", {"us?"}, "a short acronym in lower case is a word"},
      {"US", {"us!"}, "in capitals it is not"},
      {"gdpr", {"gdpr!"}, "four letters can be nothing else"},
      {"BIS", {"bis?"}, "two agencies"},
      {"european commission fines google", {"ec!", "google!"}, "two in order"},
      {"export controls", {"export-controls!"}, "a topic by its phrase"},
      {"apple pie", {}, "a blocker"},
  };
  const Lexicon& lexicon = testing::shipped_lexicon();
  for (const QueryCase& row : table) {
    std::vector<std::string> found;
    for (const QueryName& name :
         lexicon.matcher().find_query_names(lexicon.analyzer().analyze_query(row.query))) {
      found.push_back(lexicon.gazetteer().entities()[name.entity].key.id +
                      (name.certain ? "!" : "?"));
    }
    EXPECT_EQ(found, row.expected) << row.query << ": " << row.reason;
  }
}

}  // namespace
}  // namespace techpolicy
