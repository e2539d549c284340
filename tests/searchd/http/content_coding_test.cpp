// When an answer is compressed, and that a client can undo it.
#include "searchd/http/content_coding.h"

#include <gtest/gtest.h>
#include <zlib.h>

namespace techpolicy {
namespace {

std::string gunzip(const std::string& packed, std::size_t size) {
  std::string bytes(size + 1, '\0');
  z_stream stream{};
  EXPECT_EQ(inflateInit2(&stream, 15 + 16), Z_OK);
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed.data()));
  stream.avail_in = static_cast<uInt>(packed.size());
  stream.next_out = reinterpret_cast<Bytef*>(bytes.data());
  stream.avail_out = static_cast<uInt>(bytes.size());
  EXPECT_EQ(inflate(&stream, Z_FINISH), Z_STREAM_END);
  bytes.resize(stream.total_out);
  inflateEnd(&stream);
  return bytes;
}

TEST(ContentCoding, ReadsAcceptEncoding) {
  struct Row {
    std::string_view header;
    bool accepted;
    const char* reason;
  };
  const std::vector<Row> rows = {
      {"", false, "nothing is taken"},
      {"gzip", true, "named"},
      {"deflate, gzip;q=0.5, br", true, "one of a list"},
      {"gzip;q=0", false, "refused"},
      {"gzip; q=0.000", false, "refused at length"},
      {"*", true, "anything"},
      {"*;q=0", false, "nothing"},
      {"*;q=0, gzip", true, "the named one counts more"},
      {"gzip;q=0, *", false, "the named one counts more"},
      {"gzip;q=nan, *;q=-1", false, "what cannot be read is not taken"},
      {"gzipped", false, "another word"},
  };
  for (const Row& row : rows) EXPECT_EQ(accepts_gzip(row.header), row.accepted) << row.reason;
}

HttpResponse encoded(std::size_t size, const std::string& type, const std::string& accept) {
  HttpRequest request;
  request.headers.emplace_back("accept-encoding", accept);
  HttpResponse response;
  response.body = std::string(size, 'a');
  response.content_type = type;
  encode_content(request, response);
  return response;
}

TEST(ContentCoding, CompressesTextAboveOneKilobyte) {
  const HttpResponse response = encoded(5000, "application/json", "gzip");
  EXPECT_EQ(response.header("Content-Encoding"), "gzip");
  EXPECT_EQ(response.header("Vary"), "Accept-Encoding");
  EXPECT_LT(response.body.size(), 100U);
  EXPECT_EQ(gunzip(response.body, 5000), std::string(5000, 'a'));
}

TEST(ContentCoding, LeavesTheRestAsItIs) {
  const HttpResponse small = encoded(1023, "text/html; charset=utf-8", "gzip");
  EXPECT_EQ(small.header("Content-Encoding"), "");
  EXPECT_EQ(small.header("Vary"), "Accept-Encoding") << "a longer answer would depend on it";
  EXPECT_EQ(encoded(5000, "text/html", "br").body.size(), 5000U) << "never Brotli";
  EXPECT_EQ(encoded(5000, "image/png", "gzip").body.size(), 5000U) << "compressed already";
}

}  // namespace
}  // namespace techpolicy
