// Archives: each file inside is read by the reader of its own name, as if it lay in a folder.
#include <algorithm>
#include <archive.h>
#include <archive_entry.h>
#include <clocale>
#include <filesystem>
#include <memory>
#include <string>
#include <utility>

#include "indexer/articles/archive_entry.h"
#include "indexer/articles/charset.h"
#include "indexer/articles/readers.h"
#include "indexer/articles/record_fields.h"

namespace techpolicy {
namespace {

constexpr std::size_t kBlockBytes = std::size_t{64} * 1024;
/// Archives in archives in archives are somebody's backup, and more is an attack.
constexpr std::size_t kMaxDepth = 4;
/// What an entry costs beside its bytes: a header of tar.
constexpr std::uint64_t kEntryBytes = 512;

constexpr const char* kDamaged = "damaged-archive";

struct FreeArchive {
  void operator()(archive* opened) const { archive_read_free(opened); }
};
using Archive = std::unique_ptr<archive, FreeArchive>;

/// libarchive reads names by the locale of the thread, and in the "C" one 芯.txt and 片.txt are
/// both
/// "?.txt".
class Utf8Names {
 public:
  Utf8Names() : locale_(::newlocale(LC_CTYPE_MASK, "C.UTF-8", nullptr)) {
    if (locale_ != nullptr) before_ = ::uselocale(locale_);
  }
  ~Utf8Names() {
    if (locale_ == nullptr) return;
    ::uselocale(before_);
    ::freelocale(locale_);
  }
  Utf8Names(const Utf8Names&) = delete;
  Utf8Names& operator=(const Utf8Names&) = delete;

 private:
  locale_t locale_;
  locale_t before_ = nullptr;
};

std::string error_of(archive* opened) {
  const char* error = archive_error_string(opened);
  return error == nullptr ? "no archive" : error;
}

/// The entry at which the archive stands.
class CurrentEntry : public ArchiveEntry {
 public:
  CurrentEntry(archive* opened, std::size_t depth, UnpackBudget& budget)
      : ArchiveEntry(depth, budget), archive_(opened) {}

  std::size_t read(std::span<char> buffer) override {
    if (ended_) return 0;
    la_ssize_t got = ARCHIVE_RETRY;
    while (got == ARCHIVE_RETRY) got = archive_read_data(archive_, buffer.data(), buffer.size());
    ended_ = got <= 0;
    if (got < 0) fail(kDamaged, error_of(archive_) + "; fetch the archive again");
    if (ended_) return 0;
    budget().add_unpacked(static_cast<std::uint64_t>(got));
    if (!budget().exceeded()) return static_cast<std::size_t>(got);
    ended_ = true;
    fail(UnpackBudget::kReason, UnpackBudget::kDetail);
    return 0;
  }

  /// Reads what the reader of the entry left.
  void drain() {
    std::string block(kBlockBytes, '\0');
    while (read(block) > 0) {
    }
  }

 private:
  archive* archive_;
  bool ended_ = false;
};

/// How libarchive reads an archive inside an archive.
struct NestedInput {
  ArchiveEntry& entry;
  std::string block = std::string(kBlockBytes, '\0');

  static la_ssize_t read(archive*, void* data, const void** bytes) {
    auto& input = *static_cast<NestedInput*>(data);
    *bytes = input.block.data();
    return static_cast<la_ssize_t>(input.entry.read(input.block));
  }
};

/// The path in the archive, as one below a folder: nothing leads out of it. Empty for hidden files,
/// which are left out of folders too.
std::string path_of(archive_entry* header) {
  const char* raw = archive_entry_pathname_utf8(header);
  if (raw == nullptr) raw = archive_entry_pathname(header);
  const std::string path = decode_text(raw == nullptr ? "" : raw, {});
  std::string result;
  for (const std::filesystem::path& part : std::filesystem::path(path)) {
    const std::string name = part.string();
    if (name.empty() || name == "." || name == ".." || name == "/") continue;
    if (name.front() == '.') return {};
    result += (result.empty() ? "" : "/") + name;
  }
  return result;
}

enum class Kind { archive, packed_file };

class ArchiveFile {
 public:
  ArchiveFile(const InputFile& file, const RecordSink& sink, Kind kind)
      : file_(file),
        sink_(sink),
        kind_(kind),
        depth_(file.entry == nullptr ? 1 : file.entry->depth() + 1),
        budget_(file.entry == nullptr ? own_budget_ : file.entry->budget()),
        archive_(archive_read_new()) {}

