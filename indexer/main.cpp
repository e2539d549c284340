// The program `indexer`: parses flags, runs one command, maps errors to exit codes.
#include <atomic>
#include <csignal>
#include <cstdlib>
#include <exception>
#include <iostream>
#include <string>
#include <xapian.h>

#include "indexer/command_line.h"
#include "indexer/commands.h"
#include "indexer/exit_codes.h"
#include "indexer/schema/errors.h"

namespace {

std::atomic<bool> stop{false};
static_assert(std::atomic<bool>::is_always_lock_free, "set by a signal handler");

/// The first signal asks for a clean end, the next one ends the program.
extern "C" void handle_stop_signal(int signal) {
  stop = true;
  std::signal(signal, SIG_DFL);
}

int fail(int code, const std::string& message) {
  std::cerr << "indexer: " << message << '\n';
  return code;
}

/// Xapian::Error is not a std::exception.
int fail(const Xapian::Error& error) {
  const std::string type = error.get_type();
  if (type == "DatabaseLockError") {
    return fail(techpolicy::kIndexUnusable, "another program writes to the index: " +
                                                error.get_msg() + "; wait until it is done");
  }
  if (type == "DatabaseCorruptError" || type == "DatabaseOpeningError" ||
      type == "DatabaseVersionError" || type == "DatabaseModifiedError") {
    return fail(techpolicy::kIndexUnusable,
                error.get_description() + "; run `indexer check`, or `indexer build` again");
  }
  return fail(techpolicy::kFailed,
              error.get_description() +
                  "; the index is whole as of its last commit. Where the disk is full, free some "
                  "space; then run the same again");
}

}  // namespace

int main(int argc, char** argv) {
  std::signal(SIGINT, handle_stop_signal);
  std::signal(SIGTERM, handle_stop_signal);
  try {
    const auto line = techpolicy::parse_command_line(argc, argv);
    return line ? techpolicy::run_command(*line, stop) : techpolicy::kDone;
  } catch (const Xapian::Error& error) {
    return fail(error);
  } catch (const techpolicy::UsageError& error) {
    return fail(techpolicy::kWrongUsage, error.what());
  } catch (const techpolicy::IndexError& error) {
    return fail(techpolicy::kIndexUnusable, error.what());
  } catch (const std::exception& error) {
    return fail(techpolicy::kFailed, error.what());
  }
}
