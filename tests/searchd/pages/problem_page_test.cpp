// Pages for what went wrong: the status, the headers, the way out.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "indexer/schema/errors.h"
#include "searchd/pages/page_routes.h"
#include "searchd/search/bad_request.h"

namespace techpolicy {
namespace {

using testing::HasSubstr;
using testing::Not;

HttpRequest request_of(std::string path) {
  HttpRequest request;
  request.path = std::move(path);
  request.id = "urn:uuid:1";
  return request;
}

TEST(ProblemPage, EscapesTheDetail) {
  const HttpResponse response = render_problem_page(request_of("/x"), 404, "<b>gone");
  EXPECT_EQ(response.status, 404);
  EXPECT_THAT(response.body, HasSubstr("&lt;b&gt;gone"));
  EXPECT_THAT(std::string(response.header("Content-Security-Policy")),
              HasSubstr("default-src 'none'"));
}

TEST(ProblemPage, SaysHowToMakeTheMissingIndex) {
  const HttpResponse response = render_exception_page(
      request_of("/"), std::make_exception_ptr(IndexError("There is no index in x.")));
  EXPECT_EQ(response.status, 503);
  EXPECT_THAT(response.body, HasSubstr("There is no index in x."));
  EXPECT_THAT(response.body, HasSubstr("indexer build --index"));
  EXPECT_FALSE(response.header("Retry-After").empty());
}

TEST(ProblemPage, ShowsFaultsOfASearchOnItsPage) {
  HttpRequest request = request_of("/search");
  request.parameters = {{"q", "(a"}};
  const auto error =
      std::make_exception_ptr(BadRequest({{"q", "unbalanced", "Never closed.", {}, 0, "(a)"}}));
  const HttpResponse response = render_exception_page(request, error);
  EXPECT_EQ(response.status, 400);
  EXPECT_THAT(response.body, HasSubstr("Never closed."));
  EXPECT_THAT(response.body, HasSubstr("href=\"/search?q=%28a%29\""));
}

TEST(ProblemPage, HidesWhatAnUnexpectedErrorSays) {
  const HttpResponse response = render_exception_page(
      request_of("/"), std::make_exception_ptr(std::runtime_error("/secret/path")));
  EXPECT_EQ(response.status, 500);
  EXPECT_THAT(response.body, Not(HasSubstr("secret")));
  EXPECT_THAT(response.body, HasSubstr("urn:uuid:1")) << "by which the log can be searched";
}

}  // namespace
}  // namespace techpolicy
