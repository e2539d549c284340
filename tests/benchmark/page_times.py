#!/usr/bin/env python3
"""Times pages and answers of a running searchd: wall clock, and CPU time of its process, one request at a time.

usage: page_times.py http://127.0.0.1:8080 PID [COUNT] [SEED]     PID: of that searchd, on this machine

Queries are seeded and random, from words of the index: one and two words, phrases, filters, OR. For suggestions names and
words are cut somewhere.
"""
import glob, http.client, random, re, sys, time, urllib.parse, json

base = urllib.parse.urlsplit(sys.argv[1])
pid = int(sys.argv[2])
count = int(sys.argv[3]) if len(sys.argv) > 3 else 200
seed = int(sys.argv[4]) if len(sys.argv) > 4 else 1
random.seed(seed)
client = http.client.HTTPConnection(base.hostname, base.port)


def get(path, **parameters):
    client.request("GET", path + "?" + urllib.parse.urlencode(parameters))
    answer = client.getresponse()
    body = answer.read()
    if answer.status not in (200, 400):
        sys.exit(f"{path} {parameters}: {answer.status} {body[:200]}")
    return body


def cpu_milliseconds():
    total = 0
    for task in glob.glob(f"/proc/{pid}/task/*/schedstat"):
        try:
            with open(task) as stat:
                total += int(stat.read().split()[0])
        except FileNotFoundError:
            pass
    return total / 1e6


def words_of_index():
    texts = []
    for page in random.sample(range(1, 90), 40):
        for hit in json.loads(get("/api/v1/search", per_page=100, page=page))["hits"]:
            texts.append(re.findall(r"[a-z]{3,}", (hit["title"] + " " + re.sub("<[^>]*>", "", hit["snippet_html"])).lower()))
    return [words for words in texts if len(words) > 5]


def random_search(texts, companies):
    words = random.choice(texts)
    at = random.randrange(len(words) - 3)
    kind = random.choice(["one", "two", "or", "phrase", "company", "date"])
    if kind == "one":
        return {"q": words[at]}
    if kind == "or":
        return {"q": " ".join(random.sample(words, 3)), "op": "or"}
    if kind == "phrase":
        return {"q": '"' + " ".join(words[at:at + 2]) + '"'}
    parameters = {"q": words[at] + " " + random.choice(words)}
    if kind == "company":
        parameters["company"] = random.choice(companies)
    if kind == "date":
        parameters["from"] = random.choice(["2021", "2023-06"])
    return parameters


def random_beginning(texts):
    words = random.choice(texts)
    at = random.randrange(len(words) - 1)
    last = words[at + 1]
    return {"q": random.choice(["", words[at] + " "]) + last[:random.randint(1, len(last))]}


def measure(name, path, requests):
    walls, cpus = [], []
    for parameters in requests:
        before, start = cpu_milliseconds(), time.monotonic()
        get(path, **parameters)
        walls.append((time.monotonic() - start) * 1000)
        cpus.append(cpu_milliseconds() - before)
    middle, late = len(walls) // 2, int(len(walls) * .95)
    slowest = max(zip(cpus, map(str, requests)))
    walls.sort()
    cpus.sort()
    print(f"{name:12} median {walls[middle]:6.1f} ms, p95 {walls[late]:6.1f} ms; "
          f"CPU median {cpus[middle]:6.1f} ms, p95 {cpus[late]:6.1f} ms, most {slowest[0]:.0f} ms {slowest[1]}", flush=True)


texts = words_of_index()
facet = json.loads(get("/api/v1/search", facet="company", facet_limit=50))["facets"][0]
companies = [value["value"] for value in facet["values"]]
searches = [random_search(texts, companies) for _ in range(count)]
print(f"seed {seed}, {count} requests each")
measure("page", "/search", searches)
measure("search", "/api/v1/search", searches)
measure("timeline", "/api/v1/timeline", searches)
measure("significant", "/api/v1/significant", searches)
measure("suggest", "/suggest", [random_beginning(texts) for _ in range(count)])
