// Serves an index over HTTP: parses flags, wires the parts, runs, maps errors to exit codes.
#include <signal.h>
#include <unistd.h>

#include <cstdlib>
#include <iostream>
#include <string>
#include <thread>

#include "indexer/schema/errors.h"
#include "searchd/api/api_routes.h"
#include "searchd/http/http_server.h"
#include "searchd/pages/page_routes.h"
#include "searchd/search/searcher.h"

namespace {

using namespace techpolicy;

constexpr const char* kUsage =
    "usage: searchd --index DIR [--listen 127.0.0.1:8080] [--threads N] [--version] [--help]\n";

struct Settings {
  std::string index;
  HttpServerOptions http;
  bool help = false;
  bool version = false;
};

void set_address(const std::string& address, HttpServerOptions& http) {
  const std::size_t colon = address.rfind(':');
  if (colon == std::string::npos) throw UsageError("--listen must be HOST:PORT");
  http.host = address.substr(0, colon);
  const std::string port = address.substr(colon + 1);
  if (port.empty() || port.size() > 5 || port.find_first_not_of("0123456789") != std::string::npos ||
      std::stoi(port) > 65535) {
    throw UsageError("--listen must end in a port between 0 and 65535");
  }
  http.port = std::stoi(port);
  if (http.host != "127.0.0.1" && http.host != "localhost") {
    throw UsageError("--listen takes loopback addresses only; put a reverse proxy in front for others");
  }
}

Settings parse_flags(int count, char** arguments) {
  Settings settings;
  for (int i = 1; i < count; ++i) {
    const std::string flag = arguments[i];
    if (flag == "--help" || flag == "--version") {
      (flag == "--help" ? settings.help : settings.version) = true;
      return settings;
    }
    if (i + 1 >= count) throw UsageError("unknown flag or missing value: " + flag);
    const std::string value = arguments[++i];
    if (flag == "--index") settings.index = value;
    else if (flag == "--listen") set_address(value, settings.http);
    else if (flag == "--threads") settings.http.threads = static_cast<unsigned>(std::strtoul(value.c_str(), nullptr, 10));
    else throw UsageError("unknown flag: " + flag);
  }
  if (settings.index.empty()) throw UsageError("--index DIR is needed");
  return settings;
}

bool is_for_programs(const HttpRequest& request) {
  return request.path.starts_with("/api/") || request.path == "/healthz" || request.path == "/readyz";
}

int serve(const Settings& settings) {
  sigset_t signals;
  sigemptyset(&signals);
  sigaddset(&signals, SIGTERM);
  sigaddset(&signals, SIGINT);
  pthread_sigmask(SIG_BLOCK, &signals, nullptr);
  ::signal(SIGPIPE, SIG_IGN);

  const unsigned readers = std::max(2U, std::thread::hardware_concurrency()) * 2;
  const Searcher searcher(IndexStore(settings.index), readers);
  std::vector<Route> routes = api_routes(searcher);
  for (Route& route : page_routes(searcher)) routes.push_back(std::move(route));
  HttpServer server(
      settings.http, std::move(routes),
      [](const HttpRequest& request, int status, const std::string& detail) {
        return is_for_programs(request) ? problem_json(request, status, detail)
                                        : render_problem_page(request, status, detail);
      },
      [](const HttpRequest& request, std::exception_ptr thrown) {
        return is_for_programs(request) ? exception_json(request, thrown) : render_exception_page(request, thrown);
      });
  server.bind();
  std::cout << "listening on http://" << settings.http.host << ":" << server.port() << std::endl;
  if (const std::string problem = searcher.index_problem(); !problem.empty()) std::cerr << problem << "\n";
  std::thread stopper([&server, &signals] {
    int received = 0;
    sigwait(&signals, &received);
    server.stop();
  });
  server.run();
  ::kill(::getpid(), SIGTERM);
  stopper.join();
  return EXIT_SUCCESS;
}

}  // namespace

int main(int count, char** arguments) {
  try {
    const Settings settings = parse_flags(count, arguments);
    if (settings.help || settings.version) {
      std::cout << (settings.help ? kUsage : "searchd " TECHPOLICY_VERSION "\n");
      return EXIT_SUCCESS;
    }
    return serve(settings);
  } catch (const techpolicy::UsageError& error) {
    std::cerr << "searchd: " << error.what() << "\n" << kUsage;
    return 2;
  } catch (const std::exception& error) {
    std::cerr << "searchd: " << error.what() << "\n";
    return 1;
  }
}
