#include "searchd/command_line.h"

#include <CLI/CLI.hpp>
#include <arpa/inet.h>
#include <charconv>
#include <iostream>
#include <map>

#include "indexer/schema/errors.h"

namespace techpolicy {
namespace {

constexpr const char* kDescription = "Serves an index that indexer built: pages and a JSON API.";
constexpr const char* kFooter =
    "Exit codes: 0 stopped by SIGTERM or SIGINT, 1 failed, 2 wrong usage.";

const std::map<std::string, RequestLog> kLogs = {
    {"requests", RequestLog::requests}, {"errors", RequestLog::errors}, {"none", RequestLog::none}};

bool is_loopback(const std::string& host) {
  if (host == "localhost") return true;
  in_addr four{};
  if (::inet_pton(AF_INET, host.c_str(), &four) == 1) return ntohl(four.s_addr) >> 24 == 127;
  in6_addr six{};
  return ::inet_pton(AF_INET6, host.c_str(), &six) == 1 && IN6_IS_ADDR_LOOPBACK(&six);
}

std::optional<int> parse_port(std::string_view text) {
  unsigned port = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), port);
  if (error != std::errc{} || end != text.data() + text.size() || port > 65535) return std::nullopt;
  return static_cast<int>(port);
}

/// HOST:PORT, an IPv6 host in brackets.
void set_address(const std::string& listen, HttpServerOptions& http) {
  const auto colon = listen.rfind(':');
  const std::string host = listen.substr(0, std::min(colon, listen.size()));
  const auto port =
      colon == std::string::npos ? std::nullopt : parse_port(listen.substr(colon + 1));
  if (!port || host.empty()) {
    throw UsageError("--listen " + listen +
                     " is not HOST:PORT with a port from 0 to 65535, as in 127.0.0.1:8080");
  }
  const bool bracketed = host.starts_with('[') && host.ends_with(']');
  http.host = bracketed ? host.substr(1, host.size() - 2) : host;
  http.port = *port;
  if (!is_loopback(http.host)) {
    throw UsageError(
        "--listen " + listen +
        " can be reached by other machines, against whose slow or hostile "
        "clients this server is not yet guarded; use 127.0.0.1 with a reverse proxy in front");
  }
}

void define_flags(CLI::App& app, CommandLine& line, std::string& listen) {
  app.add_option("--index", line.index, "Directory of the index")->required();
  app.add_option("--listen", listen, "HOST:PORT, of this machine only; port 0: any free one")
      ->capture_default_str();
  app.add_option("--threads", line.http.threads, "Connections served at once; default: 64")
      ->check(CLI::Range(1U, 4096U));
  app.add_option("--log", line.http.log,
                 "What is logged on standard error: requests, errors or none")
      ->transform(CLI::CheckedTransformer(kLogs))
      ->default_str("errors");
  app.set_config("--config", "", "Read flags from this file, one NAME = VALUE a line (TOML)");
  app.set_version_flag("--version", "searchd " TECHPOLICY_VERSION);
  app.footer(kFooter);
}

}  // namespace

std::optional<CommandLine> parse_command_line(int argc, const char* const* argv) {
  CommandLine line;
  line.http.log = RequestLog::errors;
  std::string listen = "127.0.0.1:8080";
  CLI::App app{kDescription, "searchd"};
  define_flags(app, line, listen);
  try {
    app.parse(argc, argv);
  } catch (const CLI::Success& asked) {
    app.exit(asked);
    return std::nullopt;
  } catch (const CLI::ParseError& error) {
    throw UsageError(std::string(error.what()) + "; searchd --help lists the flags");
  }
  set_address(listen, line.http);
  return line;
}

}  // namespace techpolicy
