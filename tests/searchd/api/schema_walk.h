// Holds a JSON value against a schema of the served document.
#pragma once

#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <vector>

namespace techpolicy {

/// Knows the keywords that openapi.json uses: $ref, type, enum, required, properties,
/// additionalProperties, items, maxItems. A member that the schema does not name is a fault.
class SchemaWalk {
 public:
  using Json = nlohmann::ordered_json;

  explicit SchemaWalk(const Json& document) : document_(document) {}

  void check(const Json& value, const Json& schema, const std::string& place) {
    if (schema.contains("$ref")) return check(value, resolve(schema["$ref"]), place);
    check_type(value, schema, place);
    if (schema.contains("enum") &&
        std::ranges::find(schema["enum"], value) == schema["enum"].end()) {
      faults.push_back(place + ": " + value.dump() + " is not in the enum");
    }
    if (value.is_object()) check_members(value, schema, place);
    if (!value.is_array() || !schema.contains("items")) return;
    if (schema.contains("maxItems") && value.size() > schema["maxItems"])
      faults.push_back(place + ": too many");
    for (const Json& item : value) check(item, schema["items"], place + "[]");
  }

  [[nodiscard]] const Json& resolve(const std::string& reference) const {
    return document_.at(Json::json_pointer(reference.substr(1)));
  }

  std::vector<std::string> faults;
  std::set<std::string> seen;  ///< Places of all members that were there.

 private:
  static std::string type_of(const Json& value) {
    if (value.is_number_integer()) return "integer";
    return value.type_name();
  }

  void check_type(const Json& value, const Json& schema, const std::string& place) {
    if (!schema.contains("type")) return;
    const Json types = schema["type"].is_array() ? schema["type"] : Json::array({schema["type"]});
    const std::string type = type_of(value);
    const bool fits = std::ranges::any_of(
        types, [&](const Json& t) { return t == type || (t == "number" && type == "integer"); });
    if (!fits) faults.push_back(place + ": " + type + " is not " + types.dump());
  }

  void check_members(const Json& value, const Json& schema, const std::string& place) {
    const Json none = Json::object();
    const Json& properties = schema.contains("properties") ? schema["properties"] : none;
    for (const auto& name : schema.value("required", Json::array())) {
      if (!value.contains(name.get<std::string>()))
        faults.push_back(place + " lacks " + name.dump());
    }
    for (const auto& [name, member] : value.items()) {
      const std::string at = place + "." + name;
      seen.insert(at);
      if (properties.contains(name))
        check(member, properties[name], at);
      else if (schema.contains("additionalProperties"))
        check(member, schema["additionalProperties"], at);
      else
        faults.push_back(at + " is not documented");
    }
  }

  const Json& document_;
};

}  // namespace techpolicy
