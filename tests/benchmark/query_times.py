#!/usr/bin/env python3
"""Times seeded random queries (words, phrases, filters) against a running searchd and prints median and p95.

usage: query_times.py http://127.0.0.1:8080 [COUNT] [SEED]
"""
import http.client, json, random, re, sys, time, urllib.parse

base = urllib.parse.urlsplit(sys.argv[1])
count = int(sys.argv[2]) if len(sys.argv) > 2 else 500
seed = int(sys.argv[3]) if len(sys.argv) > 3 else 1
random.seed(seed)
client = http.client.HTTPConnection(base.hostname, base.port)


def get(**parameters):
    start = time.monotonic()
    client.request("GET", "/api/v1/search?" + urllib.parse.urlencode(parameters))
    answer = client.getresponse()
    body = answer.read()
    if answer.status != 200:
        sys.exit(f"{parameters}: {answer.status} {body[:200]}")
    return json.loads(body), (time.monotonic() - start) * 1000


texts = []
for page in random.sample(range(1, 90), 40):
    for hit in get(q="", per_page=100, page=page)[0]["hits"]:
        texts.append(re.findall(r"[A-Za-z]{2,}", hit["title"] + " " + re.sub("<[^>]*>", "", hit["snippet_html"])))
texts = [words for words in texts if len(words) > 5]
companies = [v["value"] for v in get(q="", facet="company", facet_limit=50)[0]["facets"][0]["values"]]
times = []
for _ in range(count):
    words = random.choice(texts)
    kind = random.choice(["one", "two", "or", "phrase", "company", "date"])
    at = random.randrange(len(words) - 3)
    lower = [w.lower() for w in words]
    parameters = {"q": lower[at]}
    if kind in ("two", "company", "date"):
        parameters["q"] = lower[at] + " " + random.choice(lower)
    if kind == "or":
        parameters["q"] = " ".join(random.sample(lower, 3))
        parameters["op"] = "or"
    if kind == "phrase":
        parameters["q"] = '"' + " ".join(lower[at:at + random.choice([2, 3])]) + '"'
    if kind == "company":
        parameters["company"] = random.choice(companies)
    if kind == "date":
        parameters["from"] = random.choice(["2021", "2023-06"])
    times.append((get(**parameters)[1], parameters))
times.sort(key=lambda t: t[0])
print(f"seed {seed}: {count} queries, median {times[count // 2][0]:.1f} ms, p95 {times[int(count * .95)][0]:.1f} ms, slowest {times[-1][0]:.0f} ms {times[-1][1]}")
