"""What the indexer makes of texts: one run of `indexer inspect` over a JSON Lines file."""
import json
import pathlib
import subprocess
import tempfile


def inspect(indexer, records):
    """Records with id and text, perhaps a title, to the indexer's own by id."""
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "texts.jsonl"
        with path.open("w", encoding="utf8") as stream:
            for number, record in enumerate(records):
                kept = {key: record[key] for key in ("title", "text", "lang") if key in record}
                stream.write(json.dumps({"id": f"t{number}", **kept}) + "\n")
        run = subprocess.run([str(indexer), "inspect", "--quiet", str(path)], capture_output=True, text=True, check=False)
        if run.returncode not in (0, 3):
            raise SystemExit(run.stderr)
    found = {json.loads(line)["id"]: json.loads(line) for line in run.stdout.splitlines()}
    return {record["id"]: found[f"t{number}"] for number, record in enumerate(records) if f"t{number}" in found}


def repaired(text, repairs):
    """The text as displayed: the repairs of one field applied."""
    parts, done = [], 0
    for repair in repairs:
        if repair["kind"] == "glossary":  # Displayed beside the word, not in its place.
            continue
        parts += [text[done:repair["start"]], repair["repaired"]]
        done = repair["end"]
    return "".join(parts) + text[done:]
