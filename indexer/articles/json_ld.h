// What a page says of its article in JSON-LD (schema.org).
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace techpolicy {

struct JsonLdFacts {
  std::string headline;
  std::string date;  ///< As written.
  std::string url;
  std::string publisher;
  std::string language;
  std::vector<std::string> authors;
  std::string text;  ///< The article's body, where the page gives it here too.
};

/// Adds what the script of one <script type="application/ld+json"> says of an article to what is
/// known; what is known stays. Objects that describe no article (a site, a list, a product) are
/// passed over, and so is a script that is not JSON.
void read_json_ld(std::string_view script, JsonLdFacts& facts);

}  // namespace techpolicy
