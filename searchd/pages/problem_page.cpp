// Pages for what went wrong, with the way out.
#include <string>
#include <utility>

#include "indexer/schema/errors.h"
#include "searchd/pages/page_response.h"
#include "searchd/pages/page_routes.h"
#include "searchd/pages/search_page.h"
#include "searchd/pages/strings.h"
#include "searchd/pages/templates.h"

namespace techpolicy {
namespace {

constexpr const char* kBuildCommand = "indexer build --index DIR INPUT...";

std::string heading_key(int status) {
  switch (status) {
    case 404:
      return "not_found_heading";
    case 503:
      return "unavailable_heading";
    default:
      return status < 500 ? "bad_request_heading" : "failed_heading";
  }
}

View problem(const HttpRequest& request, int status, const std::string& heading,
             const std::string& detail, const std::string& command = {}) {
  View page;
  page.text("page_title", ui_text("title_page", {{"name", heading}, {"site", ui_text("site")}}));
  page.flag("canonical", false).flag("q", false).text("command", command);
  page.text("code", std::to_string(status)).text("heading", heading).text("detail", detail);
  return page.text("request_id", status >= 500 ? request.id : "");
}

HttpResponse no_index(const HttpRequest& request, const std::string& detail) {
  const View page = problem(request, 503, ui_text("no_index_heading"), detail, kBuildCommand);
  HttpResponse response = page_response(request, render_template("problem", page), 503);
  response.set_header("Retry-After", "5");
  return response;
}

HttpResponse faulty_request(const HttpRequest& request, const BadRequest& error) {
  if (request.path != "/search") return render_problem_page(request, 400, error.what());
  const PagePart part = wants_results_only(request) ? PagePart::results : PagePart::whole;
  return page_response(request, render_faulty_search(request.parameters, error, part), 400);
}

}  // namespace

HttpResponse render_problem_page(const HttpRequest& request, int status,
                                 const std::string& detail) {
  const View page = problem(request, status, ui_text(heading_key(status)), detail);
  return page_response(request, render_template("problem", page), status);
}

HttpResponse render_exception_page(const HttpRequest& request, std::exception_ptr thrown) {
  try {
    std::rethrow_exception(std::move(thrown));
  } catch (const BadRequest& error) {
    return faulty_request(request, error);
  } catch (const IndexError& error) {
    return no_index(request, error.what());
  } catch (...) {  // Xapian::Error is not a std::exception
    return render_problem_page(request, 500, ui_text("failed_detail"));
  }
}

}  // namespace techpolicy
