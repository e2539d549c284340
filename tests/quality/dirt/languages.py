"""The language of an article and of single sentences, on sentences of a labelled list."""
import collections
import random

from inspecting import inspect

LEAST = .98


def labelled(top):
    for line in (top / "tests/cases/languages.tsv").read_text(encoding="utf8").splitlines():
        if not line.startswith("#"):
            yield line.split("\t")


def articles(top, seed):
    """Of three sentences of a language: as short as notes of news agencies."""
    by_language = collections.defaultdict(list)
    for language, sentence in labelled(top):
        by_language[language].append(sentence)
    generator = random.Random(seed)
    for language, sentences in sorted(by_language.items()):
        for _ in range(20 if len(sentences) >= 4 else 0):
            yield language, " ".join(generator.sample(sentences, 3))


def share(indexer, texts):
    """Right, wrong and unsure."""
    records = [{"id": str(i), "text": text} for i, (_, text) in enumerate(texts)]
    found = inspect(indexer, records)
    counts = collections.Counter()
    for i, (language, _) in enumerate(texts):
        got = found[str(i)]["lang"]
        counts["right" if got == language else "unsure" if got == "und" else "wrong"] += 1
    return counts


def rows(table, top, indexer, seed):
    for name, texts, least in (("articles", list(articles(top, seed)), LEAST), ("single sentences", list(labelled(top)), 0)):
        counts = share(indexer, texts)
        right = counts["right"] / counts.total()
        asked = f" (asked {least})" if least else ""
        table.line(f"language, {name}", f"{right:.3f} of {counts.total()} right{asked}, {counts['wrong']} wrong, "
                   f"{counts['unsure']} unsure", right >= least)
