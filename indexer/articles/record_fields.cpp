#include "indexer/articles/record_fields.h"

#include <algorithm>
#include <unicode/uchar.h>
#include <utility>

#include "indexer/analysis/analyzer.h"
#include "indexer/analysis/code_points.h"
#include "indexer/articles/ascii.h"
#include "indexer/articles/date_line.h"
#include "indexer/articles/dates.h"
#include "indexer/articles/declared_language.h"
#include "indexer/articles/urls.h"

namespace techpolicy {
namespace {

static_assert(
    [] {
      for (std::size_t i = 0; i < kRecordNames.size(); ++i) {
        for (std::size_t j = 0; j < i; ++j) {
          if (kRecordNames[i].name == kRecordNames[j].name) return false;
        }
      }
      return true;
    }(),
    "two rows of kRecordNames have the same name");

using Values = std::vector<std::string>;

/// Clean, on one line, single spaces: for titles and names.
std::string single_line(std::string_view value) {
  const std::string clean = clean_utf8(value);
  std::string line;
  line.reserve(clean.size());
  for (const char c : std::string_view(clean)) {
    if (!is_ascii_space(c)) {
      line += c;
    } else if (!line.empty() && line.back() != ' ') {
      line += ' ';
    }
  }
  if (!line.empty() && line.back() == ' ') line.pop_back();
  return line;
}

/// A lone dash is a text too (an annex of a law that was repealed); spaces of any width are none.
bool has_visible_character(std::string_view text) {
  constexpr UChar32 kReplacement = 0xFFFD;
  for (std::size_t at = 0; at < text.size();) {
    const UChar32 c = next_code_point(text, at);
    if (c != kReplacement && u_isgraph(c) && !is_invisible(c)) return true;
  }
  return false;
}

std::string first_line(const Values& values) {
  for (const std::string& value : values) {
    std::string line = single_line(value);
    if (!line.empty()) return line;
  }
  return {};
}

/// Several strings are the paragraphs of one text.
std::string joined_text(Values& values) {
  if (values.size() == 1) return std::move(values.front());
  std::string text;
  for (const std::string& value : values) {
    if (!text.empty()) text += "\n\n";
    text += value;
  }
  return text;
}

std::string url_in(const Values& values) {
  for (const std::string& value : values) {
    if (auto url = article_url(clean_utf8(value))) return *url;
  }
  return {};
}

/// The first date that can be read; else the first that was refused.
void read_date_of(const Values& values, Article& article) {
  for (const std::string& value : values) {
    const DateReading reading = read_date(value);
    if (reading.date) {
      article.published = reading.date;
      article.refused_date.reset();
      return;
    }
    std::string stated = single_line(value);
    if (article.refused_date || stated.empty()) continue;
    article.refused_date = RefusedDate{std::move(stated), std::string(reading.fault)};
  }
}

void date_from(Article& article, DateOrigin basis, std::optional<PartialDate> date) {
  if (!date) return;
  const bool narrows = article.published && article.published->precision != DatePrecision::day &&
                       date->precision == DatePrecision::day &&
                       date->first_day() >= article.published->first_day() &&
                       date->first_day() <= article.published->last_day();
  if (article.published && !narrows) return;
  article.published = date;
  article.date_basis = basis;
}

/// A publisher's name; a URL or host instead of it is reduced to the host without "www.".
std::string source_in(const Values& values) {
  std::string source = first_line(values);
  if (const auto url = article_url(source)) return host_of(*url);
  if (ascii_lower(source).starts_with("www.")) source.erase(0, 4);
  return source;
}

Values names_in(const Values& values) {
  Values names;
  for (const std::string& value : values) {
    std::string_view rest = value;
    while (!rest.empty()) {
      const std::size_t end = std::min(rest.find(';'), rest.size());
      std::string name = single_line(rest.substr(0, end));
      rest.remove_prefix(std::min(end + 1, rest.size()));
      if (ascii_lower(name).starts_with("by ")) name.erase(0, 3);
      // Some sites give the address of the author's page instead of a name.
      if (name.empty() || article_url(name)) continue;
      if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
    }
  }
  return names;
}

/// One string holds tags between commas; a list holds one a string.
Values tags_in(const Values& values) {
  Values tags;
  for (const std::string& value : values) {
    std::string_view rest = value;
    while (!rest.empty()) {
      const std::size_t end =
          std::min(values.size() > 1 ? rest.size() : rest.find(','), rest.size());
      std::string tag = single_line(rest.substr(0, end));
      rest.remove_prefix(std::min(end + 1, rest.size()));
      if (!tag.empty()) tags.push_back(std::move(tag));
    }
  }
  return tags;
}

std::string language_in(const Values& values) {
  for (const std::string& value : values) {
    std::string code = language_code(value);
    if (!code.empty()) return code;
  }
  return {};
}

std::optional<bool> flag_in(const Values& values) {
  for (const std::string& value : values) {
    const std::string flag = ascii_lower(ascii_trim(value));
    if (flag == "true" || flag == "yes" || flag == "1") return true;
    if (flag == "false" || flag == "no" || flag == "0") return false;
  }
  return std::nullopt;
}

/// Gives the values of one name to their member; what an earlier name filled stays.
void fill(Article& article, RecordKey key, Values& values) {
  switch (key) {
    case RecordKey::id:
      if (article.id.empty()) article.id = first_line(values);
      break;
    case RecordKey::url:
      if (article.url.empty()) article.url = url_in(values);
      break;
    case RecordKey::title:
      if (article.title.empty()) article.title = first_line(values);
      break;
    case RecordKey::text:
      if (!has_visible_character(article.text)) article.text = joined_text(values);
      break;
    case RecordKey::date:
      if (!article.published) read_date_of(values, article);
      break;
    case RecordKey::source:
      if (article.source.empty()) article.source = source_in(values);
      break;
    case RecordKey::author:
      if (article.authors.empty()) article.authors = names_in(values);
      break;
    case RecordKey::lang:
      if (article.lang.empty()) article.lang = language_in(values);
      break;
    case RecordKey::tags:
      if (article.tags.empty()) article.tags = tags_in(values);
      break;
    case RecordKey::machine_translated:
      if (!article.machine_translated) article.machine_translated = flag_in(values);
      break;
  }
}

}  // namespace

std::optional<RecordFields::Name> RecordFields::find(std::string_view name) {
  const std::string lower = ascii_lower(name);
  for (std::size_t i = 0; i < kRecordNames.size(); ++i) {
    if (kRecordNames[i].name == lower) return i;
  }
  return std::nullopt;
}

void RecordFields::add(std::string_view name, std::string value) {
  if (const auto found = find(name)) add(*found, std::move(value));
}

void RecordFields::set_text(MarkupText text) {
  for (std::size_t i = 0; i < kRecordNames.size(); ++i) {
    if (kRecordNames[i].key == RecordKey::text) clear(i);
  }
  add("text", std::move(text.text));
  headings_ = std::move(text.headings);
}

std::string RecordFields::first(RecordKey key) const {
  for (std::size_t i = 0; i < kRecordNames.size(); ++i) {
    std::string line = kRecordNames[i].key == key ? first_line(values_[i]) : std::string{};
    if (!line.empty()) return line;
  }
  return {};
}

Article RecordFields::article() && {
  Article article;
  for (std::size_t i = 0; i < kRecordNames.size(); ++i) {
    if (!values_[i].empty()) fill(article, kRecordNames[i].key, values_[i]);
  }
  article.headings = std::move(headings_);
  date_from(article, DateOrigin::url, date_in_path(path_of(article.url)));
  date_from(article, DateOrigin::text, date_at_top(article.text));
  if (article.source.empty()) article.source = host_of(article.url);
  return article;
}

Record make_record(RecordFields&& fields, const RecordPlace& place) {
  Article article = std::move(fields).article();
  if (article.text.size() > kMaxArticleBytes) {
    return reject(place, "too-large",
                  "the text has " + std::to_string(article.text.size()) + " bytes, the limit is " +
                      std::to_string(kMaxArticleBytes) + "; split it into several articles");
  }
  article.text = clean_utf8(article.text);
  if (!has_visible_character(article.text)) return reject(place, "no-text", place.no_text);
  article.origin = clean_utf8(place.file.name);
  if (place.line > 0) article.origin += ':' + std::to_string(place.line);
  return article;
}

Record dated_by_path(Record record, const InputFile& file) {
  auto* article = std::get_if<Article>(&record);
  // Not to make a stated date more exact: paths often tell when a file was fetched.
  if (article != nullptr && !article->published) {
    date_from(*article, DateOrigin::path, date_in_path(file.name));
  }
  return record;
}

RejectedRecord reject(const RecordPlace& place, std::string reason, std::string_view detail) {
  return {std::move(reason), clean_utf8(detail), clean_utf8(place.file.path.string()), place.line};
}

}  // namespace techpolicy
