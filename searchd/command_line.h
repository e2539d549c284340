// The command line of `searchd` as values. The only code that knows the library for it.
#pragma once

#include <filesystem>
#include <optional>

#include "searchd/http/http_server.h"

namespace techpolicy {

struct CommandLine {
  std::filesystem::path index;
  HttpServerOptions http;
};

/// Reads flags and the file of --config. nullopt where help or the version was asked for, which is
/// then printed. Throws UsageError, also for an address that is not of this machine alone.
[[nodiscard]] std::optional<CommandLine> parse_command_line(int argc, const char* const* argv);

}  // namespace techpolicy
