#!/usr/bin/env python3
"""Compares the entities found in the sample articles with what readers wrote down.

usage: corpus_facets_test.py BUILD_DIR SOURCE_DIR
Two kinds of cases, one line an article: tests/cases/corpus_facets_*.jsonl with ids, written beside the first articles
while the gazetteer grew, and tests/cases/entities_gold_*.jsonl with ordinary names, written by readers who had not seen
the gazetteer. A name that the gazetteer lacks counts as missed. Prints each value missed or found too many, the shares
by type, and fails below the shares reached so far.
"""
import collections, glob, json, subprocess, sys

BUILD, SOURCE = sys.argv[1], sys.argv[2]
LEAST = {"corpus_facets": (0.985, 0.990), "entities_gold": (0.94, 0.97)}  # recall, precision
# What the readers of entities_gold were not asked for: they chose topics from this list, and took continents, seas and
# regions of the world for no places.
READERS_TOPICS = {"ai", "ai-regulation", "antitrust", "app-stores", "child-safety", "chips-industry", "content-moderation",
                  "copyright", "cybersecurity", "euv", "export-controls", "gpu", "hbm", "online-platforms", "privacy",
                  "subsidies", "surveillance", "merger-control", "ai-safety", "deepfakes", "age-verification",
                  "disinformation", "data-transfers", "open-weight-models", "data-centres", "encryption", "spyware",
                  "5g-security", "rare-earths", "investment-screening", "facial-recognition", "drones", "crypto-assets",
                  "quantum", "subsea-cables", "spectrum"}
UNJUDGED_PLACES = {"europe", "asia", "africa", "latin-america", "middle-east", "southeast-asia", "baltic-sea", "gulf"}
TYPES = ("company", "person", "place", "org", "product", "law", "topic")


def read_lines(pattern):
    for name in sorted(glob.glob(SOURCE + pattern)):
        for line in open(name, encoding="utf-8"):
            yield json.loads(line)


def folded(name):
    return name.casefold().replace("’", "'").replace("-", " ")


names = collections.defaultdict(set)  # (type, folded name) -> ids
for entity in read_lines("/corpus/gazetteer/*.jsonl"):
    for name in [entity["id"], entity["label"]] + [alias["text"] for alias in entity.get("aliases", [])]:
        names[entity["type"], folded(name)].add(entity["id"])


def resolve(kind, name):
    """The id that a reader's name means; a name shared by several, or by none, stays as it is."""
    ids = names[kind, folded(name)]
    return next(iter(ids)) if len(ids) == 1 else name


run = subprocess.run([BUILD + "/indexer/indexer", "inspect", SOURCE + "/corpus/articles"],
                     capture_output=True, text=True)
if run.returncode:
    sys.exit(f"inspect exits {run.returncode}: {run.stderr[-300:]}")
articles = {}
for line in run.stdout.splitlines():
    article = json.loads(line)
    articles[article["origin"].removeprefix("articles/")] = article

faults = []
sums = collections.defaultdict(lambda: [0, 0, 0])  # by type: right, missed, extra in both groups
# The calendar is short notes that fill the timeline; nobody wrote down what they name.
unread = {name for name in articles if not name.startswith("wire/calendar-")}
for group, (least_recall, least_precision) in LEAST.items():
    right, missed, extra = collections.Counter(), collections.Counter(), collections.Counter()
    for case in read_lines(f"/tests/cases/{group}_*.jsonl"):
        if "company" not in case:
            continue  # Only says what the article is about.
        article = articles.get(case["article"])
        unread.discard(case["article"])
        if article is None:
            faults.append(f"{case['article']} was not read")
            continue
        if article["published"] != case["published"]:
            faults.append(f"{case['article']}: published {article['published']}, not {case['published']}")
        for kind in TYPES:
            found = {m["entity"]["id"] for m in article["mentions"] if m["entity"]["type"] == kind}
            if group == "entities_gold" and kind == "topic":
                found &= READERS_TOPICS
            if group == "entities_gold" and kind == "place":
                found -= UNJUDGED_PLACES
            wanted = {resolve(kind, name) for name in case[kind]}
            right[kind] += len(found & wanted)
            missed[kind] += len(wanted - found)
            extra[kind] += len(found - wanted)
            for value in sorted(wanted ^ found):
                print("missed" if value in wanted else "extra", case["article"], kind, value)
    for kind in TYPES:
        for i, counter in enumerate((right, missed, extra)):
            sums[kind][i] += counter[kind]
        f1 = 2 * right[kind] / (2 * right[kind] + missed[kind] + extra[kind])
        print(f"{group} {kind}: {right[kind]} right, {missed[kind]} missed, {extra[kind]} extra, F1 {f1:.3f}")
    recall = right.total() / (right.total() + missed.total())
    precision = right.total() / (right.total() + extra.total())
    print(f"{group}: recall {recall:.3f}, precision {precision:.3f}")
    if recall < least_recall or precision < least_precision:
        faults.append(f"{group}: asked recall {least_recall}, precision {least_precision}")
print("both: " + ", ".join(f"{kind} {2 * r / (2 * r + m + e):.3f}" for kind, (r, m, e) in sums.items()))
faults += [f"{name} has no case" for name in sorted(unread)]
print("\n".join(faults) or "passed")
sys.exit(1 if faults else 0)
