#!/usr/bin/env python3
"""Proves the exports and feeds of a running searchd: complete, soon there, in bounded memory, read back by a standard parser
each.

usage: exports.py http://127.0.0.1:8080 PID [QUERY]     PID: of that searchd, on this machine
Wants the Python packages rispy, bibtexparser and feedparser.
"""
import csv, io, json, sys, time, urllib.parse, urllib.request

import bibtexparser, feedparser, rispy

base, pid = sys.argv[1], sys.argv[2]
query = sys.argv[3] if len(sys.argv) > 3 else ""
csv.field_size_limit(1 << 30)


def resident_megabytes():
    with open(f"/proc/{pid}/status") as status:
        return next(int(line.split()[1]) / 1024 for line in status if line.startswith("VmRSS"))


def get(path):
    return urllib.request.urlopen(base + path, timeout=600)


def csv_ids(text):
    return [row["id"] for row in csv.DictReader(io.StringIO(text, newline=""))]


def jsonl_ids(text):
    return [json.loads(line)["id"] for line in text.split("\n") if line]


def ris_ids(text):
    return [entry["id"] for entry in rispy.loads(text)]


def bibtex_ids(text):
    """Keys cannot hold every character of an id, so entries are told apart by the key."""
    parser = bibtexparser.bparser.BibTexParser(common_strings=True, ignore_nonstandard_types=False)
    parser.expect_multiple_parse = True
    return [entry["ID"] for entry in bibtexparser.loads(text, parser).entries]


faults = 0


def check(name, good, text):
    global faults
    faults += not good
    print(f"{name:10} {'ok ' if good else 'BAD'} {text}", flush=True)


total = json.loads(get("/api/v1/search?per_page=0&q=" + urllib.parse.quote(query)).read())["total"]
expected = None
for name, read in {"csv": csv_ids, "jsonl": jsonl_ids, "ris": ris_ids, "bibtex": bibtex_ids}.items():
    before, start = resident_megabytes(), time.monotonic()
    answer = get(f"/api/v1/export?format={name}&q=" + urllib.parse.quote(query))
    pieces = [answer.read(1)]
    first, most = time.monotonic() - start, before
    while piece := answer.read(1 << 20):
        pieces.append(piece)
        most = max(most, resident_megabytes())
    seconds = time.monotonic() - start
    text = b"".join(pieces).decode()
    # Parsers of bibliographies take minutes for what a program writes in seconds.
    ids = read(text)
    good = len(ids) == total == int(answer.headers["X-Total-Count"]) and len(set(ids)) == total
    check(name, good and first < 1 and most - before < 20,
          f"{len(ids)} of {total} read back, first byte after {first * 1000:.0f} ms, all after {seconds:.1f} s, "
          f"memory +{most - before:.1f} MB, afterwards {resident_megabytes() - before:+.1f} MB")
    if name in ("csv", "jsonl", "ris"):
        expected = expected or ids
        check("", ids == expected, "the same articles in the same order")
feed = feedparser.parse(get("/search.atom?q=" + urllib.parse.quote(query)).read())
items = json.loads(get("/search.feed.json?q=" + urllib.parse.quote(query)).read())["items"]
check("feeds", not feed.bozo and [e.id for e in feed.entries] == [i["id"] for i in items] and items,
      f"Atom and JSON Feed: the same {len(items)} entries")
sys.exit(faults > 0)
