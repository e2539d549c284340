// Values of templates, kept in the order of setting.
#include "searchd/pages/view.h"

namespace techpolicy {

View& View::text(std::string name, std::string value) {
  if (value.empty()) return flag(std::move(name), false);
  values_.emplace_back(std::move(name), std::move(value));
  return *this;
}

View& View::flag(std::string name, bool value) {
  values_.emplace_back(std::move(name), value);
  return *this;
}

View& View::list(std::string name, std::vector<View> values) {
  values_.emplace_back(std::move(name), std::move(values));
  return *this;
}

View& View::optional_list(std::string name, std::vector<View> values) {
  flag(name + "?", !values.empty());
  return list(std::move(name), std::move(values));
}

}  // namespace techpolicy
