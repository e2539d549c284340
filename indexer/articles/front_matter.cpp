#include "indexer/articles/front_matter.h"

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "indexer/articles/ascii.h"

namespace techpolicy {
namespace {

/// Cuts the first line off; without its line end.
std::string_view take_line(std::string_view& text) {
  const std::size_t end = text.find('\n');
  const std::string_view line = text.substr(0, end);
  text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  return line;
}

/// Where a quoted string that begins at 0 ends: the place of its closing quote, or npos.
std::size_t closing_quote(std::string_view text) {
  const char quote = text.front();
  for (std::size_t i = 1; i < text.size(); ++i) {
    if (quote == '"' && text[i] == '\\') {
      ++i;
    } else if (text[i] == quote) {
      const bool doubled = quote == '\'' && i + 1 < text.size() && text[i + 1] == quote;
      if (!doubled) return i;
      ++i;
    }
  }
  return std::string_view::npos;
}

std::string unquoted(std::string_view quoted, char quote) {
  std::string text;
  for (std::size_t i = 0; i < quoted.size(); ++i) {
    const bool escape = quote == '"' && quoted[i] == '\\';
    const bool doubled = quote == '\'' && quoted[i] == '\'';
    if ((escape || doubled) && i + 1 < quoted.size()) ++i;
    text += escape && quoted[i] == 'n' ? '\n' : quoted[i];
  }
  return text;
}

/// One scalar: quoted, or plain up to a comment.
std::string scalar(std::string_view text) {
  text = ascii_trim(text);
  if (text.empty() || text.front() == '#') return {};
  if (text.front() == '"' || text.front() == '\'') {
    const std::size_t end = closing_quote(text);
    if (end != std::string_view::npos) return unquoted(text.substr(1, end - 1), text.front());
  }
  return std::string(ascii_trim(text.substr(0, text.find(" #"))));
}

/// The parts of "[a, 'b, c']".
std::vector<std::string> inline_list(std::string_view text) {
  std::vector<std::string> items;
  text.remove_prefix(1);
  while (!(text = ascii_trim(text)).empty() && text.front() != ']') {
    std::size_t end = 0;
    if (text.front() == '"' || text.front() == '\'') {
      end = closing_quote(text);
      if (end == std::string_view::npos) break;
    }
    end = std::min(text.find_first_of(",]", end), text.size());
    items.push_back(scalar(text.substr(0, end)));
    text.remove_prefix(end);
    if (text.starts_with(',')) text.remove_prefix(1);
  }
  return items;
}

/// "key: value" cut at the colon; nullopt for other lines.
std::optional<std::pair<std::string_view, std::string_view>> key_and_value(std::string_view line) {
  const std::size_t colon = line.find(':');
  if (colon == std::string_view::npos) return std::nullopt;
  std::string_view key = ascii_trim(line.substr(0, colon));
  if (key.size() > 1 && (key.front() == '"' || key.front() == '\'') && key.back() == key.front()) {
    key = key.substr(1, key.size() - 2);
  }
  const std::string_view value = line.substr(colon + 1);
  if (key.empty() || (!value.empty() && !is_ascii_space(value.front()))) return std::nullopt;
  return std::pair{key, ascii_trim(value)};
}

/// Reads a block line by line.
class FrontMatterParser {
 public:
  explicit FrontMatterParser(RecordFields& fields) : fields_(fields) {}

  void read_line(std::string_view line) {
    const std::string_view trimmed = ascii_trim(line);
    const bool indented = !line.empty() && is_ascii_space(line.front());
    if (in_text_ && (indented || trimmed.empty())) {
      text_ += text_.empty() ? "" : "\n";
      text_ += trimmed;
      return;
    }
    finish_text();
    if (trimmed.empty() || trimmed.front() == '#') return;
    if (trimmed.front() == '-' && (trimmed.size() == 1 || trimmed[1] == ' ')) {
      read_item(trimmed.substr(1));
    } else if (indented) {
      read_nested(trimmed);
    } else {
      read_entry(trimmed);
    }
  }

  void finish_text() {
    if (in_text_ && name_) fields_.add(*name_, std::move(text_));
    in_text_ = false;
    text_.clear();
  }

 private:
  void read_entry(std::string_view line) {
    const auto entry = key_and_value(line);
    name_ = entry ? RecordFields::find(entry->first) : std::nullopt;
    if (!name_) return;
    fields_.clear(*name_);
    const std::string_view value = entry->second;
    if (value.starts_with('[')) {
      for (std::string& item : inline_list(value)) fields_.add(*name_, std::move(item));
    } else if (value.starts_with('|') || value.starts_with('>')) {
      in_text_ = true;
    } else {
      add(scalar(value));
    }
  }

  void read_item(std::string_view item) {
    const auto entry = key_and_value(item);
    // "- name: Jane" is a map with a name, "- Chips: the sequel" a plain string to a human reader.
    if (entry && entry->first == "name") {
      add(scalar(entry->second));
    } else {
      add(scalar(item));
    }
  }

  void read_nested(std::string_view line) {
    const auto entry = key_and_value(line);
    if (entry && entry->first == "name") add(scalar(entry->second));
  }

  void add(std::string value) {
    if (name_ && !value.empty()) fields_.add(*name_, std::move(value));
  }

  RecordFields& fields_;
  std::optional<RecordFields::Name> name_;  ///< The key that following lines belong to.
  bool in_text_ = false;
  std::string text_;
};

bool closes(std::string_view line) {
  while (!line.empty() && is_ascii_space(line.back())) line.remove_suffix(1);
  return line == "---" || line == "...";
}

}  // namespace

std::string_view read_front_matter(std::string_view text, RecordFields& fields) {
  std::string_view rest = text;
  if (!text.starts_with("---") || !closes(take_line(rest))) return text;
  std::vector<std::string_view> lines;
  bool closed = false;
  while (!rest.empty() && !closed) {
    lines.push_back(take_line(rest));
    closed = closes(lines.back());
  }
  if (!closed) return text;
  lines.pop_back();
  FrontMatterParser parser(fields);
  for (const std::string_view line : lines) parser.read_line(line);
  parser.finish_text();
  return rest;
}

}  // namespace techpolicy
