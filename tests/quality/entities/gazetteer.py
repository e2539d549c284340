"""The parts of the gazetteer that measuring needs."""
import json


class Gazetteer:
    """Wikidata ids by (type, id), names and demonyms, of a folder of <type>.jsonl files."""

    def __init__(self, folder):
        self.wikidata = {}
        self.names = {}  # (type, id) to aliases as written
        self.country = {}
        self.countries = set()
        self.tickers = {}
        demonyms, others = set(), set()
        for path in sorted(folder.glob("*.jsonl")):
            for line in path.open(encoding="utf8"):
                if line.strip():
                    self._add(json.loads(line), demonyms, others)
        # "Macau" may be both; then the name counts.
        self.demonyms = frozenset(demonyms - others)

    def _add(self, entity, demonyms, others):
        key = (entity["type"], entity["id"])
        self.names[key] = [entity["label"]] + [alias["text"] for alias in entity["aliases"]]
        for name in ("wikidata", "country", "tickers"):
            if entity.get(name):
                getattr(self, name)[key] = entity[name]
        others.add(entity["label"].casefold())
        demonym = any(alias.get("kind") == "demonym" for alias in entity["aliases"])
        if entity["type"] == "place" and (demonym or entity.get("kind") == "country"):
            self.countries.add(key)
        for alias in entity["aliases"]:
            is_demonym = alias.get("kind") == "demonym"
            (demonyms if is_demonym else others).add(alias["text"].casefold())
