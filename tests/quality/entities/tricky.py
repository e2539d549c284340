"""Short texts with the entities that must and must not be found: tests/cases/tricky*.jsonl."""
import json

from predictions import predict


def rows(table, cases, indexer, options):
    for path in sorted(cases.glob("tricky*.jsonl")):
        records = [json.loads(line) for line in path.open(encoding="utf8")]
        texts = {record["id"]: record["text"] for record in records}
        predictions = predict(indexer, texts, options.gazetteer)
        wrong = []
        for record in records:
            found = {m["entity"]["id"] for m in predictions[record["id"]].mentions}
            if set(record["expect"]) - found or found & set(record["forbid"]):
                wrong.append(f"{record['id']} {record['trap']}")
        table.line(f"tricky cases, {path.name}", f"{len(records) - len(wrong)} of {len(records)}",
                   not wrong)
        for case in wrong:
            print(f"    wrong: {case}")
