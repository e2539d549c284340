// What a long piece of work tells on standard error: one line that is rewritten on a terminal, log
// lines elsewhere.
#pragma once

#include <atomic>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <mutex>
#include <string>
#include <string_view>

namespace techpolicy {

enum class ProgressMode {
  automatic,  ///< A rewritten line on a terminal, a log line every ten seconds elsewhere.
  always,     ///< A rewritten line wherever standard error goes.
  never,
};

enum class Verbosity { quiet, normal, detailed };

/// Safe to use from any thread.
class Progress {
 public:
  explicit Progress(ProgressMode mode = ProgressMode::never,
                    Verbosity verbosity = Verbosity::quiet);

  /// Work of about `bytes` begins; 0 where that is not known.
  void begin(std::uint64_t bytes);
  void article_done(std::size_t bytes);
  /// Bytes of the work that need not be done.
  void skipped(std::uint64_t bytes);
  void record_rejected();
  /// The work has ended: the line goes away.
  void end();

  void warn(std::string_view text);    ///< Always told.
  void note(std::string_view text);    ///< Not when quiet.
  void detail(std::string_view text);  ///< Only when detailed.

  /// The line as it stands: articles, rate, share done, time left, rejects.
  [[nodiscard]] std::string line() const;

 private:
  using Clock = std::chrono::steady_clock;

  void tick();
  void write_line(std::string_view text);

  const bool rewrite_;  ///< One line, written over itself.
  const bool told_;     ///< Whether progress is told at all.
  const Verbosity verbosity_;
  std::mutex output_;
  bool line_stands_ = false;
  std::atomic<bool> running_{false};
  std::atomic<std::int64_t> next_tick_{0};
  Clock::time_point start_{};
  std::uint64_t total_bytes_ = 0;
  std::atomic<std::uint64_t> done_bytes_{0};
  std::atomic<std::uint64_t> skipped_bytes_{0};
  std::atomic<std::uint64_t> articles_{0};
  std::atomic<std::uint64_t> rejects_{0};
};

}  // namespace techpolicy
