// Changes to a request, one for each link that a page offers.
#include "searchd/pages/search_links.h"

#include <algorithm>

namespace techpolicy {
namespace {

std::string with_query(const std::string& address, const SearchRequest& request) {
  const std::string query = query_string(request);
  return query.empty() ? address : address + "?" + query;
}

/// Of the year what the dates of the request leave: as many articles as are counted for it there.
void narrow_to(SearchRequest& request, const std::optional<PartialDate>& year) {
  if (!year) return;
  if (!request.from || request.from->first_day() < year->first_day()) request.from = year;
  if (!request.to || request.to->last_day() > year->last_day()) request.to = year;
}

}  // namespace

std::string address_of(std::string_view path, const SearchRequest& request,
                       std::string_view parameter) {
  std::string address = with_query(std::string(path), request);
  if (parameter.empty()) return address;
  address += address.size() > path.size() ? '&' : '?';
  return address.append(parameter);
}

std::string search_url(const SearchRequest& request) { return with_query("/search", request); }

std::string article_url(std::string_view id, const SearchRequest& request) {
  return with_query("/article/" + url_encode(id), request);
}

std::string entity_url(const EntityKey& key) {
  return "/entities/" + std::string(facet_row(key.type).name) + "/" + url_encode(key.id);
}

std::string facet_url(Facet facet, SearchRequest request) {
  return with_query("/facets/" + std::string(facet_row(facet).name),
                    from_start(std::move(request)));
}

SearchRequest from_start(SearchRequest request) {
  request.page = 1;
  request.cursor.clear();
  return request;
}

SearchRequest with_value(SearchRequest request, Facet facet, const std::string& value) {
  request = without_value(from_start(std::move(request)), facet, value);
  if (facet == Facet::year) {
    narrow_to(request, parse_partial_date(value));
  } else {
    request.filter(facet).any.push_back(value);
  }
  return request;
}

SearchRequest narrowed_by(SearchRequest request, Facet facet, const std::string& value) {
  if (!request.filter(facet).any.empty()) request.filter(facet).all = true;
  return with_value(std::move(request), facet, value);
}

SearchRequest only_value(SearchRequest request, Facet facet, const std::string& value) {
  request.filter(facet) = {};
  return with_value(std::move(request), facet, value);
}

SearchRequest without_value(SearchRequest request, Facet facet, const std::string& value) {
  request = from_start(std::move(request));
  if (facet == Facet::year && is_year_chosen(request, value)) {
    request.from.reset();
    request.to.reset();
  }
  FacetFilter& filter = request.filter(facet);
  std::erase(filter.any, value);
  std::erase(filter.none, value);
  std::erase(filter.about, value);
  return request;
}

SearchRequest about_value(SearchRequest request, Facet facet, const std::string& value) {
  request = without_value(std::move(request), facet, value);
  request.filter(facet).any.clear();
  request.filter(facet).about = {value};
  return request;
}

SearchRequest without_about(SearchRequest request, Facet facet, const std::string& value) {
  request = from_start(std::move(request));
  std::erase(request.filter(facet).about, value);
  return request;
}

SearchRequest with_other_sense(SearchRequest request, Facet facet) {
  request = from_start(std::move(request));
  FacetFilter& filter = request.filter(facet);
  std::vector<std::string>& from = chooses_about(request, facet) ? filter.about : filter.any;
  std::vector<std::string>& to = chooses_about(request, facet) ? filter.any : filter.about;
  to.insert(to.end(), from.begin(), from.end());
  from.clear();
  return request;
}

bool chooses_about(const SearchRequest& request, Facet facet) {
  const FacetFilter& filter = request.filter(facet);
  return filter.any.empty() && !filter.about.empty();
}

SearchRequest excluding_value(SearchRequest request, Facet facet, const std::string& value) {
  request = without_value(std::move(request), facet, value);
  request.filter(facet).none.push_back(value);
  return request;
}

SearchRequest without_filters(SearchRequest request) {
  request = from_start(std::move(request));
  request.filters = {};
  request.from.reset();
  request.to.reset();
  request.since.reset();
  return request;
}

bool is_year_chosen(const SearchRequest& request, std::string_view year) {
  return request.from && request.to && request.from == request.to &&
         request.from->precision == DatePrecision::year && request.from->iso() == year;
}

std::size_t filter_count(const SearchRequest& request) {
  std::size_t count = (request.from ? 1U : 0U) + (request.to ? 1U : 0U) + (request.since ? 1U : 0U);
  for (const FacetFilter& filter : request.filters) {
    count += filter.any.size() + filter.none.size() + filter.about.size();
  }
  return count;
}

std::string safe_link(const std::string& url) {
  return url.starts_with("https://") || url.starts_with("http://") ? url : std::string();
}

}  // namespace techpolicy
