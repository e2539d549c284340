#include "searchd/service.h"

#include <algorithm>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <future>
#include <iostream>
#include <thread>

#include "searchd/api/api_routes.h"
#include "searchd/pages/page_routes.h"
#include "searchd/search/searcher.h"

namespace techpolicy {
namespace {

constexpr std::chrono::milliseconds kLongestStop{4500};

/// Programs get JSON, people get pages. What was too broken to have a path came from a program.
bool is_for_programs(const HttpRequest& request) {
  return request.path.empty() || request.path.starts_with("/api/") || request.path == "/healthz" ||
         request.path == "/readyz" || request.path == "/search.atom" ||
         request.path == "/search.feed.json";
}

HttpResponse problem(const HttpRequest& request, int status, const std::string& detail) {
  return is_for_programs(request) ? problem_json(request, status, detail)
                                  : render_problem_page(request, status, detail);
}

HttpResponse failure(const HttpRequest& request, const std::exception_ptr& thrown) {
  if (const std::string text = failure_text(thrown); !text.empty()) {
    write_log(log_line(std::chrono::system_clock::now(), request.id, text));
  }
  return is_for_programs(request) ? exception_json(request, thrown)
                                  : render_exception_page(request, thrown);
}

/// Blocked in every thread, so that only the wait below sees them.
sigset_t block_stop_signals() {
  sigset_t signals;
  sigemptyset(&signals);
  sigaddset(&signals, SIGTERM);
  sigaddset(&signals, SIGINT);
  pthread_sigmask(SIG_BLOCK, &signals, nullptr);
  return signals;
}

void run_until_signal(HttpServer& server, const sigset_t& signals) {
  auto served = std::async(std::launch::async, [&server] {
    server.run();
    ::kill(::getpid(), SIGTERM);  // wakes the wait when the server ended by itself
  });
  int received = 0;
  sigwait(&signals, &received);
  server.stop();
  if (served.wait_for(kLongestStop) == std::future_status::timeout) {
    std::cerr << "searchd: stopped with requests unfinished\n";
    std::_Exit(EXIT_SUCCESS);  // their threads cannot be ended otherwise
  }
  served.get();
}

}  // namespace

void serve(const CommandLine& line) {
  const sigset_t signals = block_stop_signals();
  const unsigned readers = std::max(2U, std::thread::hardware_concurrency()) * 2;
  const Searcher searcher(IndexStore(line.index), readers);
  std::vector<Route> routes = api_routes(searcher);
  std::ranges::move(page_routes(searcher), std::back_inserter(routes));
  HttpServer server(line.http, std::move(routes), problem, failure);
  server.bind();
  const bool six = line.http.host.find(':') != std::string::npos;
  std::cout << "listening on http://" << (six ? "[" : "") << line.http.host << (six ? "]" : "")
            << ":" << server.port() << std::endl;
  if (const std::string missing = searcher.index_problem(); !missing.empty()) {
    std::cerr << "searchd: " << missing << '\n';
  }
  run_until_signal(server, signals);
}

}  // namespace techpolicy
