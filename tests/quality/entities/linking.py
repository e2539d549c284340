"""Is the right entity meant? Wikidata ids of gold mentions against those of what was found.

The gazetteer's ids come from elsewhere than the gold: its own `wikidata` keys, ISO country codes
(countries.txt beside this file) and the open list of companies in the test data, joined by name.
"""
import collections
import csv
import json
import pathlib

from predictions import predict

LEAST = 0.97


def country_ids():
    words = (pathlib.Path(__file__).parent / "countries.txt").read_text().split()
    return dict(zip(words[::2], words[1::2]))


def company_ids(path):
    """Casefolded names to ids; names of several companies are left out."""
    owners = collections.defaultdict(set)
    with path.open(encoding="utf8") as stream:
        for row in csv.DictReader(stream, delimiter="\t"):
            if row["wikidata"]:
                for name in [row["name"], *row["aliases"].split("|")]:
                    owners[name.casefold()].add(row["wikidata"])
    return {name: ids.pop() for name, ids in owners.items() if name and len(ids) == 1}


def gazetteer_ids(gazetteer, companies):
    """(type, id) to Wikidata id."""
    countries = country_ids()
    ids = {}
    for key, names in gazetteer.names.items():
        if key[0] == "place" and key in gazetteer.countries:
            ids[key] = countries.get(gazetteer.country.get(key))
        elif key[0] == "company":
            found = {companies[n.casefold()] for n in names[:1] if n.casefold() in companies}
            ids[key] = found.pop() if found else None
        ids[key] = gazetteer.wikidata.get(key) or ids.get(key)
    return {key: wikidata for key, wikidata in ids.items() if wikidata}


def meant(prediction, span, ids):
    """The id of a mention that overlaps the gold span; "" where none does."""
    for mention in prediction.mentions:
        if mention["start"] < span["end"] and span["start"] < mention["end"]:
            return ids.get((mention["entity"]["type"], mention["entity"]["id"]), "?")
    return ""


def rows(table, data, indexer, gazetteer, options):
    companies = company_ids(data / "entities" / "companies_open.tsv")
    ids = gazetteer_ids(gazetteer, companies)
    held = set(ids.values())
    path = data / "ner" / "el-aida-conll-dev.jsonl"
    records = [json.loads(line) for line in path.open(encoding="utf8")]
    predictions = predict(indexer, {r["id"]: r["text"] for r in records}, options.gazetteer)
    right = 0
    wrong = collections.defaultdict(list)
    for record in records:
        for span in record["spans"]:
            if span.get("wikidata") not in held:
                continue
            found = meant(predictions[record["id"]], span, ids)
            if found == span["wikidata"]:
                right += 1
            else:
                around = record["text"][max(0, span["start"] - 50):span["end"] + 40]
                wrong[span["surface"], span["title"], found or "nothing"].append(around)
    total = right + sum(map(len, wrong.values()))
    table.line("AIDA-CoNLL dev, linking", f"{right} of {total} right ({right / max(1, total):.3f}, "
               f"asked {LEAST}) of gold ids that {len(held)} entities have",
               right >= LEAST * total)
    if options.errors:
        for key, examples in sorted(wrong.items(), key=lambda item: -len(item[1])):
            print(f"    {len(examples)} x {key[0]} is {key[1]}, found {key[2]}")
            for example in examples[:options.errors]:
                print(f"        {example}")
