#include "indexer/command_line.h"

#include <CLI/CLI.hpp>
#include <iostream>
#include <map>
#include <thread>

#include "indexer/articles/article_reader.h"
#include "indexer/schema/errors.h"

namespace techpolicy {
namespace {

constexpr const char* kDescription =
    "Reads articles and builds the index that searchd serves.\n"
    "INPUT is a file, a folder (walked through) or - for JSON Lines on standard input.";
constexpr const char* kFormats = "Files are known by their names: those are read that end in\n";
constexpr const char* kExitCodes =
    "\nany of them also with .gz behind.\n\nExit codes: 0 done, 1 failed, 2 wrong usage, 3 done "
    "but something was rejected or unknown,\n"
    "4 index missing, locked or damaged.";

const std::map<std::string, ProgressMode>& progress_modes() {
  static const std::map<std::string, ProgressMode> modes = {{"auto", ProgressMode::automatic},
                                                            {"always", ProgressMode::always},
                                                            {"never", ProgressMode::never}};
  return modes;
}

/// What each command takes, beside the command itself.
class Options {
 public:
  Options(CLI::App& app, CommandLine& line) : app_(app), line_(line) {}

  CLI::App* command(Command command, const char* name, const char* description) {
    CLI::App* const app = app_.add_subcommand(name, description);
    app->callback([this, command] { line_.command = command; });
    app->add_flag_callback(
        "-q,--quiet", [this] { line_.verbosity = Verbosity::quiet; }, "Warnings and errors only");
    app->add_flag_callback(
        "-v,--verbose", [this] { line_.verbosity = Verbosity::detailed; }, "Say more");
    return app;
  }
  void index(CLI::App* app) {
    app->add_option("--index", line_.index, "Directory of the index")->required();
  }
  void inputs(CLI::App* app) {
    app->add_option("INPUT", line_.inputs, "Files and folders, or - for standard input")
        ->required();
    app->add_option("--errors", line_.errors,
                    "Write rejected records here, one JSON object a line");
  }
  void dates(CLI::App* app) {
    app->add_option_function<std::string>(
        "--date", [this](const std::string& date) { line_.dates.fallback = date_of_flag(date); },
        "Date of articles that have none: 2026, 2026-04 or 2026-04-17");
    app->add_option_function<std::string>(
        "--date-pattern",
        [this](const std::string& pattern) { line_.dates.pattern.emplace(pattern); },
        "How dates stand in paths, or in records where they can be read in two ways: %d/%m/%Y");
  }
  void gazetteer(CLI::App* app) {
    app->add_option("--gazetteer", line_.gazetteer, "Folder of known names");
  }
  void threads(CLI::App* app) {
    app->add_option("--jobs", line_.jobs, "Preparing threads; default: as many as cores")
        ->check(CLI::Range(1U, 256U));
    app->add_option("--progress", line_.progress, "auto, always or never")
        ->transform(CLI::CheckedTransformer(progress_modes()));
  }
  void report(CLI::App* app) {
    app->add_option("--report", line_.report,
                    "Write what became of each input file here, one JSON object a line");
  }
  void limits(CLI::App* app) {
    app->add_option("--memory", line_.memory,
                    "About how much memory to use, as 512M (the default) or 2G; at least 256M")
        ->transform(CLI::AsSizeValue(false))
        ->check(CLI::Range(kLeastMemory, std::uint64_t{1} << 50U));
    app->add_option("--commit-every", line_.commit_documents,
                    "Commit after so many articles; default 1000")
        ->check(CLI::Range(1U, 1'000'000U));
  }
  void prune(CLI::App* app) {
    app->add_flag("--prune", line_.prune,
                  "Take out articles whose file is gone, or no longer holds them");
  }
  void interval(CLI::App* app) {
    app->add_option("--interval", line_.interval_seconds,
                    "Look at all files at least once in so many seconds; default 60")
        ->check(CLI::Range(1U, 86'400U));
  }
  void ids(CLI::App* app) { app->add_option("ID", line_.ids, "Ids of articles")->required(); }
  void json(CLI::App* app, const char* form) { app->add_flag("--json", line_.json, form); }
  void folder(CLI::App* app) {
    app->add_option("DIR", line_.gazetteer, "Folder of known names; default: the installed one");
  }

 private:
  CLI::App& app_;
  CommandLine& line_;
};

void define_commands(Options& options) {
  CLI::App* const build = options.command(
      Command::build, "build", "Build a whole new index and publish it in place of the old one");
  CLI::App* const add = options.command(
      Command::add, "add",
      "Add new articles to the live index and replace changed ones; unchanged files are not read");
  CLI::App* const watch = options.command(
      Command::watch, "watch", "Add, then wait for changes below the inputs and add them at once");
  for (CLI::App* const app : {build, add, watch}) {
    options.index(app);
    options.inputs(app);
    options.dates(app);
    options.gazetteer(app);
    options.threads(app);
    options.limits(app);
  }
  for (CLI::App* const app : {build, add}) options.report(app);
  for (CLI::App* const app : {add, watch}) options.prune(app);
  options.interval(watch);
  CLI::App* const remove =
      options.command(Command::remove, "remove", "Take articles out of the live index");
  options.index(remove);
  options.ids(remove);
  CLI::App* const retag = options.command(
      Command::retag, "retag",
      "Find names again in the articles of the live index, after the folder of names changed");
  options.index(retag);
  options.gazetteer(retag);
  options.threads(retag);
  options.index(options.command(Command::check, "check", "Tell whether an index is whole"));
  CLI::App* const stats = options.command(Command::stats, "stats", "The index in numbers");
  options.index(stats);
  options.json(stats, "As one JSON object");
  CLI::App* const inspect = options.command(
      Command::inspect, "inspect",
      "Print what would be indexed, one JSON object a line, with repairs and mentions");
  options.inputs(inspect);
  options.dates(inspect);
  options.gazetteer(inspect);
  CLI::App* const candidates =
      options.command(Command::candidates, "candidates",
                      "List names of organisations that the gazetteer lacks, most frequent first");
  options.inputs(candidates);
  options.gazetteer(candidates);
  options.json(candidates, "One JSON object a line instead of tab-separated values");
  options.folder(options.command(Command::lint_gazetteer, "lint-gazetteer",
                                 "Load a folder of known names and tell the first fault in it"));
}

}  // namespace

std::optional<CommandLine> parse_command_line(int argc, const char* const* argv) {
  CommandLine line;
  line.jobs = std::max(1U, std::thread::hardware_concurrency());
  CLI::App app(kDescription, "indexer");
  app.footer(kFormats + known_endings() + kExitCodes);
  app.set_version_flag("--version", "indexer " TECHPOLICY_VERSION);
  app.require_subcommand(1);
  Options options(app, line);
  define_commands(options);
  try {
    app.parse(argc, argv);
  } catch (const CLI::Success& asked) {
    app.exit(asked, std::cout, std::cerr);
    return std::nullopt;
  } catch (const CLI::ParseError& error) {
    throw UsageError(std::string(error.what()) + "; `indexer --help` tells what can be given");
  }
  return line;
}

}  // namespace techpolicy
