#include "indexer/commands.h"

#include <chrono>
#include <cstdint>
#include <functional>
#include <iostream>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <variant>
#include <xapian.h>

#include "indexer/articles/article_reader.h"
#include "indexer/build/candidates.h"
#include "indexer/build/index_builder.h"
#include "indexer/build/index_check.h"
#include "indexer/build/index_stats.h"
#include "indexer/build/input_report.h"
#include "indexer/build/input_watch.h"
#include "indexer/build/inspect.h"
#include "indexer/build/record_identity.h"
#include "indexer/entities/gazetteer_lint.h"
#include "indexer/entities/lexicon.h"
#include "indexer/exit_codes.h"
#include "indexer/schema/errors.h"

namespace techpolicy {
namespace {

std::filesystem::path gazetteer_folder(const CommandLine& line) {
  return line.gazetteer.empty() ? default_gazetteer_folder() : line.gazetteer;
}

/// Flushed: whoever reads this line may rely on it.
void print_committed(std::uint64_t documents) {
  std::cout << "committed " << documents << std::endl;
}

int exit_code(const BuildReport& report) {
  if (report.interrupted) return kFailed;
  return report.rejected_count() > 0 || report.unknown_ids > 0 ? kSomeRejected : kDone;
}

void tell(const BuildReport& report, const CommandLine& line, Progress& progress) {
  if (report.interrupted) {
    progress.warn(line.command == Command::build
                      ? "stopped: nothing was published, the index is as it was"
                  : line.command == Command::retag
                      ? "stopped: nothing was changed, the index is as it was"
                      : "stopped: what was committed stays; run the same again to go on");
  }
  progress.note(report.summary());
  if (report.rejected_count() == 0 || !line.errors.empty()) return;
  // A second run of `add` lists nothing of the files that it does not read again.
  progress.note(line.command == Command::build
                    ? "all rejected records can be listed with --errors FILE.jsonl"
                    : "`indexer inspect --errors FILE.jsonl INPUT... >/dev/null` lists all that is "
                      "rejected");
}

BuilderSettings settings_of(const CommandLine& line) {
  BuilderSettings settings;
  settings.gazetteer = gazetteer_folder(line);
  settings.jobs = line.jobs;
  settings.dates = line.dates;
  settings.committed = print_committed;
  settings.limits = limits_for(line.memory, line.commit_documents);
  settings.prune = line.prune;
  return settings;
}

int change_index(const CommandLine& line, const std::atomic<bool>& stop) {
  Progress progress(line.progress, line.verbosity);
  RejectLog rejects(line.errors, progress);
  BuilderSettings settings = settings_of(line);
  std::optional<InputReport> inputs;
  if (!line.report.empty()) {
    inputs.emplace(line.report);
    settings.input_done = [&](const InputOutcome& outcome) { inputs->add(outcome); };
  }
  IndexBuilder builder(IndexStore(line.index), std::move(settings), stop, rejects, progress);
  BuildReport report;
  if (line.command == Command::build) {
    report = builder.build(line.inputs);
  } else if (line.command == Command::add) {
    report = builder.add(line.inputs);
  } else if (line.command == Command::remove) {
    report = builder.remove(line.ids);
  } else {
    report = builder.retag();
  }
  if (inputs) inputs->finish(report);
  tell(report, line, progress);
  return exit_code(report);
}

/// One look at the inputs; what goes wrong is told, and tried again at the next look.
void add_changes(const CommandLine& line, const std::atomic<bool>& stop, RejectLog& rejects,
                 Progress& progress) {
  try {
    IndexBuilder builder(IndexStore(line.index), settings_of(line), stop, rejects, progress);
    const BuildReport report = builder.add(line.inputs);
    if (report.committed) progress.note(report.summary());
  } catch (const Xapian::DatabaseLockError& error) {
    progress.warn("another program writes to the index: trying again");
  } catch (const Xapian::Error& error) {
    progress.warn(error.get_description() + ": trying again");
  } catch (const IndexError& error) {
    progress.warn(std::string(error.what()) + ": trying again");
  }
}

int watch(const CommandLine& line, const std::atomic<bool>& stop) {
  Progress progress(line.progress, line.verbosity);
  RejectLog rejects(line.errors, progress, RejectLog::Repeats::left_out);
  InputWatch inputs(line.inputs);
  bool told = false;
  while (!stop) {
    inputs.watch_folders();
    add_changes(line, stop, rejects, progress);
    if (!inputs.complete() && !std::exchange(told, true)) {
      progress.warn("some folders cannot be watched: changes in them are found every " +
                    std::to_string(line.interval_seconds) + " s (--interval)");
    }
    inputs.wait(std::chrono::seconds(line.interval_seconds), stop);
  }
  return kDone;
}

int check(const CommandLine& line) {
  const CheckResult result = check_index(IndexStore(line.index));
  for (const std::string& fault : result.faults) std::cerr << fault << '\n';
  if (result.fault_count > 0) {
    std::cerr << "indexer: the index is damaged (" << result.fault_count
              << " faults); build it again with `indexer build`\n";
    return kIndexUnusable;
  }
  std::cout << "ok: " << result.documents << " documents, revision " << result.state.revision
            << ", sequence " << result.state.sequence << '\n';
  return kDone;
}

int stats(const CommandLine& line) {
  const IndexStats stats = read_stats(IndexStore(line.index));
  std::cout << (line.json ? stats_json(stats) + '\n' : stats_text(stats));
  return kDone;
}

/// Reads all inputs and calls `use` with each article as it would be indexed. Returns the exit
/// code.
int analyze_inputs(const CommandLine& line, const Lexicon& lexicon, const std::atomic<bool>& stop,
                   const std::function<void(const AnalyzedArticle&, const std::string&)>& use) {
  Progress progress(ProgressMode::never, line.verbosity);
  RejectLog rejects(line.errors, progress);
  IdAssigner ids;
  const RecordSink sink = [&](Record&& record) {
    if (const auto* rejected = std::get_if<RejectedRecord>(&record)) return rejects.add(*rejected);
    if (stop || std::holds_alternative<SkippedRecords>(record)) return;
    auto& article = std::get<Article>(record);
    line.dates.apply(article);
    const std::string id = ids.assign(article);
    use(*analyze_article(std::move(article), lexicon), id);
  };
  for (const InputFile& file : find_input_files(line.inputs, sink)) {
    if (!stop && !rejects.writes_to(file.path)) reader_for(file.name)(file, sink);
  }
  if (stop) return kFailed;
  return rejects.count() > 0 ? kSomeRejected : kDone;
}

int inspect(const CommandLine& line, const std::atomic<bool>& stop) {
  const auto lexicon = Lexicon::load(gazetteer_folder(line));
  return analyze_inputs(line, *lexicon, stop,
                        [&](const AnalyzedArticle& analyzed, const std::string& id) {
                          std::cout << article_json(analyzed, id, lexicon->gazetteer()) << '\n';
                        });
}

int candidates(const CommandLine& line, const std::atomic<bool>& stop) {
  const auto lexicon = Lexicon::load(gazetteer_folder(line));
  CandidateList list;
  const int exit_code = analyze_inputs(line, *lexicon, stop,
                                       [&](const AnalyzedArticle& analyzed, const std::string&) {
                                         list.add(analyzed, lexicon->gazetteer());
                                       });
  const std::vector<NameCandidate> found = list.most_frequent();
  std::cout << (line.json ? candidates_json(found) : candidates_tsv(found));
  return exit_code;
}

int lint_gazetteer(const CommandLine& line) {
  const std::filesystem::path folder = gazetteer_folder(line);
  const auto lexicon = Lexicon::load(folder);
  const std::vector<std::string> findings = lint(*lexicon);
  for (const std::string& finding : findings) std::cerr << finding << '\n';
  if (!findings.empty()) return kFailed;
  std::map<std::string_view, std::size_t> entities;
  std::size_t aliases = 0;
  for (const Entity& entity : lexicon->gazetteer().entities()) {
    ++entities[facet_row(entity.key.type).name];
    aliases += entity.aliases.size();
  }
  std::cout << "ok: " << lexicon->gazetteer().entities().size() << " entities, " << aliases
            << " aliases in " << folder.string() << '\n';
  for (const auto& [type, count] : entities) std::cout << type << ' ' << count << '\n';
  return kDone;
}

}  // namespace

int run_command(const CommandLine& line, const std::atomic<bool>& stop) {
  switch (line.command) {
    case Command::build:
    case Command::add:
    case Command::remove:
    case Command::retag:
      return change_index(line, stop);
    case Command::watch:
      return watch(line, stop);
    case Command::check:
      return check(line);
    case Command::stats:
      return stats(line);
    case Command::inspect:
      return inspect(line, stop);
    case Command::candidates:
      return candidates(line, stop);
    case Command::lint_gazetteer:
      return lint_gazetteer(line);
  }
  return kFailed;
}

}  // namespace techpolicy
