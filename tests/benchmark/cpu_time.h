// Time that this process had the processor: a busy machine does not change it much.
#pragma once

#include <ctime>

namespace techpolicy::benchmark {

[[nodiscard]] inline double cpu_seconds() {
  return static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
}

}  // namespace techpolicy::benchmark
