// Stories in the index: whatever the way to it, the same articles stand together.
#include <gtest/gtest.h>
#include <map>
#include <set>

#include "indexer/schema/slots.h"
#include "indexer/schema/values.h"
#include "tests/indexer/build/built_index.h"

namespace techpolicy {
namespace {

using Stories = std::map<std::string, std::set<std::string>>;

constexpr const char* kReport =
    "Regulators in Brussels fined the chip maker Zentor 1,250,000 euros on 17 April 2026 for "
    "selling "
    "processors to a customer in Moscow without a licence. Inspectors found 300 of them in "
    "navigation units of drones. Zentor said that it would appeal.";
constexpr const char* kEdited =
    "On 17 April 2026 regulators in Brussels fined Zentor, the chip maker, 1250000 euros since it "
    "sold processors to a customer in Moscow without a licence. Inspectors discovered 300 of them "
    "in navigation units of drones. Zentor said it would appeal.";
constexpr const char* kOther =
    "Spectrum for mobile networks was sold in Warsaw for less than the ministry had hoped. Three "
    "bidders shared the blocks, and a fourth left the auction on its second day without an offer.";

std::string line(const std::string& id, const std::string& text, const std::string& date) {
  return R"({"id":")" + id + R"(","title":"Report )" + id + R"(","date":")" + date +
         R"(","text":")" + text + "\"}\n";
}

std::string first_half() {
  return line("wire", kReport, "2026-04-17") + line("paper", kReport, "2026-04-18") +
         line("auction", kOther, "2026-04-18");
}

std::string second_half() {
  return line("blog", kEdited, "2026-04-20") + line("late", kOther, "2026-05-02");
}

/// The ids of each story, by its name.
Stories stories_of(const BuiltIndex& index) {
  Stories stories;
  const Xapian::Database database = index.store().open();
  for (auto document = database.postlist_begin(""); document != database.postlist_end("");
       ++document) {
    const Xapian::Document found = database.get_document(*document);
    const auto value = [&](Slot slot) {
      return found.get_value(static_cast<Xapian::valueno>(slot));
    };
    const std::string name = unpack_story(value(Slot::story)).story;
    if (!name.empty()) stories[name].insert(value(Slot::id));
  }
  return stories;
}

const Stories kBoth = {{"wire", {"wire", "paper", "blog"}}, {"auction", {"auction", "late"}}};

TEST(Stories, ABuildFindsThem) {
  BuiltIndex index;
  static_cast<void>(index.build({index.write("all.jsonl", first_half() + second_half())}));
  EXPECT_EQ(stories_of(index), kBoth);
}

TEST(Stories, HalvesGiveThoseOfAllAtOnce) {
  BuiltIndex index;
  static_cast<void>(index.add({index.write("a.jsonl", first_half())}));
  EXPECT_EQ(stories_of(index), (Stories{{"wire", {"wire", "paper"}}}));
  static_cast<void>(index.add({index.write("b.jsonl", second_half())}));
  EXPECT_EQ(stories_of(index), kBoth);
}

TEST(Stories, HalvesAfterABuildToo) {
  BuiltIndex index;
  static_cast<void>(index.build({index.write("a.jsonl", first_half())}));
  static_cast<void>(index.add({index.write("b.jsonl", second_half())}));
  EXPECT_EQ(stories_of(index), kBoth);
}

TEST(Stories, WhatIsRemovedLeavesItsStory) {
  BuiltIndex index;
  static_cast<void>(index.build({index.write("all.jsonl", first_half() + second_half())}));
  static_cast<void>(index.remove({"wire", "auction"}));
  EXPECT_EQ(stories_of(index), (Stories{{"paper", {"paper", "blog"}}}))
      << "the next one gives the name, and one article alone is no story";
}

TEST(Stories, WhatIsChangedLeavesOrEntersOne) {
  BuiltIndex index;
  static_cast<void>(index.build({index.write("all.jsonl", first_half() + second_half())}));
  static_cast<void>(index.add({index.write("b.jsonl", line("blog", kOther, "2026-04-20"))}));
  EXPECT_EQ(stories_of(index),
            (Stories{{"wire", {"wire", "paper"}}, {"auction", {"auction", "late", "blog"}}}));
}

TEST(Stories, RetagKeepsThem) {
  BuiltIndex index;
  static_cast<void>(index.build({index.write("all.jsonl", first_half() + second_half())}));
  index.write_gazetteer("company.jsonl", R"({"id":"nvidia","type":"company","label":"Nvidia"})"
                                         "\n"
                                         R"({"id":"zentor","type":"company","label":"Zentor"})"
                                         "\n");
  EXPECT_EQ(index.retag().retagged, 3U) << "those that name it";
  EXPECT_EQ(stories_of(index), kBoth);
  EXPECT_EQ(index.retag().retagged, 0U);
}

}  // namespace
}  // namespace techpolicy
