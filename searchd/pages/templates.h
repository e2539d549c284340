// Fills the templates of web/. The only door to the template library.
#pragma once

#include <string>
#include <string_view>

#include "searchd/pages/view.h"

namespace techpolicy {

/// The text of web/NAME.mustache, filled. Values are escaped for HTML; templates cannot show
/// unescaped ones. Any number of threads may call at once.
///
/// Beside Mustache a template may use `{{t.KEY}}`, a text of web/strings.json, and
/// `{{asset.FILE}}`, the address of a static file.
[[nodiscard]] std::string render_template(std::string_view name, const View& view);

}  // namespace techpolicy
