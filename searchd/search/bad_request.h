// What is wrong with a request, said so that a person and a program can mend it.
#pragma once

#include <cstddef>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

namespace techpolicy {

struct RequestFault {
  std::string parameter;  ///< "q", "per_page", ...
  std::string code;  ///< "unknown_parameter", "out_of_range", "bad_format", "unbalanced_quote", ...
  std::string detail;
  std::vector<std::string> allowed;
  std::optional<std::size_t> position;  ///< Code point in q at which the fault is.
  std::string suggestion;               ///< A repaired query or the nearest valid value; or empty.
};

/// A request that cannot be answered as it stands (HTTP 400). Holds one fault or more.
class BadRequest : public std::runtime_error {
 public:
  explicit BadRequest(std::vector<RequestFault> faults)
      : std::runtime_error(faults.front().detail), faults_(std::move(faults)) {}

  [[nodiscard]] const std::vector<RequestFault>& faults() const { return faults_; }

 private:
  std::vector<RequestFault> faults_;
};

}  // namespace techpolicy
