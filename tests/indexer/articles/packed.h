// Archives and packed files, made as the tests need them.
#pragma once

#include <archive.h>
#include <archive_entry.h>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace techpolicy {

struct PackedEntry {
  std::string path;
  std::string bytes;
  std::string link = {};  ///< Where it is a symbolic link.
};

/// `format`: "zip", "gnutar", "pax" or "raw"; `filter`: "none", "gzip", "bzip2", "xz" or "zstd".
inline std::string pack(const std::vector<PackedEntry>& entries, const char* format,
                        const char* filter = "none") {
  std::string packed;
  const auto append = [](archive*, void* target, const void* bytes, std::size_t size) {
    static_cast<std::string*>(target)->append(static_cast<const char*>(bytes), size);
    return static_cast<la_ssize_t>(size);
  };
  archive* writer = archive_write_new();
  archive_write_set_format_by_name(writer, format);
  if (std::string_view(filter) != "none") archive_write_add_filter_by_name(writer, filter);
  archive_write_set_bytes_in_last_block(writer, 1);
  archive_write_open(writer, &packed, nullptr, append, nullptr);
  archive_entry* header = archive_entry_new();
  for (const PackedEntry& entry : entries) {
    archive_entry_clear(header);
    archive_entry_set_pathname(header, entry.path.c_str());
    archive_entry_set_mode(header, AE_IFREG | 0644);
    archive_entry_set_size(header, static_cast<la_int64_t>(entry.bytes.size()));
    if (!entry.link.empty()) {
      archive_entry_set_filetype(header, AE_IFLNK);
      archive_entry_set_symlink(header, entry.link.c_str());
    }
    if (archive_write_header(writer, header) < ARCHIVE_WARN) {
      throw std::runtime_error(archive_error_string(writer));
    }
    archive_write_data(writer, entry.bytes.data(), entry.bytes.size());
  }
  archive_entry_free(header);
  archive_write_free(writer);
  return packed;
}

}  // namespace techpolicy
