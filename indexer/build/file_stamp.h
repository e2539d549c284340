// What tells whether an input file has changed since it was read.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "indexer/store/file_ledger.h"

namespace techpolicy {

/// Size and time of a file, without a hash. nullopt where it is no file (standard input) or not
/// there.
[[nodiscard]] std::optional<LedgerEntry> file_stamp(const std::filesystem::path& path);

/// Hash of all bytes; empty where they cannot be read.
[[nodiscard]] std::string file_hash(const std::filesystem::path& path);

}  // namespace techpolicy
