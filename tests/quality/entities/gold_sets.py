"""Gold mentions of organisations and places, and how many of them are found."""
import collections
import json

from predictions import COMPANY_OR_ORG, spans


class Counts:
    """Exact matches of gold limited to known names; the rule of span_eval.py --names."""

    def __init__(self):
        self.right = self.wrong = self.missed = self.reached = self.gold = 0
        self.wrong_places = []
        self.missed_places = []

    def add(self, text, gold, found, names):
        def overlaps(span, others):
            return any(span[0] < other[1] and other[0] < span[1] for other in others)

        known = {g for g in gold if text[g[0]:g[1]].casefold() in names}
        places = {(f[0], f[1]) for f in found}
        self.right += len(known & places)
        for start, end in known - places:
            self.missed += 1
            self.missed_places.append((text, start, end))
        for start, end in places:
            if not overlaps((start, end), gold):
                self.wrong += 1
                self.wrong_places.append((text, start, end))
        self.gold += len(gold)
        self.reached += sum(overlaps(g, places) for g in gold)

    def row(self):
        precision = self.right / max(1, self.right + self.wrong)
        recall = self.right / max(1, self.right + self.missed)
        f1 = 2 * self.right / max(1, 2 * self.right + self.wrong + self.missed)
        return precision, recall, f1, self.reached / max(1, self.gold)


class Unreviewed:
    """Names that the gazetteer lacks: how many are gold, and what all names together reach."""

    def __init__(self):
        self.right = self.found = self.reached = self.gold = 0

    def add(self, gold, prediction, types):
        def overlaps(span, others):
            return any(span[0] < other[1] and other[0] < span[1] for other in others)

        new = [(m["start"], m["end"]) for m in prediction.unreviewed]
        known = [(start, end) for start, end, _ in spans(prediction, types)]
        self.found += len(new)
        self.right += sum(overlaps(place, gold) for place in new)
        self.gold += len(gold)
        self.reached += sum(overlaps(g, new + known) for g in gold)

    def precision(self):
        return self.right / max(1, self.found)

    def reach(self):
        return self.reached / max(1, self.gold)


def read_gold(path):
    """Records by id: text and (start, end) by type."""
    records = {}
    with path.open(encoding="utf8") as stream:
        for line in stream:
            record = json.loads(line)
            by_type = collections.defaultdict(set)
            for span in record["spans"]:
                by_type[span["type"]].add((span["start"], span["end"]))
            records[str(record["id"])] = (record["text"], by_type)
    return records


def read_names(path):
    return {line.rstrip("\n") for line in path.open(encoding="utf8")}


def add_file(counts, records, predictions, gold_type, types, names, demonyms):
    for key, (text, by_type) in records.items():
        counts.add(text, by_type[gold_type], spans(predictions[key], types, demonyms), names)


# Title, files, least share of all gold reached by names known and unreviewed. Organisations.
UNREVIEWED_ROWS = [
    ("FiNER-ORD train+val, with unreviewed", ["finer-org-train", "finer-org-val"], 0.55),
    ("CoNLL-2003 testa, with unreviewed", ["conll2003-testa"], 0.0),
]
LEAST_UNREVIEWED_PRECISION = 0.80

# Title, files, gold type, found types, names, least F1.
ROWS = [
    ("FiNER-ORD train+val, organisations", ["finer-org-train", "finer-org-val"], "ORG",
     COMPANY_OR_ORG, "names", 0.95),
    ("FinEntity dev, corporations", ["finentity-dev"], "ORG", COMPANY_OR_ORG, "names", 0.97),
    ("CoNLL-2003 testa, organisations", ["conll2003-testa"], "ORG", COMPANY_OR_ORG, "names", 0.94),
    ("CoNLL-2003 testa, places", ["conll2003-testa"], "LOC", {"place"}, "places", 0.95),
]
