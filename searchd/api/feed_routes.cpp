#include "searchd/api/feed_routes.h"

#include <array>
#include <ctime>
#include <nlohmann/json.hpp>

#include "searchd/api/analysis_requests.h"
#include "searchd/api/api_parameters.h"
#include "searchd/api/download.h"
#include "searchd/api/feeds.h"
#include "searchd/api/resource_answer.h"
#include "searchd/api/revised_answer.h"
#include "searchd/api/sentences_json.h"
#include "searchd/http/request_origin.h"

namespace techpolicy {
namespace {

constexpr unsigned kMostDownloads = 16;

/// RFC 9110, 5.6.7.
std::string http_date(std::uint64_t unix_seconds) {
  const auto time = static_cast<std::time_t>(unix_seconds);
  std::tm parts{};
  ::gmtime_r(&time, &parts);
  std::array<char, 40> text{};
  std::strftime(text.data(), text.size(), "%a, %d %b %Y %H:%M:%S GMT", &parts);
  return text.data();
}

using WriteFeed = std::string (*)(const FeedAddresses&, const SearchRequest&, const SearchResult&);

HttpResponse feed(const Searcher& searcher, const HttpRequest& request, WriteFeed write,
                  const char* media_type) {
  refuse_unknown(request.parameters, feed_parameters());
  const SearchRequest asked =
      feed_search(parse_search_request(request.parameters, UnknownParameters::refuse, {}).request);
  const FeedAddresses addresses{request_origin(request), request.path};
  // Addresses are part of what is answered.
  const std::string canonical =
      addresses.origin + with_query(request.path, query_string(asked)) + searcher.day_of(asked);
  const auto index = searcher.index_info();
  const std::uint64_t revision = current_revision(searcher);
  if (auto held = not_modified(request, revision, canonical)) return *held;
  const std::string changed = http_date(index ? index->updated_at : 0);
  // A search that counts back from today changes without the index.
  const bool holds = searcher.day_of(asked).empty();
  if (holds && request.header("If-None-Match").empty() &&
      request.header("If-Modified-Since") == changed) {
    HttpResponse held;
    held.status = 304;
    return held;
  }
  const SearchResult result = searcher.search(asked);
  HttpResponse response =
      revised_answer(write(addresses, asked, result), result.index.revision, canonical);
  response.content_type = media_type;
  response.set_header("Last-Modified", http_date(result.index.updated_at));
  return response;
}

HttpResponse atom(const Searcher& searcher, const HttpRequest& request) {
  return feed(searcher, request, atom_feed, "application/atom+xml; charset=utf-8");
}

HttpResponse feed_json(const Searcher& searcher, const HttpRequest& request) {
  return feed(searcher, request, json_feed, "application/feed+json; charset=utf-8");
}

HttpResponse export_articles(const Searcher& searcher, DownloadLimit& limit,
                             const HttpRequest& request) {
  const ExportAsked asked = parse_export(request.parameters);
  const std::string name(export_format_names()[static_cast<std::size_t>(asked.format)]);
  Download file{"search." + (name == "bibtex" ? "bib" : name),
                std::string(export_media_type(asked.format)),
                export_head(asked.format, asked.fields),
                [format = asked.format, fields = asked.fields](const StreamedArticle& article) {
                  return export_entry(format, article, fields);
                }};
  return download(request, limit, searcher.stream(asked.search), std::move(file));
}

HttpResponse sentences(const Searcher& searcher, DownloadLimit& limit, const HttpRequest& request) {
  const SentencesAsked asked = parse_sentences(request.parameters);
  const SentencesRequest& wanted = asked.request;
  if (asked.format == SentenceFormat::json) {
    const std::string canonical =
        with_query(request.path, sentences_query(wanted)) + searcher.day_of(wanted.search);
    if (auto held = not_modified(request, current_revision(searcher), canonical)) return *held;
    const SentencesResult result = searcher.sentences(wanted);
    const Json json = sentences_json(wanted, result);
    HttpResponse response = revised_answer(json_bytes(json), result.index.revision, canonical);
    set_link_header(response, json["links"]);
    return response;
  }
  auto stream = searcher.stream_sentences(wanted);
  const bool csv = asked.format == SentenceFormat::csv;
  Download file{csv ? "sentences.csv" : "sentences.txt",
                csv ? "text/csv; charset=utf-8; header=present" : "text/plain; charset=utf-8",
                csv ? sentences_csv_head() : "",
                [csv, clause = stream->clause(),
                 entities = stream->entities()](const StreamedArticle& article) {
                  std::string lines;
                  for (const SentenceHit& sentence :
                       sentences_of_article(article.article, clause, entities)) {
                    lines += csv ? sentence_csv(sentence) : sentence_txt(sentence);
                  }
                  return lines;
                }};
  return download(request, limit, std::move(stream), std::move(file));
}

}  // namespace

std::vector<Route> feed_routes(const Searcher& searcher) {
  const auto bound = [&searcher](auto handler) {
    return [&searcher, handler](const HttpRequest& request) { return handler(searcher, request); };
  };
  const auto limited = [&searcher,
                        limit = std::make_shared<DownloadLimit>(kMostDownloads)](auto handler) {
    return [&searcher, handler, limit](const HttpRequest& request) {
      return handler(searcher, *limit, request);
    };
  };
  return {
      {"/search.atom", "atom", bound(atom)},
      {"/search.feed.json", "feed_json", bound(feed_json)},
      {"/api/v1/export", "export", limited(export_articles)},
      {"/api/v1/sentences", "sentences", limited(sentences)},
  };
}

}  // namespace techpolicy
