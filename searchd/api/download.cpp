#include "searchd/api/download.h"

#include <algorithm>
#include <chrono>
#include <malloc.h>

#include "searchd/api/problem_json.h"
#include "searchd/http/request_log.h"

namespace techpolicy {
namespace {

/// Read at once: few enough to give the database back to others soon. The first pieces are smaller,
/// so that a client sees bytes at once.
constexpr std::size_t kArticlesAtOnce = 100;
constexpr std::size_t kArticlesAtFirst = 4;

/// The client sees only that the answer is cut off; the log says why.
std::vector<StreamedArticle> read(ArticleStream& stream, std::size_t most, const std::string& id) {
  try {
    return stream.next(most);
  } catch (const std::exception& error) {
    write_log(log_line(std::chrono::system_clock::now(), id,
                       "download cut off: " + std::string(error.what())));
    throw;
  }
}

}  // namespace

std::shared_ptr<void> DownloadLimit::take() {
  if (free_.fetch_sub(1) <= 0) {
    free_.fetch_add(1);
    return nullptr;
  }
  return {this, [](void* limit) {
            static_cast<DownloadLimit*>(limit)->free_.fetch_add(1);
            // What a long file leaves free lies scattered in the heap of one of many threads.
            malloc_trim(0);
          }};
}

HttpResponse download(const HttpRequest& request, DownloadLimit& limit,
                      std::unique_ptr<ArticleStream> articles, Download file) {
  auto place = limit.take();
  if (!place) {
    HttpResponse busy =
        problem_json(request, 503, "Too many downloads are running. Try again in a few seconds.");
    busy.set_header("Retry-After", "5");
    return busy;
  }
  HttpResponse response;
  response.content_type = file.media_type;
  response.set_header("Content-Disposition", "attachment; filename=\"" + file.name + "\"");
  response.set_header("X-Total-Count", std::to_string(articles->total()));
  response.set_header("X-Index-Revision", std::to_string(articles->index().revision));
  response.set_header("Cache-Control", "no-store");
  response.source = [place, id = request.id,
                     stream = std::shared_ptr<ArticleStream>(std::move(articles)),
                     head = std::move(file.head), entry = std::move(file.entry),
                     count = kArticlesAtFirst](std::string& piece) mutable {
    piece = std::move(head);
    head.clear();
    const std::vector<StreamedArticle> next = read(*stream, count, id);
    count = std::min(2 * count, kArticlesAtOnce);
    for (const StreamedArticle& article : next) piece += entry(article);
    return !next.empty();
  };
  return response;
}

}  // namespace techpolicy
