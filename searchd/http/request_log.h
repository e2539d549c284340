// The log of requests: one line of JSON each on standard error, for people and for log collectors.
//
//   {"time":"2026-04-17T08:00:00.123Z","id":"urn:uuid:...","method":"GET","path":"/search","route":"search",
//    "status":200,"ms":3.412,"bytes":8123}
#pragma once

#include <chrono>
#include <cstddef>
#include <string>
#include <string_view>

namespace techpolicy {

/// `errors`: only answers of status 400 and above.
enum class RequestLog { requests, errors, none };

struct RequestRecord {
  std::chrono::system_clock::time_point time;
  std::string id;
  std::string method;
  std::string path;  ///< Without the query string: queries are nobody else's business.
  std::string route;
  int status = 0;
  double milliseconds = 0;
  std::size_t bytes = 0;  ///< Of the body as sent.
};

/// One line without its line end. Bytes that are not UTF-8 become "?"; long paths are cut at 256
/// bytes.
[[nodiscard]] std::string log_line(const RequestRecord& record);

/// A line about something that went wrong inside while a request was answered.
[[nodiscard]] std::string log_line(std::chrono::system_clock::time_point time, std::string_view id,
                                   std::string_view error);

/// Writes a line to standard error in one piece, so that lines of several threads never mix.
void write_log(std::string line);

}  // namespace techpolicy
