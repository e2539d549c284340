#!/usr/bin/env python3
"""Times the queries that cost most against the real searchd: what is accepted should answer within 500 ms.

usage: hostile_queries.py BUILD_DIR INDEX
Each query is asked twice, with counts of companies. Shown: processor time of searchd of both, which a busy machine does not change
much (a search runs in one thread), and the time that passed at the second. A refusal shows its code. The last line is the slowest
accepted one by processor time.
"""
import json, os, re, subprocess, sys, time, urllib.error, urllib.parse, urllib.request

COMMON = ("the of and to in a for is on that by this with be are as from it at or which an will not have was has its any may can other "
          "such all more than under also these their been one must should would about into only when within after before").split()
PATTERNS = [f"*{first}{second}*" for first, second in zip("abcdefghijklmnopqrst", "eeeeeaaaaaiiiiiooooo")]
QUERIES = {
    "phrases of the most common words": ['"in the"', '"of the"', '"as one of the"'],
    "common words near each other": ["in NEAR/5 the", "of SENTENCE the", "the NEAR/2 zzz", "the PARAGRAPH of",
                                     "(the OR of OR in OR and) NEAR/3 (to OR a OR for OR is)"],
    "patterns near each other": ["re* NEAR/10 con*", "*tion NEAR/5 *ment", "regul* NEAR/10 commis*", "privac* NEAR/10 data"],
    "patterns and spelling": ["sem~2", "commision~1", "internationale~2", "*ing", " ".join(PATTERNS), " OR ".join(PATTERNS)],
    "64 common words": [" ".join(COMMON), " OR ".join(COMMON)],
    "counted": ["atleast:5 the", "atleast:50 commission", 'atleast:3 "the commission"', "atleast:1000 of"],
    "names": ["Nvidia NEAR/100 China", '"United States" NEAR/5 China', '"the United States said" OR "the Commission said"',
              "about:nvidia", "lead:China", '"of China" "in China"'],
    "deep": ["(the OR " * 20 + "of" + ")" * 20, "NOT " * 20 + "the", "a " + " ".join(f"-{word}" for word in COMMON[:60])],
    "nothing to find": ["zzyzx qwxyv", "Hauwei Nvidai Mircosoft Gogle", '"zzyzx the of"', "the NEAR/100 zzyzx", "of SENTENCE zzyzx",
                        " ".join(COMMON[:60]) + " zzyzx", "of the date:1950"],
    "dates": ["date:P30Y", "the date:2024-03..2024-06", "-date:2024", '"of the" date:2024'],
}


class Server:
    """searchd over the index, on a free port."""

    def __init__(self, build, index):
        self.process = subprocess.Popen([build + "/searchd/searchd", "--index", index, "--listen", "127.0.0.1:0"],
                                        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        self.base = re.search(r"http://[0-9.:]+", self.process.stdout.readline())[0]

    def processor_ms(self):
        fields = open(f"/proc/{self.process.pid}/stat").read().rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) * 1000 / os.sysconf("SC_CLK_TCK")

    def time(self, **parameters):
        """Processor time, time passed, and the total or the code of the refusal."""
        start, used = time.monotonic(), self.processor_ms()
        url = self.base + "/api/v1/search?facet=company&" + urllib.parse.urlencode(parameters)
        try:
            with urllib.request.urlopen(url) as answer:
                outcome = json.load(answer)["total"]
        except urllib.error.HTTPError as error:
            outcome = json.load(error)["errors"][0]["code"]
        return self.processor_ms() - used, (time.monotonic() - start) * 1000, outcome


server = Server(*sys.argv[1:3])
server.time(q="warm*")  # The words of the index are read once.
slowest = (0, "")
for kind, queries in QUERIES.items():
    print(kind)
    for query in queries:
        for explain in ("0", "1"):
            first = server.time(q=query, explain=explain)[0]
            second, passed, outcome = server.time(q=query, explain=explain)
            label = query[:70] + (" (explained)" if explain == "1" else "")
            print(f"{first:6.0f} {second:6.0f} ms  ({passed:.0f} passed) {outcome!s:>12}  {label}")
            if isinstance(outcome, int):
                slowest = max(slowest, (min(first, second), label))
print(f"slowest accepted: {slowest[0]:.0f} ms, {slowest[1]}")
server.process.terminate()
