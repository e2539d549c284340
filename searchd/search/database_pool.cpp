#include "searchd/search/database_pool.h"

#include <cassert>

namespace techpolicy {

DatabaseLease::~DatabaseLease() {
  if (pool_ != nullptr) pool_->give_back(*database_);
}

DatabasePool::DatabasePool(std::vector<Xapian::Database> databases)
    : databases_(std::move(databases)) {
  assert(!databases_.empty());
  free_.reserve(databases_.size());  // give_back() must not throw.
  for (Xapian::Database& database : databases_) free_.push_back(&database);
}

DatabaseLease DatabasePool::take() {
  std::unique_lock lock(mutex_);
  freed_.wait(lock, [this] { return !free_.empty(); });
  Xapian::Database* const database = free_.back();
  free_.pop_back();
  return DatabaseLease(*this, *database);
}

void DatabasePool::give_back(Xapian::Database& database) {
  {
    const std::lock_guard lock(mutex_);
    free_.push_back(&database);
  }
  freed_.notify_one();
}

}  // namespace techpolicy
