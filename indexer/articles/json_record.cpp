#include "indexer/articles/json_record.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <nlohmann/json.hpp>
#include <optional>
#include <utility>

#include "indexer/articles/ascii.h"
#include "indexer/articles/charset.h"

namespace techpolicy {
namespace {

/// Real records nest a few levels; more is an attack on whoever builds a tree of it.
constexpr std::size_t kMaxDepth = 64;

/// Receives the parser's events and keeps the values of known keys; no tree is built, which also
/// makes it twice as fast.
class RecordHandler {
 public:
  explicit RecordHandler(std::size_t size) : size_(size) {}

  // The names are those of nlohmann's SAX interface.
  bool null() { return true; }
  bool boolean(bool value) { return scalar(value ? "true" : "false"); }
  bool number_integer(std::int64_t value) { return number(std::to_string(value)); }
  bool number_unsigned(std::uint64_t value) { return number(std::to_string(value)); }
  bool number_float(double, const std::string& written) { return number(written); }
  bool string(std::string& value) { return scalar(std::move(value)); }
  bool binary(const nlohmann::json::binary_t&) { return true; }

  bool start_object(std::size_t) {
    is_object_ = is_object_ || depth_ == 0;
    return enter(false);
  }
  bool end_object() { return leave(); }
  bool start_array(std::size_t) { return enter(true); }
  bool end_array() { return leave(); }

  bool key(const std::string& name) {
    if (depth_ == 1) {
      field_ = RecordFields::find(name);
      if (field_) fields_.clear(*field_);  // A key that stands twice: the last counts, as usual.
    } else {
      named_ = name == "name";
    }
    return true;
  }

  bool parse_error(std::size_t position, const std::string&, const std::exception& error) {
    std::string_view what = error.what();
    const std::size_t code_end = what.find("] ");
    if (code_end != std::string_view::npos) what.remove_prefix(code_end + 2);
    // The line is of this record, which is one; what is told beside is that of the file.
    constexpr std::string_view kPlace = "parse error at line 1, column ";
    const bool has_place = what.starts_with(kPlace);
    if (has_place) what.remove_prefix(kPlace.size());
    detail_ = has_place ? "no JSON at column " : "";
    detail_ += what.substr(0, 200);
    unfinished_ = position > size_;
    return false;
  }

  [[nodiscard]] bool is_object() const { return is_object_; }
  [[nodiscard]] bool unfinished() const { return unfinished_; }
  [[nodiscard]] const std::string& detail() const { return detail_; }
  [[nodiscard]] RecordFields&& take() { return std::move(fields_); }

 private:
  bool enter(bool list) {
    if (depth_ == kMaxDepth) {
      detail_ = "nested deeper than " + std::to_string(kMaxDepth) + " levels";
      return false;
    }
    is_list_[++depth_] = list;
    named_ = false;
    return true;
  }

  bool leave() {
    --depth_;
    named_ = false;
    return true;
  }

  bool number(std::string written) { return scalar(std::move(written)); }

  bool scalar(std::string value) {
    if (is_object_ && field_ && is_wanted()) fields_.add(*field_, std::move(value));
    return true;
  }

  /// The value itself, one of a list, the name in an object, or the name in one of a list of
  /// objects.
  [[nodiscard]] bool is_wanted() const {
    switch (depth_) {
      case 1:
        return true;
      case 2:
        return is_list_[2] || named_;
      case 3:
        return is_list_[2] && !is_list_[3] && named_;
      default:
        return false;
    }
  }

  std::size_t size_;
  std::size_t depth_ = 0;
  std::array<bool, kMaxDepth + 1> is_list_{};  ///< By depth; else it is an object.
  bool is_object_ = false;
  bool named_ = false;
  bool unfinished_ = false;
  std::optional<RecordFields::Name> field_;
  RecordFields fields_;
  std::string detail_;
};

unsigned hex_value(std::string_view digits) {
  unsigned value = 0;
  for (const char c : digits) {
    const char lower = static_cast<char>(c | 0x20);
    if (is_ascii_digit(c)) {
      value = value * 16 + static_cast<unsigned>(c - '0');
    } else if (lower >= 'a' && lower <= 'f') {
      value = value * 16 + static_cast<unsigned>(lower - 'a' + 10);
    } else {
      return 0;
    }
  }
  return value;
}

/// The code unit of the escape "\uXXXX" at a place; 0 where there is none.
unsigned escaped_unit(std::string_view text, std::size_t at) {
  const std::string_view escape = text.substr(std::min(at, text.size()), 6);
  return escape.size() == 6 && escape.starts_with("\\u") ? hex_value(escape.substr(2)) : 0;
}

bool is_high(unsigned unit) { return unit >= 0xD800 && unit < 0xDC00; }
bool is_low(unsigned unit) { return unit >= 0xDC00 && unit < 0xE000; }

/// Python writes what it could not decode as halves of surrogate pairs, which no JSON reader
/// accepts.
std::string without_lone_surrogates(std::string_view text) {
  std::string fixed;
  fixed.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) {
    const unsigned unit = escaped_unit(text, i);
    std::size_t size = text[i] == '\\' ? (unit != 0 ? 6 : 2) : 1;
    if (is_high(unit) && is_low(escaped_unit(text, i + 6))) {
      size = 12;
    } else if (is_high(unit) || is_low(unit)) {
      fixed += "\\ufffd";
      i += size;
      continue;
    }
    fixed += text.substr(i, size);
    i += size;
  }
  return fixed;
}

JsonFault fault_of(const RecordHandler& handler, std::string_view text) {
  if (!is_valid_utf8(text)) {
    return {"invalid-utf8", "not in UTF-8; convert the file (iconv -t UTF-8)", false};
  }
  return {"invalid-json", handler.detail() + "; write one object a line", handler.unfinished()};
}

}  // namespace

std::variant<RecordFields, JsonFault> parse_json_record(std::string_view text) {
  RecordHandler handler(text.size());
  bool parsed = nlohmann::json::sax_parse(text.begin(), text.end(), &handler);
  if (!parsed && handler.detail().find("surrogate") != std::string::npos) {
    const std::string fixed = without_lone_surrogates(text);
    handler = RecordHandler(fixed.size());
    parsed = nlohmann::json::sax_parse(fixed.begin(), fixed.end(), &handler);
  }
  if (ascii_trim(text).starts_with('[')) {
    return JsonFault{"json-array", "a JSON array; write one object a line (jq -c '.[]' FILE)",
                     !parsed && handler.unfinished()};
  }
  if (!parsed) return fault_of(handler, text);
  if (!handler.is_object()) {
    return JsonFault{"not-an-object", "a JSON value, but no object; write one object a line",
                     false};
  }
  return handler.take();
}

}  // namespace techpolicy
