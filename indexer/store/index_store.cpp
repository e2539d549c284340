#include "indexer/store/index_store.h"

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <cstdio>
#include <cstring>
#include <fcntl.h>
#include <string_view>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>
#include <vector>

#include "indexer/schema/errors.h"

namespace techpolicy {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kLivePrefix = "live.";
constexpr std::string_view kBuildingPrefix = "building.";

fs::path current_link(const fs::path& directory) { return directory / "current"; }

/// The number of a "live.000007"; nullopt for any other name.
std::optional<unsigned> live_number(const fs::path& path) {
  const std::string name = path.filename().string();
  if (!name.starts_with(kLivePrefix)) return std::nullopt;
  unsigned number = 0;
  const char* const end = name.data() + name.size();
  const auto [rest, error] = std::from_chars(name.data() + kLivePrefix.size(), end, number);
  if (error != std::errc{} || rest != end) return std::nullopt;
  return number;
}

std::string live_name(unsigned number) {
  char name[32];
  std::snprintf(name, sizeof name, "live.%06u", number);
  return name;
}

std::vector<fs::path> entries(const fs::path& directory) {
  std::vector<fs::path> paths;
  std::error_code error;
  for (const fs::directory_entry& entry : fs::directory_iterator(directory, error)) {
    paths.push_back(entry.path());
  }
  return paths;
}

/// Waits until a file or directory is on the disk.
void sync(const fs::path& path) {
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  const bool done = descriptor >= 0 && ::fsync(descriptor) == 0;
  const int error = errno;
  if (descriptor >= 0) ::close(descriptor);
  if (!done) {
    throw IndexError("cannot write " + path.string() + ": " + std::strerror(error) +
                     "; the index before it is unharmed");
  }
}

/// The database before the live one, which readers may still be opening.
std::optional<unsigned> previous_number(const fs::path& directory, unsigned live) {
  std::optional<unsigned> previous;
  for (const fs::path& path : entries(directory)) {
    const std::optional<unsigned> number = live_number(path);
    if (number && *number < live && (!previous || *number > *previous)) previous = number;
  }
  return previous;
}

}  // namespace

IndexStore::IndexStore(fs::path directory) : directory_(std::move(directory)) {}

bool IndexStore::exists() const {
  std::error_code error;
  return fs::is_directory(current_link(directory_), error);
}

fs::path IndexStore::live_directory() const {
  if (!exists()) {
    throw IndexError("there is no index in " + directory_.string() +
                     "; make one with `indexer build --index " + directory_.string() +
                     " INPUT...`");
  }
  return directory_ / fs::read_symlink(current_link(directory_));
}

Xapian::Database IndexStore::open() const {
  constexpr int kTries = 3;
  for (int attempt = 1;; ++attempt) {
    const fs::path live = live_directory();
    try {
      Xapian::Database database(live.string());
      static_cast<void>(read_state(database));
      return database;
    } catch (const Xapian::DatabaseModifiedError& error) {
      if (attempt == kTries) throw IndexError("the index changes too fast: " + error.get_msg());
    } catch (const Xapian::Error& error) {
      throw IndexError("the index in " + directory_.string() + " cannot be opened: " +
                       error.get_description() + "; build it again with `indexer build`");
    }
  }
}

std::string IndexStore::change_token() const {
  std::error_code error;
  const fs::path target = fs::read_symlink(current_link(directory_), error);
  // Xapian replaces this file with each commit.
  struct stat status = {};
  if (error || ::stat((directory_ / target / "iamglass").c_str(), &status) != 0) return {};
  return target.string() + ' ' + std::to_string(status.st_ino) + ' ' +
         std::to_string(status.st_mtim.tv_sec) + '.' + std::to_string(status.st_mtim.tv_nsec);
}

WriterLock IndexStore::lock() const {
  std::error_code error;
  fs::create_directories(directory_, error);
  if (error) {
    throw IndexError("cannot create " + directory_.string() + ": " + error.message() +
                     "; choose another --index");
  }
  return WriterLock(directory_ / "lock");
}

void IndexStore::clean() const {
  std::optional<unsigned> live;
  if (exists()) live = live_number(live_directory());
  const auto previous = live ? previous_number(directory_, *live) : std::nullopt;
  for (const fs::path& path : entries(directory_)) {
    const std::optional<unsigned> number = live_number(path);
    const bool left_over = path.filename().string().starts_with(kBuildingPrefix) ||
                           path.filename() == "current.new" ||
                           (number && number != live && number != previous);
    std::error_code error;
    if (left_over) fs::remove_all(path, error);  // What cannot be removed now is tried next time.
  }
}

fs::path IndexStore::make_work_directory() const {
  fs::path work = directory_ / (std::string(kBuildingPrefix) + std::to_string(::getpid()));
  std::error_code error;
  fs::remove_all(work, error);
  fs::create_directory(work, error);
  if (error) throw IndexError("cannot create " + work.string() + ": " + error.message());
  return work;
}

void IndexStore::publish(const fs::path& database) const {
  unsigned number = 1;
  for (const fs::path& path : entries(directory_)) {
    number = std::max(number, live_number(path).value_or(0) + 1);
  }
  for (const fs::path& file : entries(database)) sync(file);
  sync(database);
  const fs::path live = directory_ / live_name(number);
  const fs::path fresh_link = directory_ / "current.new";
  std::error_code error;
  fs::rename(database, live, error);
  if (!error) fs::remove(fresh_link, error);
  if (!error) fs::create_symlink(live.filename(), fresh_link, error);
  if (!error) sync(directory_);
  if (!error) fs::rename(fresh_link, current_link(directory_), error);
  if (error) {
    throw IndexError("cannot publish " + live.string() + ": " + error.message() +
                     "; the index before it is still in use");
  }
  sync(directory_);
}

}  // namespace techpolicy
