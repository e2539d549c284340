#include "indexer/build/progress.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <unistd.h>

namespace techpolicy {
namespace {

constexpr std::chrono::milliseconds kRewriteEvery{200};
constexpr std::chrono::milliseconds kLogEvery{10'000};

bool rewrites(ProgressMode mode) {
  return mode == ProgressMode::always ||
         (mode == ProgressMode::automatic && ::isatty(STDERR_FILENO) == 1);
}

std::string duration(double seconds) {
  const auto whole = std::lround(seconds);
  if (whole < 60) return std::to_string(whole) + " s";
  if (whole < 3600) return std::to_string(whole / 60) + " min " + std::to_string(whole % 60) + " s";
  return std::to_string(whole / 3600) + " h " + std::to_string(whole / 60 % 60) + " min";
}

}  // namespace

Progress::Progress(ProgressMode mode, Verbosity verbosity)
    : rewrite_(rewrites(mode)),
      told_(mode != ProgressMode::never && verbosity != Verbosity::quiet),
      verbosity_(verbosity) {}

void Progress::begin(std::uint64_t bytes) {
  start_ = Clock::now();
  total_bytes_ = bytes;
  done_bytes_ = skipped_bytes_ = articles_ = rejects_ = 0;
  next_tick_ = (rewrite_ ? kRewriteEvery : kLogEvery).count();
  running_ = told_;
}

void Progress::article_done(std::size_t bytes) {
  articles_ += 1;
  done_bytes_ += bytes;
  tick();
}

void Progress::skipped(std::uint64_t bytes) {
  skipped_bytes_ += bytes;
  tick();
}

void Progress::record_rejected() {
  rejects_ += 1;
  tick();
}

void Progress::end() {
  if (!running_.exchange(false)) return;
  const std::lock_guard guard(output_);
  if (line_stands_) std::fputs("\r\x1b[K", stderr);
  line_stands_ = false;
}

void Progress::warn(std::string_view text) { write_line(text); }

void Progress::note(std::string_view text) {
  if (verbosity_ != Verbosity::quiet) write_line(text);
}

void Progress::detail(std::string_view text) {
  if (verbosity_ == Verbosity::detailed) write_line(text);
}

std::string Progress::line() const {
  const std::chrono::duration<double> elapsed = Clock::now() - start_;
  const std::uint64_t articles = articles_;
  std::string text = std::to_string(articles) + " articles, ";
  text += std::to_string(
      static_cast<long>(static_cast<double>(articles) / std::max(elapsed.count(), 0.001)));
  text += "/s, ";
  // Skipped bytes took no time, so they say nothing about what is left.
  const auto work = static_cast<double>(total_bytes_) - static_cast<double>(skipped_bytes_);
  const auto done = static_cast<double>(done_bytes_);
  if (done > 0 && done < work) {
    text += std::to_string(static_cast<int>(100 * done / work)) + " %, about ";
    text += duration(elapsed.count() * (work - done) / done) + " left, ";
  }
  return text + std::to_string(rejects_) + " rejected";
}

void Progress::tick() {
  if (!running_) return;
  const auto elapsed =
      std::chrono::duration_cast<std::chrono::milliseconds>(Clock::now() - start_).count();
  std::int64_t due = next_tick_;
  const std::int64_t pause = (rewrite_ ? kRewriteEvery : kLogEvery).count();
  // Of the threads that see it due, one writes.
  if (elapsed < due || !next_tick_.compare_exchange_strong(due, elapsed + pause)) return;
  if (!rewrite_) return write_line(line());
  const std::lock_guard guard(output_);
  std::fprintf(stderr, "\r\x1b[K%s", line().c_str());
  std::fflush(stderr);
  line_stands_ = true;
}

void Progress::write_line(std::string_view text) {
  const std::lock_guard guard(output_);
  if (line_stands_) std::fputs("\r\x1b[K", stderr);
  line_stands_ = false;
  std::fprintf(stderr, "%.*s\n", static_cast<int>(text.size()), text.data());
}

}  // namespace techpolicy
