// The four errors that end a piece of work; each message says what to do next.
//
// Dirty input is never one of them: a record that cannot be indexed is a RejectedRecord value.
#pragma once

#include <stdexcept>

namespace techpolicy {

/// The gazetteer or an input as a whole cannot be used (exit code 1).
class CorpusError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// The index is missing, locked, damaged or of another schema version (exit code 4).
class IndexError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// The command line cannot be used (exit code 2).
class UsageError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

}  // namespace techpolicy
