#include "searchd/search/query_foreign.h"

#include <array>
#include <span>

#include "searchd/search/query_fields.h"

namespace techpolicy {
namespace {

struct Row {
  std::string_view theirs;
  std::string_view ours;
};

constexpr std::array kForeignFields = {
    Row{"headline", "title"},     Row{"hd", "title"},         Row{"intitle", "title"},
    Row{"allintitle", "title"},   Row{"casename", "title"},   Row{"intext", "body"},
    Row{"allintext", "body"},     Row{"text", "body"},        Row{"inurl", "url"},
    Row{"site", "url"},           Row{"link", "url"},         Row{"byline", "author"},
    Row{"publication", "source"}, Row{"publisher", "source"}, Row{"outlet", "source"},
    Row{"language", "lang"},      Row{"when", "date"},        Row{"datefiled", "date"},
    Row{"published", "date"},     Row{"location", "place"},   Row{"geographic", "place"},
    Row{"country", "place"},      Row{"subject", "topic"},    Row{"keyword", "topic"},
    Row{"organization", "org"},   Row{"organisation", "org"}, Row{"ticker", "company"}};

constexpr std::array kTags = {Row{"by", "author"},   Row{"la", "lang"},    Row{"sn", "source"},
                              Row{"sc", "source"},   Row{"rst", "source"}, Row{"co", "company"},
                              Row{"fds", "company"}, Row{"ns", "topic"},   Row{"re", "place"},
                              Row{"lp", "lead"},     Row{"td", "body"},    Row{"hlp", "lead"}};

/// Written before "(" without a colon.
constexpr std::array kFunctions = {
    Row{"allcaps", "caps:"}, Row{"caps", "caps:"},  Row{"nocaps", ""}, Row{"singular", ""},
    Row{"plural", ""},       Row{"hlead", "lead:"}, Row{"length", ""}};

std::string_view found_in(std::span<const Row> rows, std::string_view name) {
  for (const Row& row : rows) {
    if (row.theirs == name) return row.ours;
  }
  return {};
}

constexpr std::string_view kAtLeast = "atleast";

bool is_at_least(std::string_view name) {
  return name.size() > kAtLeast.size() && name.starts_with(kAtLeast) &&
         name.find_first_not_of("0123456789", kAtLeast.size()) == std::string_view::npos;
}

}  // namespace

std::string_view own_field(std::string_view name) { return found_in(kForeignFields, name); }

std::string_view own_field_of_tag(std::string_view name) {
  const std::string_view tag = found_in(kTags, name);
  return tag.empty() ? own_field(name) : tag;
}

std::string own_function(std::string_view name) {
  if (is_at_least(name)) {
    return "atleast:" + std::string(name.substr(kAtLeast.size())) + " ";
  }
  for (const Row& row : kFunctions) {
    if (row.theirs == name) return row.ours.empty() ? " " : std::string(row.ours);
  }
  const std::string_view foreign = own_field(name);
  if (!foreign.empty()) return std::string(foreign) + ":";
  return query_field_by_name(name) ? std::string(name) + ":" : std::string();
}

}  // namespace techpolicy
