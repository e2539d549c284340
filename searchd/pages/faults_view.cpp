// Faults of a request as a reader can mend them.
#include <algorithm>
#include <optional>

#include "searchd/pages/formats.h"
#include "searchd/pages/labels.h"
#include "searchd/pages/notices_view.h"
#include "searchd/pages/search_links.h"
#include "searchd/pages/strings.h"

namespace techpolicy {
namespace {

std::string first_value(const Parameters& parameters, std::string_view name) {
  for (const auto& [known, value] : parameters) {
    if (known == name) return value;
  }
  return {};
}

/// The byte at which a code point of valid UTF-8 begins; the size where the text ends before.
std::size_t byte_of(std::string_view text, std::size_t code_point) {
  std::size_t at = 0;
  for (; at < text.size(); ++at) {
    const bool begins = (static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80U;
    if (begins && code_point-- == 0) break;
  }
  return at;
}

/// The query cut around the faulty character; a fault after its end is a mark of its own.
View place(const std::string& query, std::size_t position) {
  constexpr std::string_view kAfterEnd = "␣";
  const std::size_t begin = byte_of(query, position);
  const std::size_t end = byte_of(query, position + 1);
  View view;
  view.text("before", query.substr(0, begin));
  view.text("at", begin == end ? std::string(kAfterEnd) : query.substr(begin, end - begin));
  view.text("after", query.substr(end));
  return view.text("position", ui_text("fault_position", {{"n", format_number(position + 1)}}));
}

/// The address of the same search with one parameter replaced; none where it is still not valid.
std::optional<std::string> repaired_url(Parameters parameters, const BadRequest& error,
                                        const RequestFault& fault) {
  std::erase_if(parameters, [&](const auto& parameter) {
    return std::any_of(error.faults().begin(), error.faults().end(),
                       [&](const RequestFault& any) { return any.parameter == parameter.first; });
  });
  parameters.emplace_back(fault.parameter, fault.suggestion);
  try {
    return search_url(
        from_start(parse_search_request(parameters, UnknownParameters::ignore, {}).request));
  } catch (const BadRequest&) {
    return std::nullopt;
  }
}

/// All values of the facet that begin like the one that is none, and the search without it.
void add_ways_round(View& view, const RequestFault& fault, const Parameters& parameters,
                    const SearchRequest& sound) {
  const auto facet = facet_by_name(fault.parameter);
  const bool unknown = facet && fault.code == "unknown_entity";
  std::string typed = first_value(parameters, fault.parameter);
  if (typed.starts_with('-')) typed.erase(0, 1);
  std::string lookup = unknown ? facet_url(*facet, sound) : "";
  if (unknown) lookup += (lookup.find('?') == std::string::npos ? "?" : "&");
  if (unknown) lookup += "facet_q=" + url_encode(typed);
  view.text("lookup_url", lookup);
  view.text("lookup", unknown ? ui_text("fault_lookup", {{"plural", facet_plural(*facet)}}) : "");
  view.text("without_url", unknown ? search_url(sound) : "");
}

View fault_view(const BadRequest& error, const RequestFault& fault, const Parameters& parameters,
                std::string_view advice, const SearchRequest& sound) {
  View view;
  add_ways_round(view, fault, parameters, sound);
  view.text("detail", fault.detail);
  const bool placed = fault.position && fault.parameter == "q";
  view.list("where", placed ? std::vector{place(first_value(parameters, "q"), *fault.position)}
                            : std::vector<View>());
  std::string url;
  if (!fault.suggestion.empty()) url = repaired_url(parameters, error, fault).value_or("");
  view.text("url", url).text("suggestion", fault.suggestion).text("advice", ui_text(advice));
  return view.text("allowed", fault.allowed.empty()
                                  ? ""
                                  : ui_text("fault_allowed", {{"names", ui_list(fault.allowed)}}));
}

}  // namespace

void add_faults(View& page, const BadRequest& error, const Parameters& parameters,
                std::string_view advice, const SearchRequest& sound) {
  std::vector<View> faults;
  for (const RequestFault& fault : error.faults()) {
    faults.push_back(fault_view(error, fault, parameters, advice, sound));
  }
  page.list("faults", std::move(faults));
}

}  // namespace techpolicy
