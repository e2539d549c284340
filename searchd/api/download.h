// All articles of a search as a file that is made while it is sent.
#pragma once

#include <atomic>
#include <functional>
#include <memory>
#include <string>

#include "searchd/http/http_message.h"
#include "searchd/search/article_stream.h"

namespace techpolicy {

/// How many downloads run at once: each takes a thread for as long as its client reads. Any number
/// of threads may ask.
class DownloadLimit {
 public:
  explicit DownloadLimit(unsigned most) : free_(static_cast<int>(most)) {}

  /// A place, freed when the last copy of the pointer goes; null where none is free.
  [[nodiscard]] std::shared_ptr<void> take();

 private:
  std::atomic<int> free_;
};

struct Download {
  std::string name;        ///< Of the file.
  std::string media_type;  ///< Content-Type.
  std::string head;        ///< What stands before the articles.
  std::function<std::string(const StreamedArticle&)> entry;
};

/// 200 with X-Total-Count; 503 where `limit`, which must outlive the answer, has no place left.
[[nodiscard]] HttpResponse download(const HttpRequest& request, DownloadLimit& limit,
                                    std::unique_ptr<ArticleStream> articles, Download file);

}  // namespace techpolicy
