// Includes, texts and addresses of files are put in once, when a template is first used; the
// library would read every partial again at each use.
#include "searchd/pages/templates.h"

// g++ 12 sees a null pointer in the library's std::vector::insert; there is none.
#pragma GCC diagnostic ignored "-Wnull-dereference"

#include <functional>
#include <kainjow/mustache.hpp>
#include <map>
#include <stdexcept>

#include "searchd/pages/static_files.h"
#include "searchd/pages/strings.h"
#include "searchd/pages/web_files.h"

namespace techpolicy {
namespace {

using Data = kainjow::mustache::data;
constexpr std::string_view kSuffix = ".mustache";

std::string without_last_newline(std::string_view text) {
  while (text.ends_with('\n')) text.remove_suffix(1);
  return std::string(text);
}

std::string expand(std::string_view name, unsigned depth);

/// What stands for a tag: "> run", "t.search", "#hits", ...
std::string expand_tag(std::string_view tag, unsigned depth) {
  if (tag.starts_with("> ")) return without_last_newline(expand(tag.substr(2), depth + 1));
  if (tag.starts_with("t.")) return kainjow::mustache::html_escape(ui_text(tag.substr(2)));
  if (tag.starts_with("asset.")) return static_address(tag.substr(6));
  if (tag.starts_with("{") || tag.starts_with("&")) {
    throw std::logic_error("unescaped tag in a template: " + std::string(tag));
  }
  return "{{" + std::string(tag) + "}}";
}

std::string expand(std::string_view name, unsigned depth) {
  constexpr unsigned kDeepest = 8;
  if (depth > kDeepest) throw std::logic_error("templates include each other");
  const std::string_view text = web_file(std::string(name) + std::string(kSuffix));
  std::string expanded;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t open = std::min(text.find("{{", at), text.size());
    const std::size_t close = std::min(text.find("}}", open), text.size());
    expanded += text.substr(at, open - at);
    if (open == text.size()) break;
    expanded += expand_tag(text.substr(open + 2, close - open - 2), depth);
    at = close + 2;
  }
  return expanded;
}

using Templates = std::map<std::string, kainjow::mustache::mustache, std::less<>>;

Templates read_templates() {
  Templates templates;
  for (const auto& [file, bytes] : web_files()) {
    if (!file.ends_with(kSuffix)) continue;
    const std::string name(file.substr(0, file.size() - kSuffix.size()));
    kainjow::mustache::mustache read{expand(name, 0)};
    if (!read.is_valid()) throw std::logic_error(name + ".mustache: " + read.error_message());
    templates.emplace(name, std::move(read));
  }
  return templates;
}

Data to_data(const View& view) {
  Data data{Data::type::object};
  for (const auto& [name, value] : view.values()) {
    if (const auto* flag = std::get_if<bool>(&value)) {
      data.set(name, Data{*flag});
    } else if (const auto* text = std::get_if<std::string>(&value)) {
      data.set(name, Data{*text});
    } else {
      Data list{Data::type::list};
      for (const View& item : std::get<std::vector<View>>(value)) list.push_back(to_data(item));
      data.set(name, list);
    }
  }
  return data;
}

}  // namespace

std::string render_template(std::string_view name, const View& view) {
  // render() of the library is not const, but without lambdas and partials it only reads.
  static Templates templates = read_templates();
  const auto found = templates.find(name);
  if (found == templates.end()) throw std::logic_error("no template " + std::string(name));
  return found->second.render(to_data(view));
}

}  // namespace techpolicy
