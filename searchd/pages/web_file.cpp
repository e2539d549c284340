// One file of web/ by name.
#include <stdexcept>
#include <string>

#include "searchd/pages/web_files.h"

namespace techpolicy {

std::string_view web_file(std::string_view name) {
  for (const auto& [known, bytes] : web_files()) {
    if (known == name) return bytes;
  }
  throw std::logic_error("web/ holds no file " + std::string(name));
}

}  // namespace techpolicy
