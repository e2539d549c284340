#include "searchd/api/download.h"

#include <chrono>

#include "searchd/api/problem_json.h"
#include "searchd/http/request_log.h"

namespace techpolicy {
namespace {

/// Read at once: few enough to give the first bytes soon and the database back to others.
constexpr std::size_t kArticlesAtOnce = 100;

/// The client sees only that the answer is cut off; the log says why.
std::vector<StreamedArticle> read(ArticleStream& stream, const std::string& id) {
  try {
    return stream.next(kArticlesAtOnce);
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
  return {this, [](void* limit) { static_cast<DownloadLimit*>(limit)->free_.fetch_add(1); }};
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
  response.source =
      [place, id = request.id, stream = std::shared_ptr<ArticleStream>(std::move(articles)),
       head = std::move(file.head), entry = std::move(file.entry)](std::string& piece) mutable {
        piece = std::move(head);
        head.clear();
        const std::vector<StreamedArticle> next = read(*stream, id);
        for (const StreamedArticle& article : next) piece += entry(article);
        return !next.empty();
      };
  return response;
}

}  // namespace techpolicy
