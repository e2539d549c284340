"""Titles, dates and authors as pages state them in <meta> and JSON-LD, against what was found."""
import collections
import dataclasses
import datetime
import html
import html.parser
import json
import re

KINDS = ("title", "date", "author")
META_NAMES = {
    "title": ("og:title", "twitter:title"),
    "date": ("article:published_time", "og:article:published_time", "datepublished", "pubdate",
             "date", "parsely-pub-date", "dc.date", "dcterms.date"),
    "author": ("author", "article:author", "parsely-author", "sailthru.author", "dc.creator"),
}
LD_NAMES = {"title": ("headline",), "date": ("datePublished",), "author": ("author",)}
ARTICLE_TYPES = re.compile(r"(article|posting|report)$", re.I)


class Statements(html.parser.HTMLParser):
    """Collects the values of <meta> and the scripts of JSON-LD."""

    def __init__(self):
        super().__init__()
        self.meta = collections.defaultdict(list)
        self.scripts = []
        self.in_script = False

    def handle_starttag(self, tag, attrs):
        values = {name: value or "" for name, value in attrs}
        self.in_script = tag == "script" and "ld+json" in values.get("type", "")
        if self.in_script:
            self.scripts.append("")
        if tag == "meta":
            for key in ("property", "name", "itemprop"):
                if values.get(key) and values.get("content", "").strip():
                    self.meta[values[key].lower()].append(values["content"].strip())

    def handle_data(self, data):
        if self.in_script:
            self.scripts[-1] += data

    def handle_endtag(self, tag):
        self.in_script = False


def articles_in(scripts):
    open_values = []
    for script in scripts:
        try:
            open_values.append(json.loads(script, strict=False))
        except ValueError:
            continue
    while open_values:
        value = open_values.pop()
        if isinstance(value, list):
            open_values += value
        elif isinstance(value, dict):
            types = value.get("@type", "")
            if any(ARTICLE_TYPES.search(str(t)) for t in (types if isinstance(types, list) else [types])):
                yield value
            open_values += [value[key] for key in ("@graph", "mainEntity") if key in value]


def strings_in(value):
    if isinstance(value, list):
        return [text for item in value for text in strings_in(item)]
    if isinstance(value, dict):
        return strings_in(value.get("name", ""))
    return [str(value)] if value else []


def folded(kind, text):
    text = html.unescape(html.unescape(text))
    if kind == "date":
        match = re.match(r"(\d{4})-(\d\d)-(\d\d)", text) or re.match(r"(\d{4})(\d\d)(\d\d)", text)
        # The year 1 is what some systems write for "none".
        return "-".join(match.groups()) if match and match.group(1) >= "1900" else ""
    if "://" in text or text.startswith("@"):
        return ""
    words = re.findall(r"\w+", text.casefold())
    return " ".join(words[1:] if words[:1] == ["by"] else words)


def said_by(page):
    """All that a page states, by kind: folded values."""
    statements = Statements()
    statements.feed(page)
    said = {kind: set() for kind in KINDS}
    for kind in KINDS:
        for name in META_NAMES[kind]:
            said[kind] |= {folded(kind, value) for value in statements.meta.get(name, [])}
        for article in articles_in(statements.scripts):
            for name in LD_NAMES[kind]:
                said[kind] |= {folded(kind, text) for text in strings_in(article.get(name))}
        said[kind].discard("")
    return said


@dataclasses.dataclass
class Count:
    right: int = 0
    near: int = 0  # Dates a day apart: the same time in another zone.
    wrong: int = 0
    none: int = 0

    @property
    def total(self):
        return self.right + self.near + self.wrong + self.none

    def __str__(self):
        near = f"a day apart {self.near}, " if self.near else ""
        return (f"right {self.right} of {self.total} ({self.right / max(1, self.total):.3f}), "
                f"{near}wrong {self.wrong}, none {self.none}")


def is_right(kind, values, said):
    """Titles may be shortened on either side; of authors each must be said."""
    if kind == "title":
        return any(value in text or text in value for value in values for text in said)
    if kind == "author":
        together = " ".join(said)
        return all(value in together for value in values)
    return any(value == text or text.startswith(value) for value in values for text in said)


def is_near(value, said):
    if len(value) < 10:
        return False
    day = datetime.date.fromisoformat(value)
    return any(abs((datetime.date.fromisoformat(text) - day).days) == 1 for text in said)


def compare(kind, said, found):
    """Over the pages that state the kind."""
    count = Count()
    for key, statements in said.items():
        if not statements[kind]:
            continue
        record = found[key]
        values = {"title": [record["title"]], "date": [record["published"]],
                  "author": record["authors"]}[kind]
        values = [v for v in (v if kind == "date" else folded(kind, v) for v in values) if v]
        if not values:
            count.none += 1
        elif is_right(kind, values, statements[kind]):
            count.right += 1
        elif kind == "date" and is_near(values[0], statements[kind]):
            count.near += 1
        else:
            count.wrong += 1
    return count
