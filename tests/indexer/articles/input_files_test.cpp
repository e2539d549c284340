// The walk over inputs: order, names, links, and what is left out.
#include <filesystem>
#include <gtest/gtest.h>
#include <string>
#include <unistd.h>
#include <vector>

#include "tests/indexer/articles/temporary_folder.h"

namespace techpolicy {
namespace {

namespace fs = std::filesystem;

/// Names of the files found; then the rejects as "reason name".
struct Found {
  std::vector<std::string> names;
  std::vector<std::string> rejected;
};

Found find(const std::vector<std::string>& inputs) {
  Found found;
  const auto files = find_input_files(inputs, [&](Record&& record) {
    const auto& rejected = std::get<RejectedRecord>(record);
    EXPECT_FALSE(rejected.detail.empty());
    found.rejected.push_back(rejected.reason + ' ' + fs::path(rejected.file).filename().string());
  });
  for (const InputFile& file : files) found.names.push_back(file.name);
  return found;
}

using Names = std::vector<std::string>;

TEST(InputFiles, SortedByNameBelowInput) {
  const TemporaryFolder folder;
  for (const char* name : {"in/b.txt", "in/a/z.md", "in/a/c/x.JSONL.GZ", "in/a.html", "in/é.txt"}) {
    folder.write(name, "x");
  }
  const std::string in = (folder.path() / "in").string();
  const Names expected = {"in/a.html", "in/a/c/x.JSONL.GZ", "in/a/z.md", "in/b.txt", "in/é.txt"};
  EXPECT_EQ(find({in}).names, expected);
  EXPECT_EQ(find({in + "/"}).names, expected) << "a slash at the end changes nothing";
  EXPECT_EQ(find({in + "/a/.."}).names, expected) << "nor does a detour";
  EXPECT_EQ(find({in + "/b.txt"}).names, Names{"b.txt"});
}

TEST(InputFiles, AssetsOfSavedPages) {
  const TemporaryFolder folder;
  for (const char* name :
       {"in/A page.html", "in/A page_files/frame.html", "in/A page_files/ad.js", "in/b.htm",
        "in/b-Dateien/frame.html", "in/my_files/c.html", "in/d_files/d.html"}) {
    folder.write(name, "x");
  }
  const Found found = find({(folder.path() / "in").string()});
  const Names expected = {"in/A page.html", "in/b.htm", "in/d_files/d.html", "in/my_files/c.html"};
  EXPECT_EQ(found.names, expected) << "a folder of that name without its page is one of the user's";
  EXPECT_EQ(found.rejected, Names{}) << "and what is left out with a page is no reject";
}

TEST(InputFiles, CurrentFolderHasItsName) {
  const TemporaryFolder folder;
  folder.write("in/a.txt", "x");
  const fs::path before = fs::current_path();
  fs::current_path(folder.path() / "in");
  EXPECT_EQ(find({"."}).names, Names{"in/a.txt"});
  fs::current_path(before);
}

TEST(InputFiles, EachFileOnce) {
  const TemporaryFolder folder;
  const fs::path file = folder.write("in/a.txt", "x");
  fs::create_symlink(file, folder.path() / "in/b.txt");
  fs::create_hard_link(file, folder.path() / "in/c.txt");
  const std::string in = (folder.path() / "in").string();
  EXPECT_EQ(find({in, in, file.string()}).names, Names{"in/a.txt"});
  EXPECT_EQ(find({"-", in, "-"}).names, (Names{"-", "in/a.txt"}));
}

TEST(InputFiles, LinksToFoldersAreFollowed) {
  const TemporaryFolder folder;
  folder.write("else/a.txt", "x");
  folder.write("in/b.txt", "x");
  fs::create_directory_symlink(folder.path() / "else", folder.path() / "in/link");
  fs::create_directory_symlink(folder.path() / "else", folder.path() / "in/second");
  const Found found = find({(folder.path() / "in").string()});
  EXPECT_EQ(found.names, (Names{"in/b.txt", "in/link/a.txt"}));
  EXPECT_TRUE(found.rejected.empty());
}

TEST(InputFiles, Loops) {
  const TemporaryFolder folder;
  folder.write("in/sub/a.txt", "x");
  fs::create_directory_symlink("..", folder.path() / "in/sub/up");
  fs::create_symlink("self.txt", folder.path() / "in/self.txt");
  const Found found = find({(folder.path() / "in").string()});
  EXPECT_EQ(found.names, Names{"in/sub/a.txt"});
  EXPECT_EQ(found.rejected, (Names{"loop self.txt", "loop up"}));
}

TEST(InputFiles, HiddenFilesAreLeftOut) {
  const TemporaryFolder folder;
  folder.write("in/.a.txt", "x");
  folder.write("in/.git/b.txt", "x");
  folder.write("in/c.txt", "x");
  const Found found = find({(folder.path() / "in").string()});
  EXPECT_EQ(found.names, Names{"in/c.txt"});
  EXPECT_TRUE(found.rejected.empty());
  EXPECT_EQ(find({(folder.path() / "in/.git").string()}).names, Names{".git/b.txt"})
      << "what is named is read";
}

TEST(InputFiles, WhatCannotBeRead) {
  const TemporaryFolder folder;
  folder.write("in/a.docx", "x");
  folder.write("in/noending", "x");
  folder.write("in/b.txt", "x");
  fs::create_symlink("nowhere", folder.path() / "in/broken.txt");
  const std::string in = (folder.path() / "in").string();
  const Found found = find({in, in + "/none.txt", in + "/b.txt/below.txt", "/dev/null"});
  EXPECT_EQ(found.names, Names{"in/b.txt"});
  EXPECT_EQ(found.rejected,
            (Names{"unknown-format a.docx", "missing broken.txt", "unknown-format noending",
                   "missing none.txt", "missing below.txt", "unknown-format null"}));
}

TEST(InputFiles, UnreadableFolder) {
  if (::geteuid() == 0) GTEST_SKIP() << "root reads every folder";
  const TemporaryFolder folder;
  folder.write("in/sub/a.txt", "x");
  fs::permissions(folder.path() / "in/sub", fs::perms::none);
  EXPECT_EQ(find({(folder.path() / "in").string()}).rejected, Names{"unreadable sub"});
  fs::permissions(folder.path() / "in/sub", fs::perms::owner_all);
}

TEST(InputFiles, ReaderByEnding) {
  for (const ReaderRow& row : readers()) {
    EXPECT_EQ(reader_for("name" + std::string(row.suffix)), row.read) << row.suffix;
  }
  EXPECT_EQ(reader_for("A.JSONL.GZ"), reader_for("a.jsonl"));
  EXPECT_EQ(reader_for("-"), reader_for("a.jsonl"));
  EXPECT_EQ(reader_for("a.gz"), nullptr);
  EXPECT_EQ(reader_for("txt"), nullptr) << "a name, not an ending";
  EXPECT_EQ(reader_for(""), nullptr);
}

TEST(InputFiles, SaysWhatToDoWithOtherFormats) {
  const struct {
    const char* name;
    const char* advice;
  } cases[] = {
      {"a/report.docx", "no reader for names ending in .docx: save it as .txt, .html or .pdf"},
      {"export.JSON", "no reader for names ending in .json: JSON is read one object a line"},
      {"data.gz", "no reader for names ending in .gz: name it after what is packed"},
      {"v1.2/notes", "its name has no ending"},
      {".profile", "its name has no ending"},
  };
  for (const auto& c : cases) {
    EXPECT_EQ(unknown_format_detail(c.name).find(c.advice), 0U) << unknown_format_detail(c.name);
  }
  EXPECT_NE(known_endings().find(".jsonl .ndjson"), std::string::npos);
}

}  // namespace
}  // namespace techpolicy
