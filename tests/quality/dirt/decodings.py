"""Text decoded wrongly, once to three times: is it read as it was?"""
import collections
import json
import random
import re

import dirtier
from inspecting import inspect, repaired

LEAST = .99
SAMPLES = 3000
SOURCES = ("whitehouse-tech", "eu-law", "platform-policies")


def sentences(data, top, seed):
    """Sentences with a character that is not ASCII: of the articles, and of many languages."""
    found = []
    for source in SOURCES:
        with (data / "articles" / f"{source}.jsonl").open(encoding="utf8") as stream:
            for line in stream:
                found += [s for s in re.split(r"(?<=\.) |\n", json.loads(line)["text"]) if not s.isascii() and 20 < len(s) < 400]
    random.Random(seed).shuffle(found)
    table = (top / "tests/cases/languages.tsv").read_text(encoding="utf8").splitlines()
    return found[:SAMPLES] + [line.split("\t")[1] for line in table if line[:1] != "#" and not line.isascii()]


def same(a, b):
    """No-break and other spaces look alike to readers and to search."""
    return re.sub(r"\s+", " ", a).strip() == re.sub(r"\s+", " ", b).strip()


def rows(table, data, indexer, seed, errors):
    top = __import__("pathlib").Path(__file__).resolve().parents[3]
    generator = random.Random(seed)
    clean = sentences(data, top, seed)
    records = [{"id": f"c{i}", "text": text, "lang": "en"} for i, text in enumerate(clean)]
    before = inspect(indexer, records)
    shares = collections.defaultdict(lambda: [0, 0])
    faults = []
    for codec in ("cp1252", "latin-1", "ignore"):
        for passes in (1, 2, 3):
            if codec == "ignore" and passes > 1:
                continue
            chosen = [r for r in records if generator.random() < .5 and r["id"] in before]
            dirty = [{**r, "text": dirtier.misread(r["text"], passes, codec)} for r in chosen]
            after = inspect(indexer, dirty)
            for record in chosen:
                wanted = repaired(before[record["id"]]["text"], before[record["id"]]["repairs"])
                got = repaired(after[record["id"]]["text"], after[record["id"]]["repairs"])
                lost = codec == "ignore" and any(b in (0x81, 0x8D, 0x8F, 0x90, 0x9D) for b in
                                                 record["text"].replace("”", "").encode("utf8"))
                count = shares[f"{codec} {passes}" + (", bytes lost" if lost else "")]
                count[1] += 1
                count[0] += same(wanted, got)
                if not same(wanted, got):
                    faults.append((codec, passes, wanted[:150], got[:150]))
    kept = [count for name, count in shares.items() if "lost" not in name]
    for name, (right, of) in shares.items():
        print(f"    {name}: {right / of:.4f} of {of}")
    share = sum(r for r, _ in kept) / sum(n for _, n in kept)
    table.line("wrong decodings", f"{share:.4f} of {sum(n for _, n in kept)} sentences restored (asked {LEAST})", share >= LEAST)
    for fault in faults[:errors]:
        print("    ", *fault, sep="\n      ")
