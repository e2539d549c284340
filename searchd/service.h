// The running daemon: searcher, routes and server wired together, ended by a signal.
#pragma once

#include "searchd/command_line.h"

namespace techpolicy {

/// Serves until SIGTERM or SIGINT. Requests under way are finished, for at most 4.5 s. Prints the
/// address on standard output once connections are taken. Throws std::runtime_error when the
/// address cannot be bound.
void serve(const CommandLine& line);

}  // namespace techpolicy
