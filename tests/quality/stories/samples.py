"""Articles with edited copies, and hard negatives, by seed."""
import glob
import html
import json
import random
import re

import edits

MONTHS = {name: number + 1 for number, name in enumerate(
    "JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC".split())}
LEAST_WORDS = 40
ORIGINALS_OF_EACH = 60
COPIES = ("light", "light", "heavy", "heavy")


def json_lines(path):
    with open(path, encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def reuters(folder):
    """News of 1987: many articles on the same subjects within days."""
    articles = []
    for path in sorted(glob.glob(str(folder / "*.sgm"))):
        with open(path, encoding="latin-1") as file:
            text = file.read()
        for match in re.finditer(r'NEWID="(\d+)">(.*?)</REUTERS>', text, re.S):
            body = re.search(r"<BODY>(.*?)</BODY>", match[2], re.S)
            title = re.search(r"<TITLE>(.*?)</TITLE>", match[2], re.S)
            date = re.search(r"<DATE>\s*(\d+)-(\w+)-(\d+)", match[2])
            if not body or not date:
                continue
            plain = re.sub(r"\n(?!\s)", " ", body[1])
            plain = re.sub(r"\n\s+", "\n\n", plain).replace("&#3;", "")
            articles.append({"id": "reuters-" + match[1],
                             "title": html.unescape(title[1]) if title else "",
                             "date": f"{date[3]}-{MONTHS[date[2].upper()]:02}-{int(date[1]):02}",
                             "text": html.unescape(plain)})
    return articles


def collections(data):
    repeated = {line.split()[0] for line in open(data / "dup/fedreg-exact.clusters.tsv")}
    articles = data / "articles"
    return {
        "White House": json_lines(articles / "whitehouse-tech.jsonl"),
        "Register, tech": json_lines(articles / "fedreg-techpolicy.jsonl"),
        "Register": [a for a in json_lines(articles / "fedreg-abstracts.jsonl")
                     if a["id"] not in repeated],
        "EU law": json_lines(articles / "eu-law.jsonl"),
        "Reuters": reuters(data / "bench/reuters"),
    }


def another_notice(article, chance):
    """The same form with other numbers: a docket, a date, an amount; None where it has no two."""
    numbers = re.findall(r"\d{2,}", article["text"])
    if len(set(numbers)) < 2:
        return None
    other = {number: str(chance.randrange(10 ** (len(number) - 1), 10 ** len(number)))
             for number in dict.fromkeys(numbers)}
    text = re.sub(r"\d{2,}", lambda match: other[match.group()], article["text"])
    return {**article, "text": text}


class Sample:
    """`articles` to cluster; `gold`: id to cluster; `kinds`: copy to (original, kind, collection)."""

    def __init__(self, data, seed):
        chance = random.Random(seed)
        words = [word for word in open("/usr/share/dict/american-english-small").read().split()
                 if word.isascii() and word.isalpha() and word.islower() and 4 <= len(word) <= 9]
        editor = edits.Editor(seed, words)
        self.articles, self.gold, self.kinds, self.overlaps = [], {}, {}, []
        for name, articles in collections(data).items():
            articles = [{"title": "", **a} for a in articles
                        if len(a["text"].split()) >= LEAST_WORDS]
            self.articles += articles
            for original in chance.sample(articles, ORIGINALS_OF_EACH):
                self.add_copies(name, original, editor, chance)

    def add_copies(self, name, original, editor, chance):
        self.gold[original["id"]] = original["id"]
        for number, kind in enumerate(COPIES):
            copy = getattr(editor, kind)(original)
            copy["id"] = f"{original['id']}-{kind}{number}"
            if kind == "heavy":
                self.overlaps.append([edits.shingle_overlap(original["text"], copy["text"], length)
                                      for length in (5, 1)])
            self.add(copy, original["id"], (original["id"], kind, name))
        notice = another_notice(original, chance)
        if notice:
            notice["id"] = original["id"] + "-notice"
            self.add(notice, notice["id"], (original["id"], "notice", name))

    def add(self, article, cluster, kind):
        self.articles.append(article)
        self.gold[article["id"]] = cluster
        self.kinds[article["id"]] = kind
