// The lock is the kernel's (flock), so that a killed writer never leaves one behind; the file only
// carries the number of the process for the message.
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <string>
#include <sys/file.h>
#include <unistd.h>

#include "indexer/schema/errors.h"
#include "indexer/store/index_store.h"

namespace techpolicy {
namespace {

std::string holder(int descriptor) {
  char text[32] = {};
  const ssize_t size = ::pread(descriptor, text, sizeof text - 1, 0);
  if (size <= 0) return "another process";
  return "process " + std::string(text, static_cast<std::size_t>(size));
}

}  // namespace

WriterLock::WriterLock(const std::filesystem::path& file)
    : descriptor_(::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644)) {
  if (descriptor_ < 0) {
    throw IndexError("cannot open the lock " + file.string() + ": " + std::strerror(errno) +
                     "; the index directory must be writable");
  }
  if (::flock(descriptor_, LOCK_EX | LOCK_NB) != 0) {
    const std::string process = errno == EWOULDBLOCK ? holder(descriptor_) : std::strerror(errno);
    ::close(descriptor_);
    throw IndexError("the index is being written (lock " + file.string() + ": " + process +
                     "); wait until that is done, then run this again");
  }
  const std::string process = std::to_string(::getpid());
  // Only the message of somebody else depends on these two.
  if (::ftruncate(descriptor_, 0) == 0) {
    [[maybe_unused]] const ssize_t written =
        ::pwrite(descriptor_, process.data(), process.size(), 0);
  }
}

WriterLock::~WriterLock() { ::close(descriptor_); }

}  // namespace techpolicy
