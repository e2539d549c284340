#include "searchd/api/export_formats.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

#include "searchd/api/json_values.h"

namespace techpolicy {
namespace {

constexpr std::array<std::string_view, 14> kExportFields = {"id",
                                                            "url",
                                                            "title",
                                                            "title_derived",
                                                            "published",
                                                            "date_precision",
                                                            "source",
                                                            "lang",
                                                            "machine_translated",
                                                            "authors",
                                                            "entities",
                                                            "added",
                                                            "sequence",
                                                            "text"};
constexpr std::string_view kText = "text";

/// Values of reference formats are single lines.
std::string one_line(std::string_view text) {
  std::string line(text);
  std::ranges::replace_if(
      line, [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; }, ' ');
  return line;
}

std::string joined(const std::vector<std::string>& texts, std::string_view separator) {
  std::string all;
  for (const std::string& text : texts) {
    if (!all.empty()) all += separator;
    all += text;
  }
  return all;
}

Json article_json(const StreamedArticle& exported) {
  const StoredArticle& article = exported.article;
  return {{"id", article.id},
          {"url", "/article/" + article.id},
          {"title", exported.title},
          {"title_derived", exported.title_derived},
          {"published", date_or_null(article.published)},
          {"date_precision", precision_name(article.published)},
          {"source", source_json(article.source_id, article.source_name, article.url)},
          {"lang", article.lang},
          {"machine_translated", flag_or_null(article.machine_translated)},
          {"authors", article.authors},
          {"entities", entities_json(exported.entities)},
          {"added", timestamp(article.added)},
          {"sequence", article.sequence},
          {"text", article.body.text}};
}

std::string flag(std::optional<bool> value) { return value ? (*value ? "true" : "false") : ""; }

std::string cell(std::string_view field, const StreamedArticle& exported) {
  const StoredArticle& article = exported.article;
  if (field == "id") return article.id;
  if (field == "url") return article.url;
  if (field == "title") return exported.title;
  if (field == "title_derived") return flag(exported.title_derived);
  if (field == "published") return article.published ? article.published->iso() : "";
  if (field == "date_precision") return std::string(precision_name(article.published));
  if (field == "source") return article.source_name;
  if (field == "lang") return article.lang;
  if (field == "machine_translated") return flag(article.machine_translated);
  if (field == "authors") return joined(article.authors, "; ");
  if (field == "added") return timestamp(article.added);
  if (field == "sequence") return std::to_string(article.sequence);
  if (field == kText) return article.body.text;
  std::vector<std::string> entities;
  for (const EntityRef& entity : exported.entities) {
    entities.push_back(std::string(facet_row(entity.key.type).name) + ":" + entity.key.id);
  }
  return joined(entities, "; ");
}

std::string csv_entry(const StreamedArticle& article, const std::vector<std::string>& fields) {
  std::vector<std::string> cells;
  for (const std::string& field : fields) cells.push_back(cell(field, article));
  return csv_row(cells);
}

/// "2026/04/17/": what is unknown stays empty.
std::string ris_date(const PartialDate& date) {
  std::string text = date.iso();
  std::ranges::replace(text, '-', '/');
  if (date.precision == DatePrecision::year) return text + "///";
  return text + (date.precision == DatePrecision::month ? "//" : "/");
}

std::string ris_entry(const StreamedArticle& exported) {
  const StoredArticle& article = exported.article;
  std::string entry;
  const auto add = [&entry](std::string_view tag, std::string_view value) {
    if (!value.empty()) entry.append(tag).append("  - ").append(one_line(value)).append("\r\n");
  };
  add("TY", "NEWS");
  add("ID", article.id);
  add("TI", exported.title);
  for (const std::string& author : article.authors) add("AU", author);
  add("T2", article.source_name);
  if (article.published) {
    add("PY", article.published->iso().substr(0, 4));
    add("DA", ris_date(*article.published));
  }
  add("UR", article.url);
  add("LA", article.lang);
  for (const EntityRef& entity : exported.entities) add("KW", entity.name);
  return entry + "ER  - \r\n\r\n";
}

/// For LaTeX. Braces are written by name: BibTeX counts them even behind a backslash.
std::string tex(std::string_view text) {
  std::string escaped;
  for (const char c : one_line(text)) {
    switch (c) {
      case '\\':
        escaped += "{\\textbackslash}";
        break;
      case '{':
        escaped += "{\\textbraceleft}";
        break;
      case '}':
        escaped += "{\\textbraceright}";
        break;
      case '~':
        escaped += "{\\textasciitilde}";
        break;
      case '^':
        escaped += "{\\textasciicircum}";
        break;
      case '&':
      case '%':
      case '$':
      case '#':
      case '_':
        escaped += '\\';
        [[fallthrough]];
      default:
        escaped += c;
    }
  }
  return escaped;
}

/// Addresses are set verbatim; only what would end the value is encoded.
std::string bibtex_url(std::string_view url) {
  std::string encoded;
  for (const char c : one_line(url)) {
    if (c == '{') {
      encoded += "%7B";
    } else if (c == '}') {
      encoded += "%7D";
    } else {
      encoded += c;
    }
  }
  return encoded;
}

std::string bibtex_entry(const StreamedArticle& exported) {
  const StoredArticle& article = exported.article;
  std::string key = article.id;  // of letters, digits and ._~- ; a tilde may not stand in a key
  std::ranges::replace(key, '~', ':');
  std::string entry = "@article{" + key;
  const auto add = [&entry](std::string_view name, const std::string& value) {
    if (!value.empty()) entry.append(",\n  ").append(name).append(" = {").append(value).append("}");
  };
  add("title", "{" + tex(exported.title) + "}");  // inner braces keep capitals
  add("author", tex(joined(article.authors, " and ")));
  add("journal", tex(article.source_name));
  if (article.published) {
    add("year", article.published->iso().substr(0, 4));
    if (article.published->precision != DatePrecision::year)
      add("month", std::to_string(article.published->month));
    if (article.published->precision == DatePrecision::day)
      add("day", std::to_string(article.published->day));
  }
  add("url", bibtex_url(article.url));
  add("language", article.lang == "und" ? "" : tex(article.lang));
  return entry + "\n}\n\n";
}

}  // namespace

const std::vector<std::string_view>& export_format_names() {
  static const std::vector<std::string_view> names = {"jsonl", "csv", "ris", "bibtex"};
  return names;
}

std::string_view export_media_type(ExportFormat format) {
  switch (format) {
    case ExportFormat::jsonl:
      return "application/x-ndjson";
    case ExportFormat::csv:
      return "text/csv; charset=utf-8; header=present";
    case ExportFormat::ris:
      return "application/x-research-info-systems";
    case ExportFormat::bibtex:
      return "application/x-bibtex";
  }
  return "";
}

std::span<const std::string_view> export_fields() { return kExportFields; }

std::vector<std::string> default_export_fields() {
  std::vector<std::string> fields;
  for (const std::string_view field : kExportFields) {
    if (field != kText) fields.emplace_back(field);
  }
  return fields;
}

std::string export_head(ExportFormat format, const std::vector<std::string>& fields) {
  return format == ExportFormat::csv ? csv_row(fields) : "";
}

std::string export_entry(ExportFormat format, const StreamedArticle& article,
                         const std::vector<std::string>& fields) {
  switch (format) {
    case ExportFormat::jsonl:
      return json_bytes(only_fields(article_json(article), fields)) + "\n";
    case ExportFormat::csv:
      return csv_entry(article, fields);
    case ExportFormat::ris:
      return ris_entry(article);
    case ExportFormat::bibtex:
      return bibtex_entry(article);
  }
  return "";
}

std::string csv_row(const std::vector<std::string>& cells) {
  std::string row;
  for (const std::string& value : cells) {
    if (&value != &cells.front()) row += ',';
    const bool formula = !value.empty() &&
                         std::string_view("=+-@\t\r").find(value.front()) != std::string_view::npos;
    const std::string shown = formula ? "'" + value : value;
    if (shown.find_first_of(",\"\r\n") == std::string::npos) {
      row += shown;
      continue;
    }
    row += '"';
    for (const char c : shown) row.append(c == '"' ? 2 : 1, c);
    row += '"';
  }
  return row + "\r\n";
}

}  // namespace techpolicy
