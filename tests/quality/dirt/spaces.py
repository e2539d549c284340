"""Words that lost the space between them: found by both again? And clean words: left alone?"""
import collections
import json
import pathlib
import random
import re
import subprocess
import tempfile
import urllib.parse
import urllib.request

from inspecting import inspect

SOURCES = ("whitehouse-tech", "fedreg-techpolicy", "eu-law", "platform-policies")
SAMPLES = 1500
LEAST_FOUND = .90
MOST_WRONG = 3  # in 10,000 tokens


def clean_texts(data):
    for source in SOURCES:
        with (data / "articles" / f"{source}.jsonl").open(encoding="utf8") as stream:
            for line in stream:
                record = json.loads(line)
                if len(record["text"]) <= 40_000:
                    yield {"id": record["id"], "text": record["text"]}


def word_around(text, begin, end):
    head = re.search(r"\w*$", text[:begin]).group()
    tail = re.match(r"\w*", text[end:]).group()
    return f"{head}|{tail}"


def firing_rows(table, records, indexer, errors):
    """Every cut and every joining counts as wrong, also those that mend a fault of the original."""
    found = inspect(indexer, records)
    tokens = sum(record["words"] for record in found.values())
    for kind, name in (("glued", "wrong splits"), ("split", "wrong joinings")):
        counts = collections.Counter(word_around(record["text"], r["start"], r["end"])
                                     for record in found.values() for r in record["repairs"] if r["kind"] == kind)
        share = counts.total() / tokens * 10_000
        table.line(name, f"{share:.2f} in 10,000 clean tokens (at most {MOST_WRONG}) of {tokens}", share <= MOST_WRONG)
        if errors:
            print("    " + ", ".join(f"{word} {n}" for word, n in counts.most_common(errors)))


def samples(records, seed):
    """Sentences with one space less, and the two words, which stand in them once."""
    generator = random.Random(seed)
    found = []
    records = list(records)
    while len(found) < SAMPLES:
        text = generator.choice(records)["text"]
        spaces = [m.start() for m in re.finditer(r"(?<=\w) (?=\w)", text)]
        if not spaces:
            continue
        at = generator.choice(spaces)
        begin = max(*(text.rfind(end, 0, at) + 2 for end in (". ", "\n\n") if text.rfind(end, 0, at) >= 0), at - 400, 0, 0)
        end = min([e for e in (text.find(". ", at), text.find("\n\n", at), at + 400) if e >= 0])
        sentence = text[begin:end]
        first = re.search(r"\w+$", text[begin:at])
        second = re.match(r"\w+", text[at + 1:end])
        tokens = re.findall(r"\w+", sentence.casefold())
        if not first or not second or any(tokens.count(w.casefold()) != 1 for w in (first[0], second[0])):
            continue
        found.append((sentence[:at - begin] + sentence[at + 1 - begin:], first[0], second[0]))
    return found


class Server:
    """searchd over an index, on a free port."""

    def __init__(self, build, index):
        self.process = subprocess.Popen([str(build / "searchd/searchd"), "--index", index, "--listen", "127.0.0.1:0"],
                                        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        self.base = re.search(r"http://[0-9.:]+", self.process.stdout.readline())[0]

    def finds(self, word, article):
        query = urllib.parse.urlencode({"q": f'"{word}" id:{article}', "per_page": 1})
        with urllib.request.urlopen(f"{self.base}/api/v1/search?{query}") as answer:
            return json.load(answer)["total"] == 1

    def stop(self):
        self.process.terminate()
        self.process.wait()


def search_rows(table, records, build, seed, errors):
    glued = samples(records, seed)
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "glued.jsonl"
        path.write_text("".join(json.dumps({"id": f"g{i}", "text": text, "lang": "en"}) + "\n"
                                for i, (text, _, _) in enumerate(glued)), encoding="utf8")
        subprocess.run([str(build / "indexer/indexer"), "build", "--quiet", "--index", folder + "/index", str(path)], check=True,
                       stdout=subprocess.DEVNULL)
        server = Server(build, folder + "/index")
        both, missed = 0, collections.Counter()
        for i, (_, first, second) in enumerate(glued):
            found = server.finds(first, f"g{i}") and server.finds(second, f"g{i}")
            both += found
            if not found:
                missed[f"{first}|{second}"] += 1
        server.stop()
    share = both / len(glued)
    table.line("removed spaces", f"{share:.3f} of {len(glued)} found by the first word and by the second (asked {LEAST_FOUND})",
               share >= LEAST_FOUND)
    if errors:
        print("    missed: " + ", ".join(word for word, _ in missed.most_common(errors * 10)))


def rows(table, data, build, seed, errors):
    records = list(clean_texts(data))
    firing_rows(table, records, build / "indexer/indexer", errors)
    search_rows(table, records, build, seed, errors)
