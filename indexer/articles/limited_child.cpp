#include "indexer/articles/limited_child.h"

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <fcntl.h>
#include <poll.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

namespace techpolicy {
namespace {

constexpr int kNotInstalled = 127;
constexpr int kNoLimits = 126;
constexpr std::size_t kChunkBytes = std::size_t{64} * 1024;
constexpr rlim_t kMaxOpenFiles = 32;

using Clock = std::chrono::steady_clock;

class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}
  ~Descriptor() { reset(); }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;

  [[nodiscard]] int get() const { return number_; }
  void reset() {
    if (number_ >= 0) ::close(number_);
    number_ = -1;
  }

 private:
  int number_;
};

bool write_all(int file, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(file, bytes.data(), bytes.size());
    if (written < 0 && errno != EINTR) return false;
    bytes.remove_prefix(static_cast<std::size_t>(std::max<ssize_t>(written, 0)));
  }
  return ::lseek(file, 0, SEEK_SET) == 0;
}

bool limit(__rlimit_resource_t what, rlim_t most) {
  const rlimit both{most, most};
  return ::setrlimit(what, &both) == 0;
}

/// In the child: only calls that are safe after a fork of one thread of many.
[[noreturn]] void become(char* const* argv, int input, int output, const ChildLimits& limits) {
  const int nothing = ::open("/dev/null", O_WRONLY);
  const bool ready = ::prctl(PR_SET_PDEATHSIG, SIGKILL) == 0 && nothing >= 0 &&
                     ::dup2(input, STDIN_FILENO) >= 0 && ::dup2(output, STDOUT_FILENO) >= 0 &&
                     ::dup2(nothing, STDERR_FILENO) >= 0 &&
                     ::close_range(STDERR_FILENO + 1, ~0U, 0) == 0 && limit(RLIMIT_CORE, 0) &&
                     limit(RLIMIT_FSIZE, 0) && limit(RLIMIT_NOFILE, kMaxOpenFiles) &&
                     limit(RLIMIT_CPU, limits.seconds) && limit(RLIMIT_AS, limits.memory);
  if (!ready) ::_exit(kNoLimits);
  ::execvp(argv[0], argv);
  ::_exit(kNotInstalled);
}

/// Reads until the child closes its output or passes a limit.
ChildResult::End read_output(int output, const ChildLimits& limits, std::string& text) {
  const auto deadline = Clock::now() + std::chrono::seconds(3 * limits.seconds);
  for (;;) {
    const auto left =
        std::chrono::duration_cast<std::chrono::milliseconds>(deadline - Clock::now()).count();
    if (left <= 0) return ChildResult::End::too_slow;
    pollfd waiting{output, POLLIN, 0};
    if (::poll(&waiting, 1, static_cast<int>(left)) <= 0) continue;
    const std::size_t size = text.size();
    text.resize(size + kChunkBytes);
    const ssize_t got = ::read(output, text.data() + size, kChunkBytes);
    text.resize(size + static_cast<std::size_t>(std::max<ssize_t>(got, 0)));
    if (got == 0 || (got < 0 && errno != EINTR)) return ChildResult::End::exited;
    if (text.size() > limits.max_output) return ChildResult::End::too_much_output;
  }
}

ChildResult::End end_of(int status) {
  if (WIFSIGNALED(status)) {
    const int signal = WTERMSIG(status);
    // The kernel ends who passes the limit on processor time by either.
    return signal == SIGXCPU || signal == SIGKILL ? ChildResult::End::too_slow
                                                  : ChildResult::End::died;
  }
  if (WEXITSTATUS(status) == kNotInstalled) return ChildResult::End::not_installed;
  return WEXITSTATUS(status) == kNoLimits ? ChildResult::End::died : ChildResult::End::exited;
}

}  // namespace

ChildResult run_limited(const std::vector<std::string>& command, std::string_view input,
                        const ChildLimits& limits) {
  ChildResult result;
  std::vector<char*> argv;
  for (const std::string& argument : command) argv.push_back(const_cast<char*>(argument.c_str()));
  argv.push_back(nullptr);
  Descriptor file(::memfd_create("input", MFD_CLOEXEC));
  int ends[2];
  if (file.get() < 0 || !write_all(file.get(), input) || ::pipe2(ends, O_CLOEXEC) != 0) {
    return result;
  }
  Descriptor reading(ends[0]);
  Descriptor writing(ends[1]);
  const pid_t child = ::fork();
  if (child < 0) return result;
  if (child == 0) become(argv.data(), file.get(), writing.get(), limits);
  writing.reset();
  result.end = read_output(reading.get(), limits, result.output);
  const bool passed_limit = result.end != ChildResult::End::exited;
  if (passed_limit) ::kill(child, SIGKILL);
  int status = 0;
  while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  if (passed_limit) return result;
  result.end = end_of(status);
  result.exit_code = WIFEXITED(status) ? WEXITSTATUS(status) : 0;
  return result;
}

}  // namespace techpolicy
