"""Names in dirtied articles: found, counted and marked as in the clean ones?"""
import collections
import json
import random

import dirtier
from inspecting import inspect

SOURCES = ("whitehouse-tech", "fedreg-techpolicy", "eu-law", "platform-policies")
LEAST = .98
ARTICLES = 100


def clean_articles(data, seed):
    """Some with names in them, of every source, of a usual length."""
    chosen = []
    for source in SOURCES:
        with (data / "articles" / f"{source}.jsonl").open(encoding="utf8") as stream:
            records = [json.loads(line) for line in stream]
        records = [r for r in records if 400 <= len(r["text"]) <= 20_000]
        random.Random(f"{seed}{source}").shuffle(records)
        chosen += records[:ARTICLES // len(SOURCES) * 3]
    return chosen


def mentions(record, field, of_unreviewed=False):
    return [m for m in record["mentions"] if m["field"] == field
            and m["entity"]["id"].startswith("unreviewed.") == of_unreviewed]


def places(record, field, origins=None):
    """{entity: [(first, last) character of the clean text]}"""
    found = collections.defaultdict(list)
    for mention in mentions(record, field):
        first, last = mention["start"], mention["end"] - 1
        if origins is not None:
            first, last = origins[first][1], origins[last][1]
        found[mention["entity"]["id"]].append((first, last))
    return found


def overlap(clean, dirty):
    """How many mentions have one of the same entity over the same characters."""
    same = 0
    for entity, spans in clean.items():
        left = list(dirty.get(entity, []))
        for first, last in spans:
            match = next((s for s in left if s[0] <= last and first <= s[1]), None)
            if match:
                left.remove(match)
                same += 1
    return same


class Score:
    def __init__(self):
        self.clean = self.dirty = self.same = 0
        self.missed, self.added = collections.Counter(), collections.Counter()

    def add(self, clean, dirty):
        self.same += overlap(clean, dirty)
        self.clean += sum(map(len, clean.values()))
        self.dirty += sum(map(len, dirty.values()))
        for entity in clean.keys() | dirty.keys():
            difference = len(clean.get(entity, [])) - len(dirty.get(entity, []))
            (self.missed if difference > 0 else self.added)[entity] += abs(difference)

    def share(self):
        return 2 * self.same / max(1, self.clean + self.dirty)


def score(indexer, articles, clean, kinds, seed):
    rows, origins = [], []
    for article in articles:
        keep = {i for m in mentions(clean[article["id"]], "text") for i in range(m["start"], m["end"])}
        head, body = dirtier.dirty_article(article["title"], article["text"],
                                           random.Random(f"{seed}{article['id']}"), kinds, keep)
        rows.append({"id": article["id"], "title": dirtier.plain(head), "text": dirtier.plain(body)})
        origins.append((head, body))
    found = inspect(indexer, rows)
    result = Score()
    for article, row, (head, body) in zip(articles, rows, origins):
        record = found[article["id"]]
        if len(record["text"]) != len(row["text"]) or len(record["title"]) != len(row["title"]):
            raise SystemExit(f"the indexer changed the text of {article['id']}: offsets would not fit")
        result.add(places(clean[article["id"]], "title"), places(record, "title", head))
        result.add(places(clean[article["id"]], "text"), places(record, "text", body))
    return result


def rows(table, data, indexer, seed, errors):
    articles = clean_articles(data, seed)
    clean = inspect(indexer, articles)
    articles = [a for a in articles if a["text"] == clean[a["id"]]["text"] and a["title"] == clean[a["id"]]["title"]
                and len(mentions(clean[a["id"]], "text")) >= 3][:ARTICLES]
    every = set(dirtier.KINDS) | {"capitals"}
    for kinds in [{kind} for kind in sorted(every)] + [every]:
        result = score(indexer, articles, clean, kinds, seed)
        name = "all together" if len(kinds) > 1 else next(iter(kinds))
        table.line(f"names, {name}", f"{result.share():.4f} as in {len(articles)} clean articles "
                   f"({result.same} of {result.clean} mentions, {result.dirty} in the dirty ones)"
                   + (f" (asked {LEAST})" if len(kinds) > 1 else ""), len(kinds) == 1 or result.share() >= LEAST)
        if errors:
            print("    missed", result.missed.most_common(errors), "\n    added", result.added.most_common(errors))
