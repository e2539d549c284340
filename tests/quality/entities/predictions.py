"""What the indexer finds: one run of `indexer inspect` over a JSON Lines file."""
import json
import pathlib
import subprocess
import tempfile

COMPANY_OR_ORG = {"company", "org"}

# The indexer drops control characters, which would shift the offsets.
BLANKS = {code: " " for code in [*range(0x09), *range(0x0B, 0x20), *range(0x7F, 0xA0)]}


class Prediction:
    """Mentions and repairs of one text, offsets in code points of that text."""

    def __init__(self, record):
        self.text = record["text"]
        here = [m for m in record["mentions"] if m["field"] == "text"]
        self.mentions = [m for m in here if not m["entity"]["id"].startswith("unreviewed.")]
        self.unreviewed = [m for m in here if m["entity"]["id"].startswith("unreviewed.")]
        self.glued = [r for r in record["repairs"] if r["kind"] == "glued"]


def predict(indexer, texts, gazetteer=None):
    """Texts by id to predictions by id. The texts go through a file without title or metadata."""
    texts = {key: text.translate(BLANKS) for key, text in texts.items()}
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "texts.jsonl"
        with path.open("w", encoding="utf8") as stream:
            for number, text in enumerate(texts.values()):
                stream.write(json.dumps({"id": f"t{number}", "text": text}) + "\n")
        command = [str(indexer), "inspect", "--quiet", str(path)]
        if gazetteer:
            command += ["--gazetteer", str(gazetteer)]
        output = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    found = {}
    for line in output.splitlines():
        record = json.loads(line)
        found[record["id"]] = Prediction(record)
    predictions = {}
    for number, (key, text) in enumerate(texts.items()):
        prediction = found.get(f"t{number}")
        if prediction is None:
            raise SystemExit(f"the indexer gave nothing for {key}")
        if prediction.text != text:
            raise SystemExit(f"the indexer changed the text of {key}: offsets would not fit")
        predictions[key] = prediction
    return predictions


def spans(prediction, types, demonyms=frozenset()):
    """(start, end, entity) of the mentions of some types, demonyms left out."""
    def is_demonym(surface):
        return surface in demonyms or (surface.endswith("s") and surface[:-1] in demonyms)

    return [(m["start"], m["end"], m["entity"]["id"])
            for m in prediction.mentions
            if m["entity"]["type"] in types and not is_demonym(m["surface"].casefold())]
