#include "indexer/articles/charset.h"

#include <gtest/gtest.h>
#include <string>
#include <string_view>
#include <unicode/ucnv.h>

namespace techpolicy {
namespace {

using namespace std::string_literals;

TEST(Charset, DecodesToUtf8) {
  const struct {
    std::string bytes;
    const char* declared;
    const char* expected;
    const char* why;
  } cases[] = {
      {"caf\xC3\xA9", "", "café", "UTF-8"},
      {"\xEF\xBB\xBFtext", "", "text", "the mark is not text"},
      {"\xFF\xFE"
       "c\0\xE9\0"s,
       "", "cé", "UTF-16 by its mark"},
      {"\xFE\xFF"
       "\0c\0\xE9"s,
       "windows-1252", "cé", "the mark is stronger than a declaration"},
      {"caf\xE9 \x93quoted\x94 \x80", "", "café “quoted” €", "windows-1252 where it is not UTF-8"},
      {"caf\xE9 \x93x\x94", "iso-8859-1", "café “x”",
       "Latin-1 is read as windows-1252, as browsers do"},
      {"caf\xC3\xA9", "iso-8859-1", "café", "valid UTF-8 is stronger than a Western declaration"},
      {"\xB3\xF6\xBF\xDA\xB9\xDC\xD6\xC6", "gb2312", "出口管制", "declared Chinese"},
      {"\x83\x60\x83\x62\x83\x76", "shift_jis", "チップ", "declared Japanese"},
      {"plain", "no-such-set", "plain", "an unknown name is none"},
      {"caf\xE9", "utf-8", "café", "declared UTF-8, but none in it"},
      {"\xE5\x87\xBA\xE5\x8F\xA3\xE7\xAE\xA1\xE5\x88\xB6\xE8\x8A\xAF\xE7", "",
       "出口管制芯\xEF\xBF\xBD", "UTF-8 that is cut off stays UTF-8"},
      {"\xC3\xA9\xC3\xA9 \xE9", "utf-8", "éé \xEF\xBF\xBD", "declared UTF-8 with damage"},
      {"a\0b"s, "", "ab", "NUL bytes are not text"},
      {"", "", "", "nothing"},
  };
  for (const auto& c : cases) EXPECT_EQ(decode_text(c.bytes, c.declared), c.expected) << c.why;
}

TEST(Charset, DetectsUndeclaredChinese) {
  // "商务部工业和安全局公布出口管制规则" three times, in GBK.
  std::string line =
      "\xC9\xCC\xCE\xF1\xB2\xBF\xB9\xA4\xD2\xB5\xBA\xCD\xB0\xB2\xC8\xAB\xBE\xD6\xB9\xAB\xB2\xBC"
      "\xB3\xF6\xBF\xDA\xB9\xDC\xD6\xC6\xB9\xE6\xD4\xF2\xA1\xA3\n";
  const std::string text = decode_text(line + line + line, "");
  EXPECT_NE(text.find("商务部工业和安全局公布出口管制规则"), std::string::npos) << text;
}

std::string encoded(std::string_view text, const char* charset) {
  std::string bytes(text.size() * 2, '\0');
  UErrorCode status = U_ZERO_ERROR;
  const int size = ucnv_convert(charset, "UTF-8", bytes.data(), static_cast<int>(bytes.size()),
                                text.data(), static_cast<int>(text.size()), &status);
  EXPECT_TRUE(U_SUCCESS(status)) << charset;
  bytes.resize(static_cast<std::size_t>(size));
  return bytes;
}

TEST(Charset, DetectsWhatPagesDoNotDeclareOrDeclareWrongly) {
  const std::string markup = "<div class='teaser'><a href='https://wire.example/chips'><p>";
  const struct {
    const char* charset;
    std::string text;
  } cases[] = {
      {"gb18030", "中国商务部宣布对英伟达实施出口管制，华为表示欢迎，中芯国际没有回应。"},
      {"shift_jis", "日本政府は半導体の輸出規制を発表した。東京エレクトロンは影響を受ける。"},
      {"euc-kr", "정부는 반도체 수출 규제를 발표했다. 삼성전자는 이에 대해 논평하지 않았다."},
      {"windows-1251", "Правительство объявило о правилах экспорта полупроводников и серверов."},
  };
  for (const auto& c : cases) {
    std::string page;
    std::string expected;
    for (int i = 0; i < 3; ++i) {
      page += markup + encoded(c.text, c.charset) + "</p></a></div>\n";
      expected += markup + c.text + "</p></a></div>\n";
    }
    for (const char* declared : {"", "utf-8"}) {
      EXPECT_EQ(decode_text(page, declared), expected) << c.charset << ", declared " << declared;
    }
  }
}

TEST(Charset, WesternTextIsNotTakenForAnother) {
  const std::string text =
      "„Größere Märkte“ – créée naïveté… “Quoted” — ‘twice’ »außen« überall, süß, Öl, Äpfel.";
  for (const char* declared : {"", "utf-8"}) {
    EXPECT_EQ(decode_text(encoded(text, "windows-1252"), declared), text) << declared;
  }
}

TEST(Charset, ValidUtf8) {
  EXPECT_TRUE(is_valid_utf8("plain text of more than eight bytes, é, 芯"));
  EXPECT_FALSE(is_valid_utf8("plain text of more than eight bytes, \xE9"));
  EXPECT_FALSE(is_valid_utf8("\xED\xA0\x80")) << "half of a surrogate pair";
  EXPECT_FALSE(is_valid_utf8("\xC0\x80")) << "overlong";
  EXPECT_FALSE(is_valid_utf8("cut \xE8\x8A"));
}

}  // namespace
}  // namespace techpolicy
