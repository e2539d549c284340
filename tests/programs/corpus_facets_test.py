#!/usr/bin/env python3
"""Compares the entities found in the sample articles with what readers wrote down (tests/cases/corpus_facets_*.jsonl).

usage: corpus_facets_test.py BUILD_DIR SOURCE_DIR
Prints each value missed or found too many; fails below the shares reached so far. What is missed is mostly glued into
other words.
"""
import glob, json, subprocess, sys

BUILD, SOURCE = sys.argv[1], sys.argv[2]
LEAST_RECALL, LEAST_PRECISION = 0.975, 0.995
TYPES = ("company", "person", "place", "org", "product", "law", "topic")

run = subprocess.run([BUILD + "/indexer/indexer", "inspect", SOURCE + "/corpus/articles"],
                     capture_output=True, text=True)
if run.returncode:
    sys.exit(f"inspect exits {run.returncode}: {run.stderr[-300:]}")
articles = {}
for line in run.stdout.splitlines():
    article = json.loads(line)
    articles[article["origin"].removeprefix("articles/")] = article

right = missed = extra = 0
faults = []
for name in sorted(glob.glob(SOURCE + "/tests/cases/corpus_facets_*.jsonl")):
    for line in open(name, encoding="utf-8"):
        case = json.loads(line)
        article = articles.pop(case["article"], None)
        if article is None:
            faults.append(f"{case['article']} was not read")
            continue
        if article["published"] != case["published"]:
            faults.append(f"{case['article']}: published {article['published']}, not {case['published']}")
        for kind in TYPES:
            found = {m["entity"]["id"] for m in article["mentions"] if m["entity"]["type"] == kind}
            wanted = set(case[kind])
            right += len(found & wanted)
            missed += len(wanted - found)
            extra += len(found - wanted)
            for value in sorted(wanted ^ found):
                print("missed" if value in wanted else "extra", case["article"], kind, value)
named = {json.loads(line)["article"] for name in glob.glob(SOURCE + "/tests/cases/entities_gold_*.jsonl")
         for line in open(name, encoding="utf-8")}
faults += [f"{name} has no case" for name in articles if name not in named]
recall, precision = right / (right + missed), right / (right + extra)
print(f"{right} right, {missed} missed, {extra} extra: recall {recall:.3f}, precision {precision:.3f}")
if recall < LEAST_RECALL or precision < LEAST_PRECISION:
    faults.append(f"asked: recall {LEAST_RECALL}, precision {LEAST_PRECISION}")
print("\n".join(faults) or "passed")
sys.exit(1 if faults else 0)
