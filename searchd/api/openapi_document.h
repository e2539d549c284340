// The served description of the API, built into the program from openapi.json beside this file.
#pragma once

#include <string_view>

namespace techpolicy {

extern const std::string_view kOpenapiDocument;

}  // namespace techpolicy
