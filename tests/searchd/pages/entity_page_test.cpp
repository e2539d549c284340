// The page of an entity, from made-up details: what is on it, and that nothing of a name is markup.
#include "searchd/pages/entity_page.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace techpolicy {
namespace {

using testing::HasSubstr;
using testing::Not;

EntityDetails details() {
  EntityDetails entity;
  entity.summary = {
      {Facet::company, "nvidia"},      "Nvidia <b>", 64, 12, parse_partial_date("2023-11"),
      parse_partial_date("2026-04-17")};
  entity.names = {
      {"Nvidia <b>", "en", "Latn"}, {"NVIDIA Corp", "en", "Latn"}, {"英伟达", "zh", "Hani"}};
  entity.wikidata = "Q182477";
  entity.tickers = {"NVDA"};
  entity.country = "us";
  entity.parent = EntityRef{{Facet::company, "holding"}, "Holding", 0, 0};
  entity.children = {{{Facet::company, "mellanox"}, "Mellanox", 0, 0}};
  Hit hit;
  hit.id = "a1";
  hit.title = {{"Chips & <more>", false, {}, {}}};
  entity.newest = {hit};
  return entity;
}

TEST(EntityPage, ShowsWhatIsKnown) {
  const std::string page = render_entity_page({details()});
  for (const char* text :
       {"about 12</a>", "mentions 64</a>", "href=\"/search?about=company:nvidia\"",
        "href=\"/search?company=nvidia\"", "<dt>Latin</dt>", "<dt>Han</dt>", "lang=\"zh\">英伟达",
        "November 2023 – 17 April 2026", "https://www.wikidata.org/wiki/Q182477", "NVDA",
        "United States", "href=\"/entities/company/holding\"",
        "href=\"/entities/company/mellanox\"", "href=\"/search?company=nvidia&amp;rollup=parent\"",
        "href=\"/article/a1\"", "Chips &amp; &lt;more&gt;"}) {
    EXPECT_THAT(page, HasSubstr(text));
  }
  EXPECT_THAT(page, Not(HasSubstr("Nvidia <b>"))) << "names are escaped";
  EXPECT_THAT(page, Not(HasSubstr("not in the list")));
}

TEST(EntityPage, SaysWhatIsNotKnown) {
  EntityDetails found;
  found.summary = {{Facet::company, "unreviewed.acme"}, "Acme Widgets", 2, 0, {}, {}};
  found.in_gazetteer = false;
  const std::string page = render_entity_page({found});
  EXPECT_THAT(page, HasSubstr("not in the list of known names"));
  EXPECT_THAT(page, HasSubstr("<span>about 0</span>")) << "nothing to follow";
  EXPECT_THAT(page, Not(HasSubstr("<dl"))) << "no empty lists";
  found.summary.count = 0;
  EXPECT_THAT(render_entity_page({found}), HasSubstr("No article mentions it yet."));
}

TEST(EntityPage, NamesTheNearest) {
  const EntityRef near{{Facet::company, "nvidia"}, "Nvidia", 0, 0};
  EXPECT_EQ(no_entity_text(Facet::company, "nvida", near),
            "No company has the id “nvida”. Did you mean Nvidia (nvidia)?");
  EXPECT_EQ(no_entity_text(Facet::law, "x", std::nullopt), "No law has the id “x”.");
}

}  // namespace
}  // namespace techpolicy
