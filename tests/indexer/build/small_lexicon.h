// A gazetteer of two entities, and articles as readers give them.
#pragma once

#include <memory>
#include <string>

#include "indexer/articles/article.h"
#include "indexer/entities/lexicon.h"
#include "tests/temporary_folder.h"

namespace techpolicy {

/// Nvidia, under its Chinese name too, and Jensen Huang.
inline std::filesystem::path write_small_gazetteer(const TemporaryFolder& folder) {
  folder.write(
      "gazetteer/company.jsonl",
      R"({"id":"nvidia","type":"company","label":"Nvidia","aliases":[{"text":"英伟达","lang":"zh"}]})"
      "\n");
  folder.write("gazetteer/person.jsonl",
               R"({"id":"jensen-huang","type":"person","label":"Jensen Huang","orgs":["nvidia"]})"
               "\n");
  return folder.path() / "gazetteer";
}

inline std::shared_ptr<const Lexicon> small_lexicon() {
  const TemporaryFolder folder;
  return Lexicon::load(write_small_gazetteer(folder));
}

inline Article article_of(std::string title, std::string text) {
  Article article;
  article.title = std::move(title);
  article.text = std::move(text);
  article.lang = "en";
  article.origin = "news.jsonl:1";
  return article;
}

}  // namespace techpolicy
