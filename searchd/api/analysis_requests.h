// The parameters of the resources that say what a result is as a whole (timeline and its like),
// beside those of the search itself, and the one spelling of such a request.
#pragma once

#include <string>
#include <vector>

#include "searchd/api/export_formats.h"
#include "searchd/search/companions.h"
#include "searchd/search/comparison.h"
#include "searchd/search/outstanding.h"
#include "searchd/search/search_request.h"
#include "searchd/search/sentences.h"
#include "searchd/search/timeline.h"

namespace techpolicy {

/// Throws BadRequest naming every faulty parameter.
[[nodiscard]] TimelineRequest parse_timeline(const Parameters& parameters);
[[nodiscard]] OutstandingRequest parse_significant(const Parameters& parameters);
[[nodiscard]] CompareRequest parse_comparison(const Parameters& parameters);
[[nodiscard]] CompanionsRequest parse_companions(const EntityKey& entity,
                                                 const Parameters& parameters);

/// How sentences are answered: a page of JSON, or all of them as a download.
enum class SentenceFormat { json, csv, txt };
struct SentencesAsked {
  SentencesRequest request;
  SentenceFormat format = SentenceFormat::json;
};
[[nodiscard]] SentencesAsked parse_sentences(const Parameters& parameters);

struct ExportAsked {
  SearchRequest search;
  ExportFormat format = ExportFormat::jsonl;
  std::vector<std::string> fields;
};
[[nodiscard]] ExportAsked parse_export(const Parameters& parameters);

/// Without "?"; what is default is left out.
[[nodiscard]] std::string timeline_query(const TimelineRequest& request);
[[nodiscard]] std::string significant_query(const OutstandingRequest& request);
[[nodiscard]] std::string comparison_query(const CompareRequest& request);
[[nodiscard]] std::string companions_query(const CompanionsRequest& request);
[[nodiscard]] std::string sentences_query(const SentencesRequest& request);

}  // namespace techpolicy
