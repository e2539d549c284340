#!/usr/bin/env python3
"""Times the queries that cost most against the real searchd: what is accepted should answer within 500 ms.

usage: hostile_queries.py BUILD_DIR INDEX [PART]     only what has PART in its label
Each question is asked twice: first as nobody asked it before, then again. Shown is the processor time of searchd for both, which a
busy machine changes little (a search runs in one thread), and the total or the code of the refusal. The last lines are the slowest.
"""
import json, re, subprocess, sys, time, urllib.error, urllib.parse, urllib.request

COMMON = ("the of and to in a for is on that by this with be are as from it at or which an will not have was has its any may can other "
          "such all more than under also these their been one must should would about into only when within after before").split()
PATTERNS = [f"*{first}{second}*" for first, second in zip("abcdefghijklmnopqrst", "eeeeeaaaaaiiiiiooooo")]
FACETS = "company person place org product law topic source lang year".split()
SEARCH = "/api/v1/search"
QUERIES = {
    "phrases of the most common words": ['"in the"', '"of the"', '"as one of the"', '"to the" "of the" "in the"'],
    "common words near each other": ["in NEAR/5 the", "of SENTENCE the", "the NEAR/2 zzz", "the PARAGRAPH of", "the ADJ/100 of ADJ/100 to",
                                     "(the OR of OR in OR and) NEAR/3 (to OR a OR for OR is)", "rule SENTENCE commission",
                                     "(" + " OR ".join(COMMON[:30]) + ") NEAR/100 (" + " OR ".join(COMMON[30:]) + ")"],
    "patterns near each other": ["re* NEAR/10 con*", "*tion NEAR/5 *ment", "regul* NEAR/10 commis*", "privac* NEAR/10 data",
                                 "*ation* NEAR/10 *ological*", "(regul* OR commis* OR notic*) NEAR/50 (propos* OR requir* OR publi*)",
                                 "communi* SENTENCE regula* SENTENCE propos*"],
    "patterns and spelling": ["sem~2", "commision~1", "internationale~2", "rule~2", "form~1", "*ing", " ".join(PATTERNS),
                              " OR ".join(PATTERNS), " OR ".join(f"*{p}*" for p in "atio omme regu egul noti prop ubli requ gove admi "
                              "rvic secu nati info comm inte stat prov appl fede".split()),
                              " OR ".join(f"{w}~2" for w in COMMON if len(w) > 4)],
    "64 common words": [" ".join(COMMON), " OR ".join(COMMON), " ".join("title:" + word for word in COMMON[:20])],
    "counted": ["atleast:5 the", "atleast:50 commission", 'atleast:3 "the commission"', "atleast:1000 of", "atleast:1000 the",
                "atleast:2 (" + " OR ".join(COMMON[:40]) + ")"],
    "names": ["Nvidia NEAR/100 China", '"United States" NEAR/5 China', '"the United States said" OR "the Commission said"',
              "about:nvidia", "lead:China", '"of China" "in China"', 'lead:("United States")', "United States"],
    "deep": ["(the OR " * 20 + "of" + ")" * 20, "NOT " * 20 + "the", "a " + " ".join(f"-{word}" for word in COMMON[:60])],
    "nothing to find": ["zzyzx qwxyv", "Hauwei Nvidai Mircosoft Gogle", '"zzyzx the of"', "the NEAR/100 zzyzx", "of SENTENCE zzyzx",
                        " ".join(COMMON[:60]) + " zzyzx", "of the date:1950", '"of the to" "in the for"', "comission NEAR/5 teh"],
    "dates": ["date:P30Y", "the date:2024-03..2024-06", "-date:2024", '"of the" date:2024'],
}
# Other resources, and other ways to ask for hits, each with what may be dear for it.
DEAR = ["the", " OR ".join(COMMON), '"in the"', "regul* NEAR/10 commis*", "rule SENTENCE commission"]
WAYS = {
    "newest": (SEARCH, {"sort": "newest"}),
    "the last page": (SEARCH, {"page": 100, "per_page": 100}),
    "all facets": (SEARCH, {"facet": FACETS, "facet_limit": 100, "rollup": "parent"}),
    "100 hits": (SEARCH, {"per_page": 100}),
    "timeline": ("/api/v1/timeline", {"interval": "week", "split": "company", "split_limit": 20}),
    "significant": ("/api/v1/significant", {"limit": 50}),
    "sentences": ("/api/v1/sentences", {"per_page": 100}),
    "sentences naming": ("/api/v1/sentences", {"per_page": 100, "entity": ["company:nvidia"]}),
    "companions": ("/api/v1/entities/place/us/related", {"limit": 50}),
    "facet values": ("/api/v1/facets/place", {"facet_sort": "label", "facet_q": "a"}),
    "feed": ("/search.atom", {}),
    "the page": ("/search", {}),
}


class Server:
    """searchd over the index, on a free port."""

    def __init__(self, build, index):
        self.process = subprocess.Popen([build + "/searchd/searchd", "--index", index, "--listen", "127.0.0.1:0"],
                                        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        self.base = re.search(r"http://[0-9.:]+", self.process.stdout.readline())[0]

    def processor_ms(self):
        return time.clock_gettime(~self.process.pid << 3 | 2) * 1000  # The clock of the process, see clock_getcpuclockid(3).

    def ask(self, path, parameters):
        """Processor time, and the total, "ok", or the code of the refusal."""
        used = self.processor_ms()
        try:
            with urllib.request.urlopen(self.base + path + "?" + urllib.parse.urlencode(parameters, doseq=True)) as answer:
                body = answer.read()
            outcome = json.loads(body).get("total", "ok") if body.startswith(b"{") else "ok"
        except urllib.error.HTTPError as error:
            body = error.read()
            outcome = json.loads(body)["errors"][0]["code"] if body.startswith(b"{") else error.code
        return self.processor_ms() - used, outcome


def questions():
    for kind, queries in QUERIES.items():
        for query in queries:
            yield kind, query + " (explained)", SEARCH, {"q": query, "facet": "company", "explain": 1}
            yield kind, query, SEARCH, {"q": query, "facet": "company"}
    for way, (path, parameters) in WAYS.items():
        for query in DEAR:
            yield way, f"{query} ({way})", path, {"q": query, **parameters}


server = Server(*sys.argv[1:3])
wanted = sys.argv[3] if len(sys.argv) > 3 else ""
server.ask(SEARCH, {"q": "warm*"})  # The words of the index are read once.
slowest = {"first": (0, ""), "again": (0, ""), "refused": (0, "")}
shown = ""
for kind, label, path, parameters in questions():
    if wanted not in label:
        continue
    if kind != shown:
        print(kind)
        shown = kind
    first, outcome = server.ask(path, parameters)
    again, _ = server.ask(path, parameters)
    label = label if len(label) <= 90 else label[:60] + " ... " + label[-25:]
    print(f"{first:6.0f} {again:6.0f} ms {outcome!s:>20}  {label}", flush=True)
    answered = isinstance(outcome, int) and outcome != 400 or outcome == "ok"
    if answered:
        slowest["first"] = max(slowest["first"], (first, label))
        slowest["again"] = max(slowest["again"], (again, label))
    else:
        slowest["refused"] = max(slowest["refused"], (first, label))
for when, (spent, label) in slowest.items():
    print(f"slowest {when}: {spent:.0f} ms, {label}")
server.process.terminate()
