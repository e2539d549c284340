// Another program, run on some bytes, that can neither run for ever nor take all memory.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace techpolicy {

struct ChildLimits {
  unsigned seconds = 0;    ///< Of processor time; of the clock three times as many.
  std::size_t memory = 0;  ///< Bytes of address space.
  std::size_t max_output = 0;
};

struct ChildResult {
  enum class End { exited, not_installed, too_slow, too_much_output, died };

  End end = End::died;
  int exit_code = 0;   ///< Where it exited.
  std::string output;  ///< Of its standard output, at most `max_output`.
};

/// Runs `command` (found on PATH) with `input` as its standard input, a file that can be read
/// again, and nothing else: no other file is open, and it can write none. Waits for its end. It is
/// killed where it passes a limit, and where this process dies.
[[nodiscard]] ChildResult run_limited(const std::vector<std::string>& command,
                                      std::string_view input, const ChildLimits& limits);

}  // namespace techpolicy
