#include "searchd/pages/open_search.h"

#include "searchd/http/request_origin.h"
#include "searchd/pages/templates.h"

namespace techpolicy {

HttpResponse open_search_response(const HttpRequest& request) {
  HttpResponse response;
  response.content_type = "application/opensearchdescription+xml; charset=utf-8";
  response.body = render_template("opensearch", View().text("origin", request_origin(request)));
  return response;
}

}  // namespace techpolicy
