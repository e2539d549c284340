// What a template is filled with: names and values, built by the *_view files.
//
// Ours, so that the template library stays behind templates.cpp.
#pragma once

#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace techpolicy {

class View {
 public:
  using Value = std::variant<bool, std::string, std::vector<View>>;

  /// A text; it is escaped when shown. An empty one counts as absent: its section is left out.
  View& text(std::string name, std::string value);
  View& flag(std::string name, bool value);
  /// A section shown once for each value.
  View& list(std::string name, std::vector<View> values);
  /// A list, and "NAME?" around it, which is shown once where there are values.
  View& optional_list(std::string name, std::vector<View> values);

  /// In the order of setting. A name that a view lacks is looked up in the views around it, as
  /// Mustache does: rows set all their names.
  [[nodiscard]] const std::vector<std::pair<std::string, Value>>& values() const { return values_; }

 private:
  std::vector<std::pair<std::string, Value>> values_;
};

}  // namespace techpolicy
