// A whole file in memory, up to a limit.
#pragma once

#include <cstddef>
#include <string>
#include <variant>

#include "indexer/articles/article.h"
#include "indexer/articles/article_reader.h"

namespace techpolicy {

/// The bytes of a file; or its rejection ("unreadable", "damaged-gzip", "too-large", and "no-text"
/// where it is empty).
[[nodiscard]] std::variant<std::string, RejectedRecord> read_whole_file(const InputFile& file,
                                                                        std::size_t max_bytes);

}  // namespace techpolicy
