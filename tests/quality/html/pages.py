"""The pages of the article-extraction-benchmark and what html_extraction finds in them."""
import contextlib
import dataclasses
import gzip
import json
import pathlib
import re
import subprocess
import tempfile

META = re.compile(r"<meta\b[^>]*>", re.I)
JSON_LD = re.compile(r"<script\b[^>]*ld\+json[^>]*>.*?</script\s*>", re.I | re.S)


@dataclasses.dataclass
class Speed:
    parsed: float  # Pages a second by the parser alone.
    read: float  # Pages a second to the article.
    text: str


def gold_texts(folder):
    records = json.loads((folder / "ground-truth.json").read_text(encoding="utf8"))
    return {key: record["articleBody"] for key, record in records.items()}


def path(folder, key):
    return folder / "html" / f"{key}.html.gz"


def files(folder, gold):
    return {key: path(folder, key) for key in sorted(gold)}


def source(folder, key):
    return gzip.decompress(path(folder, key).read_bytes()).decode("utf8", "replace")


@contextlib.contextmanager
def bare(folder, gold):
    """The pages without <meta> and JSON-LD, which is what a reader sees of them."""
    with tempfile.TemporaryDirectory() as target:
        result = {}
        for key in sorted(gold):
            page = JSON_LD.sub("", META.sub("", source(folder, key)))
            result[key] = pathlib.Path(target) / f"{key}.html"
            result[key].write_text("<meta charset=utf-8>" + page, encoding="utf8")
        yield result


def extract(build, paths):
    """What is found in each page, and how fast."""
    program = build / "tests" / "benchmark" / "html_extraction"
    run = subprocess.run([str(program), *map(str, paths.values())], check=True,
                         capture_output=True, text=True)
    found = dict(zip(paths, map(json.loads, run.stdout.splitlines())))
    text = run.stderr.strip()
    parsed, read = map(float, re.findall(r"([\d.]+) a second", text))
    return found, Speed(parsed, read, text)
