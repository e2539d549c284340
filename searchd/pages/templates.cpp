#include "searchd/pages/templates.h"

namespace techpolicy {

std::string fill(std::string_view text, TemplateData data) {
  kainjow::mustache::mustache page{std::string(text)};
  return page.render(data);
}

std::string whole_page(const std::string& title, const std::string& q, const std::string& content) {
  TemplateData data;
  data.set("title", title);
  data.set("q", q);
  data.set("content", content);
  return fill(kLayoutTemplate, std::move(data));
}

}  // namespace techpolicy
