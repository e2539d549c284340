// What stops the reading of a query, with the edit that mends it. Only inside the parser: callers
// see BadRequest.
#pragma once

#include <cstddef>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace techpolicy {

/// Replaces the code points [begin, end) of a query.
struct QueryEdit {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::u32string text;
};

/// The edited query may hold a further fault. No edits: nothing to propose.
class QueryFault : public std::runtime_error {
 public:
  /// `edits` in order, not overlapping.
  QueryFault(std::string code, std::size_t position, const std::string& detail,
             std::vector<QueryEdit> edits)
      : std::runtime_error(detail),
        code_(std::move(code)),
        position_(position),
        edits_(std::move(edits)) {}

  [[nodiscard]] const std::string& code() const { return code_; }
  [[nodiscard]] std::size_t position() const { return position_; }  ///< Code point.
  [[nodiscard]] const std::vector<QueryEdit>& edits() const { return edits_; }

 private:
  std::string code_;
  std::size_t position_;
  std::vector<QueryEdit> edits_;
};

/// Leaves no two spaces where an edit meets the text.
[[nodiscard]] inline std::u32string apply_edits(std::u32string text,
                                                const std::vector<QueryEdit>& edits) {
  for (auto edit = edits.rbegin(); edit != edits.rend(); ++edit) {
    text.replace(edit->begin, edit->end - edit->begin, edit->text);
    for (const std::size_t seam : {edit->begin + edit->text.size(), edit->begin}) {
      const bool two_spaces =
          seam > 0 && seam < text.size() && text[seam - 1] == U' ' && text[seam] == U' ';
      if (two_spaces) text.erase(seam, 1);
    }
  }
  return text;
}

}  // namespace techpolicy
