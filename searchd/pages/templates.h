// The files of web/, compiled in, and filling them.
#pragma once

#include <string>
#include <string_view>

#include <kainjow/mustache.hpp>

namespace techpolicy {

// Made from web/ by CMake.
extern const std::string_view kLayoutTemplate;
extern const std::string_view kSearchTemplate;
extern const std::string_view kArticleTemplate;
extern const std::string_view kMessageTemplate;
extern const std::string_view kStylesheet;
extern const std::string_view kScript;

using TemplateData = kainjow::mustache::data;

[[nodiscard]] std::string fill(std::string_view text, TemplateData data);

/// A whole page around its content. `q` fills the search box.
[[nodiscard]] std::string whole_page(const std::string& title, const std::string& q, const std::string& content);

}  // namespace techpolicy