  void read() {
    if (depth_ > kMaxDepth) {
      return fault(file_, "nested-too-deep",
                   "over " + std::to_string(kMaxDepth) + " archives in each other; unpack it");
    }
    if (!open()) return fault(file_, kDamaged, error_of(archive_.get()));
    for (;;) {
      archive_entry* header = nullptr;
      const int status = archive_read_next_header(archive_.get(), &header);
      if (status == ARCHIVE_EOF) break;
      if (status == ARCHIVE_RETRY) continue;
      if (status < ARCHIVE_WARN) return end_damaged();
      budget_.add_unpacked(kEntryBytes);
      read_entry(header);
      if (budget_.exceeded()) {
        return fault(file_, UnpackBudget::kReason,
                     std::string(UnpackBudget::kDetail) + "; the rest of it was not read");
      }
    }
    if (!any_) fault(file_, "no-text", "the archive holds no files");
  }

 private:
  void fault(const InputFile& file, std::string reason, std::string_view detail) {
    sink_(reject({file, 0}, std::move(reason), detail));
  }

  bool open() {
    archive* const opened = archive_.get();
    archive_read_support_filter_gzip(opened);
    archive_read_support_filter_bzip2(opened);
    archive_read_support_filter_xz(opened);
    archive_read_support_filter_zstd(opened);
    if (kind_ == Kind::packed_file) {
      archive_read_support_format_raw(opened);
    } else {
      archive_read_support_format_zip(opened);
      archive_read_support_format_tar(opened);
    }
    if (file_.entry != nullptr) {
      nested_ = std::make_unique<NestedInput>(NestedInput{*file_.entry});
      return archive_read_open(opened, nested_.get(), nullptr, NestedInput::read, nullptr) ==
             ARCHIVE_OK;
    }
    std::error_code error;
    const std::uintmax_t size = std::filesystem::file_size(file_.path, error);
    if (!error) budget_.add_packed(size);
    return archive_read_open_filename(opened, file_.path.c_str(), kBlockBytes) == ARCHIVE_OK;
  }

  /// Nothing behind the damage can be found.
  void end_damaged() {
    // Where the damage is in the archive around this one, or in an entry, it has been told.
    if (file_.entry != nullptr && !file_.entry->fault_reason().empty()) {
      return fault(file_, file_.entry->fault_reason(), file_.entry->fault_detail());
    }
    fault(file_, kDamaged,
          error_of(archive_.get()) + "; what stands behind was not read; fetch the archive again");
  }

  void read_entry(archive_entry* header) {
    CurrentEntry entry(archive_.get(), depth_, budget_);
    const bool is_file = kind_ == Kind::packed_file || archive_entry_filetype(header) == AE_IFREG;
    const std::string path = kind_ == Kind::packed_file ? std::string() : path_of(header);
    InputFile inner = file_;
    inner.entry = &entry;
    if (!path.empty()) {
      inner.path /= path;
      inner.name += '/' + path;
    }
    if (kind_ == Kind::archive && path.empty()) {
      // Hidden, or the folder itself.
    } else if (!is_file) {
      reject_special(header, inner);
    } else if (archive_entry_hardlink(header) == nullptr) {  // Else it was read by its other name.
      read_file(header, inner);
    }
    entry.drain();
  }

  void reject_special(archive_entry* header, const InputFile& inner) {
    if (archive_entry_filetype(header) == AE_IFDIR || archive_entry_hardlink(header) != nullptr) {
      return;
    }
    any_ = true;
    fault(inner, "unknown-format", "a link or a device, not a file; links are not followed here");
  }

  void read_file(archive_entry* header, const InputFile& inner) {
    any_ = true;
    if (archive_entry_is_encrypted(header) != 0) {
      return fault(inner, "encrypted", "the archive is locked with a password; unpack it");
    }
    const std::string name =
        kind_ == Kind::archive ? inner.name : std::filesystem::path(inner.name).stem().string();
    const ReadFunction reader = reader_for(name);
    if (reader == nullptr) return fault(inner, "unknown-format", unknown_format_detail(name));
    reader(inner, sink_);
  }

  const InputFile& file_;
  const RecordSink& sink_;
  Kind kind_;
  std::size_t depth_;
  UnpackBudget own_budget_;
  UnpackBudget& budget_;
  bool any_ = false;  ///< An entry that is a file.
  std::unique_ptr<NestedInput> nested_;
  Archive archive_;
};

}  // namespace

void read_archive_file(const InputFile& file, const RecordSink& sink) {
  const Utf8Names names;
  ArchiveFile(file, sink, Kind::archive).read();
}

void read_packed_file(const InputFile& file, const RecordSink& sink) {
  ArchiveFile(file, sink, Kind::packed_file).read();
}

}  // namespace techpolicy
