// A search as the query string of a link: the permalink that pages, feeds and canonical links
// share.
#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "searchd/search/search_request.h"

namespace techpolicy {
namespace {

/// Collects "name=value" pairs in the order of the calls.
class QueryStringWriter {
 public:
  void add(std::string_view name, std::string_view value) {
    if (!text_.empty()) text_.push_back('&');
    text_ += url_encode(name);
    text_.push_back('=');
    text_ += url_encode(value);
  }
  void add_unless(bool is_default, std::string_view name, std::string_view value) {
    if (!is_default) add(name, value);
  }

  [[nodiscard]] std::string text() && { return std::move(text_); }

 private:
  std::string text_;
};

std::vector<std::string> sorted(std::vector<std::string> values) {
  std::sort(values.begin(), values.end());
  values.erase(std::unique(values.begin(), values.end()), values.end());
  return values;
}

void add_filters(QueryStringWriter& out, const SearchRequest& request) {
  for (const FacetRow& row : kFacets) {
    for (const std::string& value : sorted(request.filter(row.facet).any)) out.add(row.name, value);
    for (const std::string& value : sorted(request.filter(row.facet).none)) {
      out.add(row.name, "-" + value);
    }
  }
  for (const FacetRow& row : kFacets) {
    if (request.filter(row.facet).all) out.add("facet_op", row.name);
  }
  for (const FacetRow& row : kFacets) {
    for (const std::string& id : sorted(request.filter(row.facet).about)) {
      out.add("about", std::string(row.name) + ":" + id);
    }
  }
  out.add_unless(request.roll_up == RollUpTo::none, "rollup", "parent");
  if (request.from) out.add("from", request.from->iso());
  if (request.to) out.add("to", request.to->iso());
  if (request.since) out.add("since", std::to_string(*request.since));
}

void add_facets(QueryStringWriter& out, const SearchRequest& request) {
  if (request.facets_by_default) return;
  if (request.facets.empty()) out.add("facet", "none");
  for (const Facet facet : request.facets) out.add("facet", facet_row(facet).name);
}

std::string joined(const std::vector<std::string>& names) {
  std::string text;
  for (const std::string& name : names) text += (text.empty() ? "" : ",") + name;
  return text;
}

}  // namespace

std::string query_string(const SearchRequest& request) {
  const SearchRequest defaults;
  QueryStringWriter out;
  out.add_unless(request.q.empty(), "q", request.q);
  out.add_unless(request.options.syntax == QuerySyntax::query, "syntax", "plain");
  out.add_unless(request.options.default_operator == DefaultOperator::all, "op", "or");
  out.add_unless(request.aliases, "aliases", "0");
  add_filters(out, request);
  if (request.sort) out.add("sort", sort_name(*request.sort));
  out.add_unless(request.page == defaults.page, "page", std::to_string(request.page));
  out.add_unless(request.per_page == defaults.per_page, "per_page",
                 std::to_string(request.per_page));
  out.add_unless(request.cursor.empty(), "cursor", request.cursor);
  add_facets(out, request);
  out.add_unless(request.facet_limit == defaults.facet_limit, "facet_limit",
                 std::to_string(request.facet_limit));
  out.add_unless(request.collapse == Collapse::duplicates, "collapse", "none");
  out.add_unless(request.count == CountOf::articles, "count", "stories");
  out.add_unless(request.highlight, "highlight", "0");
  out.add_unless(!request.explain, "explain", "1");
  out.add_unless(request.fields.empty(), "fields", joined(request.fields));
  return std::move(out).text();
}

std::string url_encode(std::string_view text) {
  constexpr std::string_view kPlain =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~:,/";
  constexpr std::string_view kHex = "0123456789ABCDEF";
  std::string encoded;
  encoded.reserve(text.size());
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (kPlain.find(c) != std::string_view::npos) {
      encoded.push_back(c);
    } else if (c == ' ') {
      encoded.push_back('+');
    } else {
      encoded += {'%', kHex[byte >> 4U], kHex[byte & 0xFU]};
    }
  }
  return encoded;
}

}  // namespace techpolicy
