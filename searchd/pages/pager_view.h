// The way from page to page.
#pragma once

#include <cstdint>
#include <functional>
#include <string>

#include "searchd/pages/view.h"

namespace techpolicy {

struct Paging {
  std::uint64_t total = 0;
  unsigned page = 1;
  unsigned per_page = 10;
  std::uint64_t deepest = 0;  ///< Things that can be reached by pages.
};

[[nodiscard]] unsigned last_page(const Paging& paging);

/// Sets "pager": previous and next, and numbers around the page, the first and the last. Nothing
/// where there is one page only. `url_of` gives the address of a page.
void add_pager(View& view, const Paging& paging,
               const std::function<std::string(unsigned page)>& url_of);

}  // namespace techpolicy
