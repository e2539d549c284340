// Blocking reading and writing by poll(), so that every wait has a deadline and ends when the
// server stops.
#include "searchd/http/connection.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace techpolicy {
namespace {

using Clock = std::chrono::steady_clock;

enum class Wait { ready, timed_out, stopped };

class Socket {
 public:
  Socket(int descriptor, int stop_event) : descriptor_(descriptor), stop_event_(stop_event) {}
  ~Socket() { ::close(descriptor_); }
  Socket(const Socket&) = delete;
  Socket& operator=(const Socket&) = delete;

  /// Waits until bytes can be read (POLLIN) or written (POLLOUT). Bytes that are there win over a
  /// stop.
  [[nodiscard]] Wait wait(short events, Clock::time_point deadline, bool until_stop) const {
    for (;;) {
      const auto left = std::chrono::ceil<std::chrono::milliseconds>(deadline - Clock::now());
      const int timeout =
          static_cast<int>(std::max<std::chrono::milliseconds::rep>(left.count(), 0));
      std::array<pollfd, 2> polled{pollfd{descriptor_, events, 0}, pollfd{stop_event_, POLLIN, 0}};
      const int count = ::poll(polled.data(), until_stop ? 2 : 1, timeout);
      if (count < 0 && errno == EINTR) continue;
      if (polled[0].revents != 0) return Wait::ready;
      return count > 0 ? Wait::stopped : Wait::timed_out;
    }
  }

  /// Appends what has come. False at the end of the stream or when the connection broke.
  [[nodiscard]] bool read(std::string& bytes) const {
    std::array<char, 16384> buffer;
    const auto count = ::recv(descriptor_, buffer.data(), buffer.size(), MSG_DONTWAIT);
    if (count < 0) return errno == EAGAIN || errno == EINTR;
    bytes.append(buffer.data(), static_cast<std::size_t>(count));
    return count > 0;
  }

  /// False when the client did not take all bytes in time.
  [[nodiscard]] bool write(std::string_view bytes, Clock::time_point deadline) const {
    while (!bytes.empty()) {
      const auto count =
          ::send(descriptor_, bytes.data(), bytes.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
      if (count >= 0) {
        bytes.remove_prefix(static_cast<std::size_t>(count));
      } else if (errno == EAGAIN) {
        if (wait(POLLOUT, deadline, false) != Wait::ready) return false;
      } else if (errno != EINTR) {
        return false;
      }
    }
    return true;
  }

  /// Ends our side and reads for a while what the client still sends: closing at once would make
  /// its system throw away the answer.
  void linger(std::chrono::milliseconds time) const {
    ::shutdown(descriptor_, SHUT_WR);
    const auto deadline = Clock::now() + time;
    std::string ignored;
    while (Clock::now() < deadline && wait(POLLIN, deadline, false) == Wait::ready &&
           read(ignored)) {
      ignored.clear();
    }
  }

 private:
  int descriptor_;
  int stop_event_;
};

FramedRequest refusal(int status, std::string detail, RequestHead head) {
  head.keep_alive = false;
  return {FramingState::refused, status, std::move(detail), std::move(head), 0};
}

/// Reads the requests of one connection one after the other.
class RequestReader {
 public:
  RequestReader(const Socket& socket, const ConnectionLimits& limits)
      : socket_(socket), limits_(limits) {}

  /// The next request; `incomplete` where none begins any more.
  [[nodiscard]] FramedRequest next() {
    bytes_.erase(0, taken_);
    taken_ = 0;
    if (!wait_for_first_byte()) return {};
    const auto deadline = Clock::now() + limits_.request;
    bool told_to_continue = false;
    for (;;) {
      FramedRequest framed = frame_request(bytes_, limits_.framing);
      taken_ = framed.length;
      if (framed.state != FramingState::incomplete) return framed;
      if (framed.length > 0 && framed.head.expects_continue && !told_to_continue) {
        told_to_continue = true;
        if (!socket_.write("HTTP/1.1 100 Continue\r\n\r\n", deadline)) return {};
      }
      if (socket_.wait(POLLIN, deadline, false) != Wait::ready) {
        return refusal(408, "The request did not arrive within 5 seconds.", std::move(framed.head));
      }
      if (!socket_.read(bytes_)) {
        return refusal(400, "The connection ended within the request.", std::move(framed.head));
      }
    }
  }

 private:
  [[nodiscard]] bool wait_for_first_byte() {
    const auto deadline = Clock::now() + limits_.idle;
    while (bytes_.empty()) {
      if (socket_.wait(POLLIN, deadline, true) != Wait::ready || !socket_.read(bytes_))
        return false;
    }
    return true;
  }

  const Socket& socket_;
  const ConnectionLimits& limits_;
  std::string bytes_;
  std::size_t taken_ = 0;  ///< Bytes of the request returned last.
};

/// Small ones are joined: a chunk for each article would cost a system call each.
constexpr std::size_t kChunkBytes = std::size_t{64} * 1024;

enum class Framing { chunks, until_close };

/// RFC 9112, 7.1.
std::string chunk(std::string_view bytes) {
  std::array<char, 24> size{};
  std::snprintf(size.data(), size.size(), "%zx\r\n", bytes.size());
  return size.data() + std::string(bytes) + "\r\n";
}

/// False when the client did not take it all, or the source failed: the last chunk, which says that
/// the body is whole, is not sent then.
bool write_pieces(const Socket& socket, const BodySource& source, Framing framing,
                  const ConnectionLimits& limits) {
  std::string bytes;
  std::string piece;
  try {
    for (bool more = true; more;) {
      piece.clear();
      more = source(piece);
      bytes += piece;
      if (bytes.empty() || (more && bytes.size() < kChunkBytes)) continue;
      if (framing == Framing::chunks) bytes = chunk(bytes);
      if (!socket.write(bytes, Clock::now() + limits.answer)) return false;
      bytes.clear();
    }
  } catch (...) {  // its handler has nobody left to tell
    return false;
  }
  return framing == Framing::until_close || socket.write("0\r\n\r\n", Clock::now() + limits.answer);
}

}  // namespace

void serve_connection(int descriptor, int stop_event, const ConnectionLimits& limits,
                      const MakeAnswer& answer) {
  const Socket socket(descriptor, stop_event);
  RequestReader reader(socket, limits);
  for (;;) {
    const FramedRequest framed = reader.next();
    if (framed.state == FramingState::incomplete) return;
    const bool stopping = socket.wait(0, Clock::now(), true) == Wait::stopped;
    const bool keep = framed.head.keep_alive && !stopping;
    const Framing framing = framed.head.takes_chunks ? Framing::chunks : Framing::until_close;
    const AnswerBytes made = answer(framed, keep ? AfterAnswer::keep_alive : AfterAnswer::close);
    const bool written = !made.bytes.empty() &&
                         socket.write(made.bytes, Clock::now() + limits.answer) &&
                         (!made.source || write_pieces(socket, made.source, framing, limits));
    if (written && keep) continue;
    if (written) socket.linger(limits.linger);
    return;
  }
}

}  // namespace techpolicy
