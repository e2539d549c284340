#!/usr/bin/env python3
"""Files written by other programs, read by the indexer: WARC by warcio and brotli, feeds by feedgen and feedgenerator.

Needs those packages of PyPI; says what it skips where one is missing. Usage: BUILD_DIR SOURCE_DIR
"""

import datetime
import io
import json
import pathlib
import subprocess
import sys
import tempfile

INDEXER = pathlib.Path(sys.argv[1]) / "indexer" / "indexer"
DAY = datetime.datetime(2026, 4, 17, 10, 0, tzinfo=datetime.timezone.utc)
ITEMS = [
    {
        "title": f"Rules & chips {i} — 芯片",
        "link": f"https://wire.example/{i}",
        "html": f"<p>The ministry <b>said</b> é {i} &amp; more.</p><p>Second paragraph.</p>",
        "text": f"The ministry said é {i} & more.\n\nSecond paragraph.",
        "author": "Jane Roe",
    }
    for i in range(5)
]


class Missing(Exception):
    pass


def package(name):
    try:
        return __import__(name, fromlist=["*"])
    except ImportError as error:
        raise Missing(name) from error


def inspect(path):
    errors = path.parent / "errors.jsonl"
    run = subprocess.run([INDEXER, "inspect", path, "--errors", errors], capture_output=True, check=False)
    assert run.returncode in (0, 3), run.stderr.decode()
    articles = [json.loads(line) for line in run.stdout.splitlines()]
    return articles, [json.loads(line) for line in errors.read_text().splitlines()]


def check_feed(path, author=True):
    articles, rejected = inspect(path)
    assert not rejected, rejected
    assert len(articles) == len(ITEMS), articles
    by_url = {article["original_url"]: article for article in articles}
    for item in ITEMS:
        article = by_url[item["link"]]
        assert article["title"] == item["title"], article["title"]
        assert article["text"] == item["text"], article["text"]
        assert article["published"] == "2026-04-17", article["published"]
        assert article["source"]["name"] == "Sample Wire", article["source"]
        assert not author or article["authors"] == [item["author"]], article["authors"]


def feedgen(folder):
    feedgen_feed = package("feedgen.feed")
    feed = feedgen_feed.FeedGenerator()
    feed.id("https://wire.example/")
    feed.title("Sample Wire")
    feed.link(href="https://wire.example/", rel="alternate")
    feed.description("Samples")
    feed.language("en")
    feed.load_extension("dc")
    for item in ITEMS:
        entry = feed.add_entry()
        entry.id(item["link"])
        entry.title(item["title"])
        entry.link(href=item["link"])
        entry.published(DAY)
        entry.updated(DAY)
        entry.author({"name": item["author"], "email": "desk@wire.example"})
        entry.description("Short.")
        entry.content(item["html"], type="CDATA")
        entry.dc.dc_creator(item["author"])
    feed.rss_file(str(folder / "feedgen.rss"))
    feed.atom_file(str(folder / "feedgen.atom"))
    check_feed(folder / "feedgen.rss")
    check_feed(folder / "feedgen.atom")


def feedgenerator(folder):
    module = package("feedgenerator")
    for kind, name in ((module.Rss201rev2Feed, "a.xml"), (module.Atom1Feed, "a.atom")):
        feed = kind(title="Sample Wire", link="https://wire.example/", description="Samples", language="en")
        for item in ITEMS:
            feed.add_item(
                title=item["title"],
                link=item["link"],
                description=item["html"],
                pubdate=DAY,
                updateddate=DAY,
                author_name=item["author"],
            )
        with open(folder / name, "w", encoding="utf-8") as file:
            feed.write(file, "utf-8")
        check_feed(folder / name)


def page(title):
    return f"<html><head><title>{title}</title></head><body><p>Text of {title}, in a page of é.</p></body></html>"


def write_warc(path, gzipped):
    writer_of = package("warcio.warcwriter").WARCWriter
    headers_of = package("warcio.statusandheaders").StatusAndHeaders
    with open(path, "wb") as file:
        writer = writer_of(file, gzip=gzipped)
        writer.write_record(writer.create_warcinfo_record(path.name, {"software": "warcio"}))

        def add(url, body, headers, status="200 OK", kind="response"):
            http = headers_of(status, headers, protocol="HTTP/1.1" if kind == "response" else "")
            writer.write_record(
                writer.create_warc_record(url, kind, payload=io.BytesIO(body), http_headers=http)
            )

        import gzip

        html = ("Content-Type", "text/html; charset=utf-8")
        add("https://wire.example/plain", page("Plain").encode(), [html])
        add("https://wire.example/latin", page("Latin").encode("latin-1"), [("Content-Type", "text/html; charset=iso-8859-1")])
        packed = gzip.compress(page("Packed").encode())
        add("https://wire.example/packed", packed, [html, ("Content-Encoding", "gzip")])
        chunks = b"%x\r\n%s\r\n0\r\n\r\n" % (len(packed), packed)
        add(
            "https://wire.example/chunked",
            chunks,
            [html, ("Content-Encoding", "gzip"), ("Transfer-Encoding", "chunked")],
        )
        brotli = package("brotli").compress(page("Packed").encode())
        add("https://wire.example/brotli", brotli, [html, ("Content-Encoding", "br")])
        add("https://wire.example/logo.png", b"\x89PNG", [("Content-Type", "image/png")])
        add("https://wire.example/gone", page("Gone").encode(), [html], status="404 Not Found")
        writer.write_record(
            writer.create_revisit_record("https://wire.example/again", "sha1:AAAA", "https://wire.example/plain", "2026-11-01T00:00:00Z")
        )


def warcio(folder):
    for name, gzipped in (("crawl.warc", False), ("crawl.warc.gz", True)):
        write_warc(folder / name, gzipped)
        articles, rejected = inspect(folder / name)
        assert not rejected, rejected
        titles = [article["title"] for article in articles]
        assert titles == ["Plain", "Latin", "Packed", "Packed", "Packed"], titles
        assert [article["original_url"].rsplit("/")[-1] for article in articles] == ["plain", "latin", "packed", "chunked", "brotli"]
        for article in articles:
            assert article["text"].endswith("in a page of é."), article["text"]
            assert article["published"] is None


def main():
    ran = skipped = 0
    for check in (feedgen, feedgenerator, warcio):
        with tempfile.TemporaryDirectory() as folder:
            try:
                check(pathlib.Path(folder))
                ran += 1
                print(f"ok: {check.__name__}")
            except Missing as missing:
                skipped += 1
                print(f"skipped: {check.__name__}, because Python has no {missing} (pip install {str(missing).split('.')[0]})")
    print(f"{ran} passed, 0 failed, {skipped} skipped")
    return 77 if ran == 0 else 0


if __name__ == "__main__":
    sys.exit(main())
