#include "indexer/build/input_watch.h"

#include <array>
#include <cerrno>
#include <cstring>
#include <poll.h>
#include <stdexcept>
#include <sys/inotify.h>
#include <system_error>
#include <unistd.h>

namespace techpolicy {
namespace {

namespace fs = std::filesystem;
using std::chrono::milliseconds;

/// A file counts when it is closed, not at each piece that is written to it.
constexpr std::uint32_t kEvents = IN_CLOSE_WRITE | IN_MOVED_TO | IN_MOVED_FROM | IN_DELETE |
                                  IN_CREATE | IN_ATTRIB | IN_ONLYDIR | IN_EXCL_UNLINK;
/// How long nothing has to change: files that are written one after the other are one piece of
/// work.
constexpr milliseconds kQuiet{250};
/// In a stream of changes that never ends, work begins after this time.
constexpr milliseconds kLongest{1500};
/// How often `stop` is looked at.
constexpr milliseconds kStep{200};

}  // namespace

InputWatch::InputWatch(std::span<const std::string> inputs)
    : inputs_(inputs), inotify_(::inotify_init1(IN_NONBLOCK | IN_CLOEXEC)) {
  if (inotify_ < 0) {
    throw std::runtime_error(std::string("folders cannot be watched (") + std::strerror(errno) +
                             "); run `indexer add` at intervals instead");
  }
}

InputWatch::~InputWatch() { ::close(inotify_); }

void InputWatch::watch(const fs::path& folder) {
  if (::inotify_add_watch(inotify_, folder.c_str(), kEvents) < 0) complete_ = false;
}

void InputWatch::watch_folders() {
  complete_ = true;
  for (const std::string& input : inputs_) {
    std::error_code error;
    const fs::path path = fs::absolute(input, error);
    if (!fs::is_directory(path, error)) {
      watch(path.parent_path());
      continue;
    }
    watch(path);
    // Links are followed as the walk over inputs does; loops end there, and here by their depth.
    constexpr int kDeepest = 64;
    const auto options = fs::directory_options::skip_permission_denied |
                         fs::directory_options::follow_directory_symlink;
    fs::recursive_directory_iterator entry(path, options, error);
    for (; !error && entry != fs::recursive_directory_iterator(); entry.increment(error)) {
      if (!entry->is_directory(error)) continue;
      watch(entry->path());
      const bool hidden = entry->path().filename().string().starts_with('.');
      if (hidden || entry.depth() >= kDeepest) entry.disable_recursion_pending();
    }
    if (error) complete_ = false;
  }
}

bool InputWatch::changes_within(milliseconds time) const {
  pollfd descriptor{inotify_, POLLIN, 0};
  if (::poll(&descriptor, 1, static_cast<int>(time.count())) <= 0) return false;
  std::array<char, std::size_t{16} * 1024> events;
  while (::read(inotify_, events.data(), events.size()) > 0) {
  }
  return true;
}

void InputWatch::wait(milliseconds interval, const std::atomic<bool>& stop) {
  using Clock = std::chrono::steady_clock;
  const Clock::time_point latest = Clock::now() + interval;
  while (!stop && Clock::now() < latest) {
    if (!changes_within(kStep)) continue;
    const Clock::time_point longest = Clock::now() + kLongest;
    while (!stop && Clock::now() < longest && changes_within(kQuiet)) {
    }
    return;
  }
}

}  // namespace techpolicy
