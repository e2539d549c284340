// The hash is the published function, and does not depend on how bytes come.
#include "indexer/store/content_hash.h"

#include <gtest/gtest.h>

namespace techpolicy {
namespace {

struct Vector {
  const char* bytes;
  const char* hash;
  const char* why;
};

TEST(ContentHash, IsFnv1aOf128Bits) {
  const Vector vectors[] = {
      {"", "6c62272e07bb014262b821756295c58d", "the offset basis of RFC 9923"},
      {"a", "d228cb696f1a8caf78912b704e4a8964", "published test vector"},
      {"foobar", "343e1662793c64bf6f0d3597ba446f18", "published test vector"},
  };
  for (const Vector& vector : vectors) {
    EXPECT_EQ(content_hash(vector.bytes), vector.hash) << vector.why;
  }
}

TEST(ContentHash, DoesNotDependOnHowBytesWereCut) {
  ContentHasher pieces;
  pieces.add("export ");
  pieces.add("");
  pieces.add("controls");
  EXPECT_EQ(pieces.hex(), content_hash("export controls"));
}

TEST(ContentHash, FoldedNumbersOfNearTextsDiffer) {
  ContentHasher first;
  first.add("news/1");
  ContentHasher second;
  second.add("news/2");
  EXPECT_NE(first.folded(), second.folded());
}

}  // namespace
}  // namespace techpolicy
