#include "indexer/articles/byte_source.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <string_view>
#include <unistd.h>
#include <utility>
#include <zlib.h>

#include "indexer/articles/archive_entry.h"

namespace techpolicy {
namespace {

constexpr std::size_t kInputBytes = std::size_t{256} * 1024;
constexpr std::string_view kGzipMagic = "\x1f\x8b";
constexpr const char* kDamagedGzip = "damaged-gzip";
constexpr int kGzipWindow = 15 + 16;  // largest window, gzip header expected

}  // namespace

struct ByteSource::Inflater {
  z_stream stream{};
  bool member_ended = false;

  Inflater() { inflateInit2(&stream, kGzipWindow); }
  ~Inflater() { inflateEnd(&stream); }
  Inflater(const Inflater&) = delete;
  Inflater& operator=(const Inflater&) = delete;
};

ByteSource::ByteSource(const InputFile& file)
    : entry_(file.entry), budget_(entry_ == nullptr ? own_budget_ : entry_->budget()) {
  if (entry_ != nullptr) return;
  if (file.path == "-") {
    descriptor_ = STDIN_FILENO;
    return;
  }
  descriptor_ = ::open(file.path.c_str(), O_RDONLY | O_CLOEXEC);
  owned_ = descriptor_ >= 0;
  if (!owned_) {
    fail("unreadable",
         std::string("cannot be opened (") + std::strerror(errno) + "); check its permissions");
  }
}

ByteSource::~ByteSource() {
  if (owned_) ::close(descriptor_);
}

void ByteSource::fail(std::string reason, std::string detail) {
  reason_ = std::move(reason);
  detail_ = std::move(detail);
}

std::size_t ByteSource::read_entry(std::span<char> buffer) {
  const std::size_t got = entry_->read(buffer);
  if (got == 0) fail(entry_->fault_reason(), entry_->fault_detail());
  return got;
}

std::size_t ByteSource::read_file(std::span<char> buffer) {
  if (entry_ != nullptr) return read_entry(buffer);
  for (;;) {
    const ssize_t got = ::read(descriptor_, buffer.data(), buffer.size());
    if (got >= 0) {
      budget_.add_packed(static_cast<std::uint64_t>(got));
      return static_cast<std::size_t>(got);
    }
    if (errno == EINTR) continue;
    fail("unreadable", std::string("cannot be read (") + std::strerror(errno) + ")");
    return 0;
  }
}

/// A pipe may give one byte at first; the magic takes two.
void ByteSource::read_magic() {
  started_ = true;
  input_.resize(kGzipMagic.size());
  std::size_t size = 0;
  while (size < input_.size()) {
    const std::size_t got = read_file(std::span<char>(input_).subspan(size));
    if (got == 0) break;
    size += got;
  }
  input_.resize(size);
  if (input_ == kGzipMagic) inflater_ = std::make_unique<Inflater>();
}

/// Makes sure that there is input to hand on; false at the end.
bool ByteSource::fill() {
  if (input_begin_ < input_.size()) return true;
  input_.resize(kInputBytes);
  input_begin_ = 0;
  input_.resize(read_file(input_));
  return !input_.empty();
}

std::size_t ByteSource::read(std::span<char> buffer) {
  if (failed()) return 0;
  if (!started_) read_magic();
  if (inflater_) {
    if (!budget_.exceeded()) return read_packed(buffer);
    fail(UnpackBudget::kReason, UnpackBudget::kDetail);
    return 0;
  }
  if (input_begin_ == input_.size()) return failed() ? 0 : read_file(buffer);
  const std::size_t size = std::min(buffer.size(), input_.size() - input_begin_);
  std::memcpy(buffer.data(), input_.data() + input_begin_, size);
  input_begin_ += size;
  return size;
}

std::size_t ByteSource::read_packed(std::span<char> buffer) {
  z_stream& stream = inflater_->stream;
  stream.next_out = reinterpret_cast<Bytef*>(buffer.data());
  stream.avail_out = static_cast<uInt>(buffer.size());
  while (stream.avail_out == buffer.size()) {
    if (!fill()) {
      if (!inflater_->member_ended && !failed()) {
        fail(kDamagedGzip, "the gzip data ends too early; fetch the file again");
      }
      break;
    }
    const std::string_view rest = std::string_view(input_).substr(input_begin_);
    if (inflater_->member_ended) {
      // Padding after the last member is not data (gzip itself ignores it too).
      if (rest.front() != kGzipMagic.front()) break;
      inflateReset(&stream);
      inflater_->member_ended = false;
    }
    stream.next_in = reinterpret_cast<Bytef*>(input_.data() + input_begin_);
    stream.avail_in = static_cast<uInt>(rest.size());
    const int status = inflate(&stream, Z_NO_FLUSH);
    input_begin_ = input_.size() - stream.avail_in;
    if (status == Z_STREAM_END) {
      inflater_->member_ended = true;
    } else if (status != Z_OK && status != Z_BUF_ERROR) {
      fail(kDamagedGzip, "the gzip data is damaged; fetch the file again");
      break;
    }
  }
  const std::size_t unpacked = buffer.size() - stream.avail_out;
  budget_.add_unpacked(unpacked);
  return unpacked;
}

bool ByteSource::next_member() {
  constexpr std::string_view kMemberStart = "\x1f\x8b\x08";
  if (!inflater_ || reason_ != kDamagedGzip) return false;
  for (;;) {
    const std::size_t start = input_.find(kMemberStart, input_begin_);
    if (start != std::string::npos) {
      input_begin_ = start;
      break;
    }
    // The start may be cut by the end of what has been read.
    const std::size_t left = input_.size() - input_begin_;
    input_.erase(0, input_.size() - std::min(left, kMemberStart.size() - 1));
    input_begin_ = 0;
    const std::size_t size = input_.size();
    input_.resize(size + kInputBytes);
    const std::size_t got = read_file(std::span<char>(input_).subspan(size));
    input_.resize(size + got);
    if (got == 0) return false;
  }
  inflateReset(&inflater_->stream);
  inflater_->member_ended = false;
  reason_.clear();
  detail_.clear();
  return true;
}

}  // namespace techpolicy
