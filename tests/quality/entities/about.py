#!/usr/bin/env python3
"""How well entities, and what articles are mainly about, are found in the sample articles.

usage: about.py BUILD_DIR SOURCE_DIR [GAZETTEER_DIR]

Gold: tests/cases/entities_gold_*.jsonl (older articles: corpus_facets_*.jsonl), written from reading; names are resolved as Gazetteer::resolve does, by id,
label or alias. Prints precision, recall and F1 of each type, then of `about` by threshold on salience, for all
articles and for both halves of them by sorted name: a threshold chosen on one half is judged by the other.
Gold names that the gazetteer lacks are counted apart. Places and topics are not judged in `about`: the gold names none.
"""
import collections, glob, json, os, subprocess, sys, unicodedata

TYPES = ("company", "person", "place", "org", "product", "law", "topic")
ABOUT_TYPES = ("company", "person", "org", "product", "law")


def fold(text):
    text = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", text).casefold())
    return "".join(c for c in text if not unicodedata.combining(c))


def names_of(gazetteer):
    """(type, folded name) to the ids that have it."""
    names = collections.defaultdict(set)
    ids = set()
    for kind in TYPES:
        path = f"{gazetteer}/{kind}.jsonl"
        for line in open(path, encoding="utf-8") if os.path.exists(path) else ():
            entity = json.loads(line)
            ids.add((kind, entity["id"]))
            for name in [entity["label"]] + [alias["text"] for alias in entity.get("aliases", ())]:
                names[kind, fold(name)].add(entity["id"])
    return names, ids


def resolve(kind, name, names, ids):
    """An id, or None where there is none or several."""
    if (kind, fold(name)) in ids:
        return fold(name)
    found = names.get((kind, fold(name)), set())
    return next(iter(found)) if len(found) == 1 else None


def scores(right, extra, missed):
    precision = right / (right + extra) if right + extra else 0
    recall = right / (right + missed) if right + missed else 0
    f1 = 2 * right / (2 * right + extra + missed) if right else 0
    return f"precision {precision:.3f}  recall {recall:.3f}  F1 {f1:.3f}  ({right} right, {extra} extra, {missed} missed)", f1


def compare(pairs):
    right = extra = missed = 0
    for found, wanted in pairs:
        right += len(found & wanted)
        extra += len(found - wanted)
        missed += len(wanted - found)
    return scores(right, extra, missed)


def about_pairs(articles, threshold):
    for article, _, about in articles:
        found = {(e["type"], e["id"]) for e in article["entities"]
                 if e["type"] in ABOUT_TYPES and round(e["salience"] * 10) >= threshold}
        yield found, about


def best_cuts(articles):
    """What no threshold over this ranking can exceed: each article cut where its own F1 is highest."""
    for article, _, about in articles:
        ranked = sorted((e for e in article["entities"] if e["type"] in ABOUT_TYPES), key=lambda e: -e["salience"])
        cuts = [{(e["type"], e["id"]) for e in ranked[:length]} for length in range(len(ranked) + 1)]
        yield max(cuts, key=lambda cut: len(cut & about) / max(1, len(cut) + len(about))), about


def main(build, source, gazetteer):
    run = subprocess.run([f"{build}/indexer/indexer", "inspect", "--gazetteer", gazetteer, f"{source}/corpus/articles"],
                         capture_output=True, text=True)
    if run.returncode:
        sys.exit(f"inspect exits {run.returncode}: {run.stderr[-300:]}")
    read = {}
    for line in run.stdout.splitlines():
        article = json.loads(line)
        read[article["origin"].removeprefix("articles/")] = article
    names, ids = names_of(gazetteer)
    # The older articles have their entities, by id, in files of their own.
    by_id = {}
    for path in glob.glob(f"{source}/tests/cases/corpus_facets_*.jsonl"):
        for line in open(path, encoding="utf-8"):
            case = json.loads(line)
            by_id[case["article"]] = case
    articles, unresolved = [], collections.Counter()
    for path in sorted(glob.glob(f"{source}/tests/cases/entities_gold_*.jsonl")):
        for line in open(path, encoding="utf-8"):
            gold = json.loads(line)
            wanted, about = {}, set()
            for kind in TYPES:
                written = gold[kind] if kind in gold else by_id[gold["article"]][kind]
                resolved = [resolve(kind, name, names, ids) for name in written]
                unresolved[kind] += resolved.count(None)
                wanted[kind] = {(kind, one) for one in resolved if one}
            for kind, name in (item.split(":", 1) for item in gold["about"]):
                one = resolve(kind, name, names, ids)
                unresolved["about"] += one is None
                if one:
                    about.add((kind, one))
            articles.append((gold["article"], read[gold["article"]], wanted, about))
    articles = [rest for _, *rest in sorted(articles, key=lambda one: one[0])]

    print(f"{len(articles)} articles; gold names that the gazetteer lacks: {dict(unresolved)}")
    for kind in TYPES:
        pairs = [({(kind, e["id"]) for e in article["entities"] if e["type"] == kind}, wanted[kind])
                 for article, wanted, _ in articles]
        print(f"{kind:8} {compare(pairs)[0]}")
    half = len(articles) // 2
    parts = {"all": articles, "first": articles[:half], "second": articles[half:]}
    print("about, by least salience:      F1 all  first half  second half")
    by_part = {name: {} for name in parts}
    for threshold in range(10, 36):
        for name, part in parts.items():
            by_part[name][threshold] = compare(about_pairs(part, threshold))[1]
        if threshold % 2 == 0:
            print(f"  {threshold / 10:.1f}                           "
                  + "      ".join(f"{by_part[name][threshold]:.3f}" for name in parts))
    for chosen, judged in (("first", "second"), ("second", "first")):
        best = max(by_part[chosen], key=lambda t: by_part[chosen][t])
        print(f"threshold {best / 10:.1f}, best on the {chosen} half ({by_part[chosen][best]:.3f}), "
              f"gives {by_part[judged][best]:.3f} on the {judged}")
    print(f"best cut of each article's own ranking, chosen by its gold: {compare(best_cuts(articles))[0]}")
    shipped = [({(e["type"], e["id"]) for e in article["entities"] if e["about"] and e["type"] in ABOUT_TYPES}, about)
               for article, _, about in articles]
    print(f"about as shipped: {compare(shipped)[0]}")
    for kind in ABOUT_TYPES:
        of_kind = [({k for k in found if k[0] == kind}, {k for k in about if k[0] == kind}) for found, about in shipped]
        print(f"  {kind:8} {compare(of_kind)[0]}")


if len(sys.argv) not in (3, 4):
    sys.exit(__doc__)
main(sys.argv[1], sys.argv[2], sys.argv[3] if len(sys.argv) == 4 else f"{sys.argv[2]}/corpus/gazetteer")
