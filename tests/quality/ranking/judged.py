"""Judged collections: documents, queries, and which documents people found relevant to which.

Used by run and cross_validate beside it. The collections lie in ir/ of TECHPOLICY_TEST_DATA.
"""
import math
import os
import pathlib
import subprocess
import sys

METRICS = ("nDCG@10", "MAP", "MRR@10")
COLLECTIONS = ("cranfield", "cacm", "time", "agora-knownitem")
BM25F_ALONE = "function_word=1 rarity_power=1 closeness=0 feedback=0 salience=0 saturation=1.2 title=3 title_length=0.4"


class Collection:
    def __init__(self, name):
        self.name = name
        self.folder = pathlib.Path(os.environ["TECHPOLICY_TEST_DATA"]) / "ir" / name
        self.qrels = {}
        for line in open(self.folder / "qrels.tsv"):
            query, document, grade = line.rstrip("\n").split("\t")[:3]
            if int(grade) > 0:
                self.qrels.setdefault(query, {})[document] = int(grade)
        self.queries = dict(line.rstrip("\n").split("\t")[:2] for line in open(self.folder / "queries.tsv"))

    def half(self, odd):
        return set(list(self.qrels)[int(odd)::2])

    def means(self, rankings, queries=None):
        """Each of METRICS over all judged queries or some. rankings: ids by query."""
        rows = [score(rankings.get(query, []), relevant) for query, relevant in self.qrels.items()
                if queries is None or query in queries]
        return dict(zip(METRICS, (sum(column) / len(rows) for column in zip(*rows))))

    def index(self, build, work):
        """Builds an index of the documents in a folder of `work`."""
        index = work / self.name
        done = subprocess.run([build / "indexer/indexer", "build", "-q", "--index", index, self.folder / "docs.jsonl"],
                              stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        if done.returncode not in (0, 3):  # 3: some documents have no text
            sys.exit(f"{self.name}: the indexer failed")
        return index

    def rankings_with(self, program, index, parameter_sets, work):
        """Rankings by each of the sets ("closeness=0 title=3"), as `program`, ranking_runs, gives them."""
        files = [work / f"{self.name}.{number}.run" for number in range(len(parameter_sets))]
        lines = "".join(f"{file} {parameters}\n" for file, parameters in zip(files, parameter_sets))
        subprocess.run([program, index, self.folder / "queries.tsv"], input=lines, text=True, check=True)
        for file in files:
            rankings = {}
            for line in open(file):
                query, document, _ = line.split("\t")
                rankings.setdefault(query, []).append(document)
            yield rankings


def score(ranking, relevant):
    """METRICS of one query, as trec_eval counts them."""
    gains = [relevant.get(document, 0) for document in ranking[:1000]]
    ideal = sorted(relevant.values(), reverse=True)[:10]
    dcg = sum(gain / math.log2(i + 2) for i, gain in enumerate(gains[:10]))
    hits = [i for i, gain in enumerate(gains) if gain]
    precision = sum((n + 1) / (i + 1) for n, i in enumerate(hits)) / len(relevant)
    first = 1 / (hits[0] + 1) if hits and hits[0] < 10 else 0
    return dcg / sum(gain / math.log2(i + 2) for i, gain in enumerate(ideal)), precision, first


def figures(row):
    return "  ".join(f"{metric} {row[metric]:.4f}" for metric in METRICS)


def build_folder():
    """The folder of builds named on the command line; ends the program where there is no data."""
    if "TECHPOLICY_TEST_DATA" not in os.environ:
        print("TECHPOLICY_TEST_DATA is not set: no judged collection to rank")
        sys.exit(0)
    return pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else "build/release").resolve()
