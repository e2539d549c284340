// One accepted connection: bytes in and out with deadlines, and an end that does not lose the
// answer.
#pragma once

#include <chrono>
#include <functional>
#include <string>
#include <string_view>

#include "searchd/http/http_message.h"
#include "searchd/http/request_framing.h"

namespace techpolicy {

struct ConnectionLimits {
  FramingLimits framing;
  std::chrono::milliseconds request{5000};  ///< From the first byte of a request to its last.
  std::chrono::milliseconds idle{10000};    ///< Between requests.
  std::chrono::milliseconds answer{10000};  ///< For writing one answer, or a piece of it.
  std::chrono::milliseconds linger{1000};   ///< For what the client still sends after a refusal.
};

enum class AfterAnswer { keep_alive, close };

struct AnswerBytes {
  std::string bytes;  ///< Head and body; with a source the head alone. Empty: nothing is answered.
  BodySource source;  ///< What follows: in chunks where the client takes them, else until the end.
};

/// Makes the answer to a complete or refused request.
using MakeAnswer = std::function<AnswerBytes(const FramedRequest&, AfterAnswer)>;

/// Serves the requests of a connection in order until it ends, then closes the socket. `stop_event`
/// is a descriptor that becomes readable for good when the server stops: an idle connection ends at
/// once, a request that has begun is answered.
void serve_connection(int socket, int stop_event, const ConnectionLimits& limits,
                      const MakeAnswer& answer);

}  // namespace techpolicy
