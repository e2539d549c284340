#include "indexer/build/record_identity.h"

#include <algorithm>
#include <cstddef>
#include <cstdio>

#include "indexer/schema/bytes.h"

namespace techpolicy {
namespace {

constexpr std::size_t kMaxIdBytes = 128;
constexpr std::size_t kMaxSlugBytes = 100;

bool is_usable_byte(char c) {
  return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' ||
         c == '_' || c == '~' || c == '-';
}

/// A record's origin ends with its line: "news.jsonl:12".
bool is_record_of_file(std::string_view origin) {
  const std::size_t digits = origin.find_last_not_of("0123456789");
  return digits != std::string_view::npos && digits + 1 < origin.size() && origin[digits] == ':';
}

std::string hash_of_parts(std::string_view first, std::string_view second) {
  ByteWriter writer;
  writer.text(first);
  writer.text(second);
  return content_hash(writer.take());
}

}  // namespace

bool is_usable_id(std::string_view id) {
  return !id.empty() && id.size() <= kMaxIdBytes && id != "." && id != ".." &&
         std::all_of(id.begin(), id.end(), is_usable_byte);
}

std::string slug_with_hash(std::string_view text) {
  std::string slug;
  for (const char c : text) {
    if (slug.size() == kMaxSlugBytes) break;
    if (is_usable_byte(c)) {
      slug += c;
    } else if (!slug.empty() && slug.back() != '-') {
      slug += '-';
    }
  }
  if (!slug.empty() && slug.back() != '-') slug += '-';
  ContentHasher hasher;
  hasher.add(text);
  char hash[17];
  std::snprintf(hash, sizeof hash, "%016llx", static_cast<unsigned long long>(hasher.folded()));
  return slug + hash;
}

std::string article_hash(const Article& article) {
  ByteWriter writer;
  for (const std::string* part :
       {&article.id, &article.url, &article.title, &article.text, &article.source, &article.lang}) {
    writer.text(*part);
  }
  writer.text(article.published ? article.published->iso() : "");
  for (const auto* list : {&article.authors, &article.tags}) {
    writer.number(list->size());
    for (const std::string& item : *list) writer.text(item);
  }
  writer.number(article.machine_translated ? (*article.machine_translated ? 2U : 1U) : 0U);
  return content_hash(writer.take());
}

std::string IdAssigner::assign(const Article& article) {
  if (!article.id.empty()) {
    return is_usable_id(article.id) ? article.id : slug_with_hash(article.id);
  }
  if (!article.url.empty()) {
    const ContentDigest text = content_digest(article.text);
    const auto [place, fresh] = text_of_url_.try_emplace(content_digest(article.url), text);
    return fresh || place->second == text ? content_hash(article.url)
                                          : hash_of_parts(article.url, article.text);
  }
  if (is_record_of_file(article.origin)) return hash_of_parts(article.title, article.text);
  return is_usable_id(article.origin) ? article.origin : slug_with_hash(article.origin);
}

}  // namespace techpolicy
