"""An input far larger than the memory it may take: killed in the middle, taken up again, counted."""
import itertools
import json
import os
import pathlib
import random

from kills import WORDS
from process import Run, check, documents

MEMORY_MEGABYTES = 512
LONG_BYTES = 1_900_000
LONG_SHARE = 8  # The input of long articles is so much smaller.


def sample_texts(generator):
    """Real articles where there are any."""
    data = os.environ.get("TECHPOLICY_TEST_DATA")
    if not data:
        return [" ".join(generator.choices(WORDS, k=300)) + "." for _ in range(2000)]
    texts = []
    for name in ("whitehouse-tech", "eu-law", "platform-policies", "fedreg-techpolicy"):
        with (pathlib.Path(data) / "articles" / f"{name}.jsonl").open(encoding="utf8") as stream:
            texts += [json.loads(line)["text"] for line in stream]
    return texts


def changed(text, number, generator):
    """Its words begin elsewhere, and some are new: no two articles share a text."""
    words = text.split(" ")
    start = generator.randrange(len(words))
    return f"Number {number} w{number:x}. " + " ".join(words[start:] + words[:start])


def write_usual(path, size, texts, generator):
    count, written = 0, 0
    with path.open("w", encoding="utf8") as stream:
        for text in itertools.cycle(texts):
            if written >= size:
                return count
            line = json.dumps({"id": f"n{count}", "text": changed(text, count, generator)}, ensure_ascii=False)
            written += stream.write(line + "\n")
            count += 1


def write_long(path, size, texts, generator):
    count, written, source = 0, 0, itertools.cycle(texts)
    with path.open("w", encoding="utf8") as stream:
        while written < size:
            parts, length = [], 0
            while length < LONG_BYTES:
                parts.append(changed(next(source), count, generator))
                length += len(parts[-1].encode()) + 2
            text = "\n\n".join(parts).encode()[:LONG_BYTES].decode(errors="ignore")
            written += stream.write(json.dumps({"id": f"n{count}", "text": text}, ensure_ascii=False) + "\n")
            count += 1
    return count


def row(indexer, work, title, count, path):
    index = work / "large-index"
    command = [indexer, "add", "--memory", f"{MEMORY_MEGABYTES}M", "--index", str(index), str(path)]
    first = Run(command, work / "out")
    first.wait(documents=count // 2)
    first.kill()
    seconds, kept = first.seconds(), first.acknowledged()
    second = Run(command, work / "out")
    second.wait()
    seconds += second.seconds()
    peak = max(first.peak, second.peak) / 1024
    size = path.stat().st_size / 1e6
    found = documents(indexer, index)
    wrong = check(indexer, index)
    right = (second.process.returncode == 0 and found == count and not wrong and kept > 0
             and peak <= MEMORY_MEGABYTES)
    print(f"{title:16} {size:.0f} MB, {count} articles: killed after {kept}, {found} at the end; peak "
          f"{peak:.0f} MiB of {MEMORY_MEGABYTES}; {seconds:.0f} s{'' if right else '   BELOW'} {wrong}", flush=True)
    return 0 if right else 1


def run(indexer, work, megabytes, seed):
    generator = random.Random(seed)
    texts = sample_texts(generator)
    faults = 0
    for title, write, share in (("long articles", write_long, LONG_SHARE), ("usual articles", write_usual, 1)):
        folder = work / title.replace(" ", "-")
        folder.mkdir()
        path = folder / "articles.jsonl"
        count = write(path, megabytes * 1_000_000 // share, texts, generator)
        faults += row(indexer, folder, title, count, path)
        path.unlink()
    return faults
