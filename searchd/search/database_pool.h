// Open databases of one revision for the threads of a snapshot: a Xapian database serves one thread
// at a time, and opening one costs more than most searches.
#pragma once

#include <condition_variable>
#include <mutex>
#include <utility>
#include <vector>
#include <xapian.h>

namespace techpolicy {

class DatabasePool;

/// A database for one thread until destroyed. Must not outlive its pool.
class DatabaseLease {
 public:
  DatabaseLease(DatabasePool& pool, Xapian::Database& database)
      : pool_(&pool), database_(&database) {}
  ~DatabaseLease();
  DatabaseLease(DatabaseLease&& other) noexcept
      : pool_(std::exchange(other.pool_, nullptr)), database_(other.database_) {}
  DatabaseLease(const DatabaseLease&) = delete;
  DatabaseLease& operator=(const DatabaseLease&) = delete;
  DatabaseLease& operator=(DatabaseLease&&) = delete;

  [[nodiscard]] Xapian::Database& operator*() const { return *database_; }
  [[nodiscard]] Xapian::Database* operator->() const { return database_; }

 private:
  DatabasePool* pool_;
  Xapian::Database* database_;
};

class DatabasePool {
 public:
  /// At least one database.
  explicit DatabasePool(std::vector<Xapian::Database> databases);

  /// Waits until a database is free. A thread that holds a lease must not ask for a second.
  [[nodiscard]] DatabaseLease take();

 private:
  friend class DatabaseLease;
  void give_back(Xapian::Database& database);

  std::vector<Xapian::Database> databases_;
  std::mutex mutex_;
  std::condition_variable freed_;
  std::vector<Xapian::Database*> free_;
};

}  // namespace techpolicy
