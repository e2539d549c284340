"""Texts compared as bags of runs of four words, as the article-extraction-benchmark does."""
import collections
import dataclasses
import re
import statistics

WORD = re.compile(r"\w+")


@dataclasses.dataclass
class Score:
    precision: float
    recall: float
    exact: float  # Share of texts that agree in every word.

    @property
    def f1(self):
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

    def __str__(self):
        return (f"F1 {self.f1:.4f} precision {self.precision:.4f} recall {self.recall:.4f} "
                f"exact {self.exact:.3f}")


def runs(text, length=4):
    found = WORD.findall(text)
    last = max(1, len(found) - length + 1)
    return collections.Counter(tuple(found[i:i + length]) for i in range(last)) if found else {}


def score(pairs):
    """Of pairs of gold and found text: means over the texts."""
    precisions, recalls, exact = [], [], 0
    for gold, found in pairs:
        expected, given = collections.Counter(runs(gold)), collections.Counter(runs(found))
        both = sum((expected & given).values())
        if given:
            precisions.append(both / sum(given.values()))
        if expected:
            recalls.append(both / sum(expected.values()))
        exact += WORD.findall(gold) == WORD.findall(found)
    return Score(statistics.mean(precisions or [0]), statistics.mean(recalls or [0]),
                 exact / len(pairs))
