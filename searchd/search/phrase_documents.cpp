#include "searchd/search/phrase_documents.h"

namespace techpolicy {

DocumentSet phrase_documents(const Xapian::Database& database,
                             const std::vector<std::string>& terms) {
  Xapian::Enquire enquire(database);
  enquire.set_query(Xapian::Query(Xapian::Query::OP_PHRASE, terms.begin(), terms.end()));
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  enquire.set_docid_order(Xapian::Enquire::ASCENDING);
  const Xapian::MSet found = enquire.get_mset(0, database.get_doccount());
  DocumentSet documents;
  documents.reserve(found.size());
  for (auto document = found.begin(); document != found.end(); ++document) {
    documents.push_back(*document);
  }
  return documents;
}

}  // namespace techpolicy
