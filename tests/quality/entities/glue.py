"""Glued words: what is cut in clean text, and what is found again where a space was taken away."""
import collections
import json
import random
import re
import zlib

from predictions import predict

SEED = 20260417
SAMPLES = 1000
MOST_WRONG_PER_MB = 0.3
LEAST_RECALL = {"suffix": 0.80, "prefix": 0.90}
TYPES = {"company", "org", "person", "product", "place"}


def clean_texts(data):
    paths = sorted((data / "ner").glob("*.jsonl"))
    paths += [data / "articles" / f"{name}.jsonl" for name in ("eu-law", "whitehouse-tech")]
    texts = {}
    for path in paths:
        with path.open(encoding="utf8") as stream:
            for number, line in enumerate(stream):
                text = json.loads(line)["text"]
                if text.strip():
                    texts[f"{path.stem}:{number}"] = text
    return texts


def word_around(text, cut):
    """The word that was cut at an offset, the cut shown as a bar."""
    head = re.search(r"\w*$", text[:cut]).group()
    tail = re.match(r"\w*", text[cut:]).group()
    return f"{head}|{tail}"


def print_firings(table, texts, predictions):
    megabytes = sum(len(text.encode()) for text in texts.values()) / 1e6
    words = collections.Counter()
    for key, prediction in predictions.items():
        for repair in prediction.glued:
            words[word_around(prediction.text, repair["start"])] += 1
    total = sum(words.values())
    table.line("glue, firings in clean text", f"{total} cuts in {megabytes:.1f} MB; read whether "
               f"more than {MOST_WRONG_PER_MB * megabytes:.0f} are wrong:", True)
    print("    " + ", ".join(f"{word} {n}" if n > 1 else word for word, n in words.most_common()))


def is_test_text(key):
    """Half of the texts; rules may be made by looking at the other half."""
    return zlib.crc32(key.encode()) % 2 == 1


def glued_samples(predictions, side, in_split):
    """(text with one space less, entity, end or start of the name in it), the same at each run."""
    pattern = r" [a-z]+\b" if side == "suffix" else r"\b[a-z]+ "
    places = []
    for key, prediction in predictions.items():
        if not in_split(key):
            continue
        text = prediction.text
        for mention in prediction.mentions:
            if mention["entity"]["type"] not in TYPES or not mention["surface"][0].isalpha():
                continue
            if side == "suffix":
                near = re.match(pattern, text[mention["end"]:mention["end"] + 30])
            else:
                near = re.search(pattern + "$", text[max(0, mention["start"] - 30):mention["start"]])
            if near and mention["surface"].isascii():
                places.append((key, mention))
    random.Random(SEED).shuffle(places)
    samples = []
    for key, mention in places[:SAMPLES]:
        text = predictions[key].text
        gap = mention["end"] if side == "suffix" else mention["start"] - 1
        from_, to = max(0, gap - 1500), gap + 1500  # the neighbourhood of an article
        place = gap - 1 if side == "suffix" else gap
        samples.append((text[from_:gap] + text[gap + 1:to], mention["entity"]["id"], place - from_))
    return samples


def recall(indexer, samples, gazetteer):
    texts = {str(number): text for number, (text, _, _) in enumerate(samples)}
    predictions = predict(indexer, texts, gazetteer)
    missed = collections.Counter()
    found = 0
    for number, (text, entity, place) in enumerate(samples):
        mentions = predictions[str(number)].mentions
        if any(m["start"] <= place < m["end"] and m["entity"]["id"] == entity for m in mentions):
            found += 1
        else:
            missed[re.search(r"\w*$", text[:place]).group() +
                   re.match(r"\w*", text[place:]).group()] += 1
    return found / max(1, len(samples)), missed


def rows(table, data, indexer, gazetteer, options):
    texts = clean_texts(data)
    predictions = predict(indexer, texts, options.gazetteer)
    print_firings(table, texts, predictions)
    splits = {"test": is_test_text}
    if options.errors:
        splits["other half"] = lambda key: not is_test_text(key)
    for split, in_split in splits.items():
        for side, least in LEAST_RECALL.items():
            samples = glued_samples(predictions, side, in_split)
            share, missed = recall(indexer, samples, options.gazetteer)
            table.line(f"glue, {side}, {split}", f"{share:.3f} found (asked {least}) of "
                       f"{len(samples)} names with a space removed, seed {SEED}", share >= least)
            if split != "test":  # the test half is not to be looked at
                print("    missed: " + ", ".join(word for word, _ in missed.most_common(150)))
