// The readers that the table of formats names. Each keeps the contract of ReadFunction.
#pragma once

#include "indexer/articles/article_reader.h"

namespace techpolicy {

/// Plain text: the whole of it is the text, there is no title.
void read_text_file(const InputFile& file, const RecordSink& sink);

/// Markdown, with or without front matter.
void read_markdown_file(const InputFile& file, const RecordSink& sink);

/// JSON Lines, packed with gzip or not.
void read_json_lines(const InputFile& file, const RecordSink& sink);

/// CSV and TSV with a first row of names. The delimiter is that which makes sense of the names.
void read_csv_file(const InputFile& file, const RecordSink& sink);

/// A feed: RSS 2.0, RSS 1.0 or Atom.
void read_feed_file(const InputFile& file, const RecordSink& sink);

/// An archive, packed or not: each file in it by the reader of its name.
void read_archive_file(const InputFile& file, const RecordSink& sink);

/// One file packed with bzip2, xz or zstd.
void read_packed_file(const InputFile& file, const RecordSink& sink);

/// A crawl: the web pages among the responses of a WARC file.
void read_warc_file(const InputFile& file, const RecordSink& sink);

/// PDF, where `pdftotext` is installed.
void read_pdf_file(const InputFile& file, const RecordSink& sink);

/// One saved web page.
void read_html_file(const InputFile& file, const RecordSink& sink);

}  // namespace techpolicy
