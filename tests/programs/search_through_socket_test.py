#!/usr/bin/env python3
"""Indexes articles with the real indexer and asks the real searchd through its socket.

usage: search_through_socket_test.py BUILD_DIR SOURCE_DIR
The DeepSeek article is read from $TECHPOLICY_TEST_DATA and those checks are skipped, saying so, without it.
"""
import csv, io, json, os, re, subprocess, sys, tempfile, time, urllib.error, urllib.parse, urllib.request
from xml.etree import ElementTree

BUILD, SOURCE = sys.argv[1], sys.argv[2]
INDEXER, SEARCHD = BUILD + "/indexer/indexer", BUILD + "/searchd/searchd"
failures = []


def check(what, holds):
    if not holds:
        failures.append(what)
        print("FAILED:", what)


class Server:
    """searchd over one index, on a free port."""

    def __init__(self, index):
        self.process = subprocess.Popen([SEARCHD, "--index", index, "--listen", "127.0.0.1:0"],
                                        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        self.base = re.search(r"http://[0-9.:]+", self.process.stdout.readline())[0]

    def get(self, path, **parameters):
        query = urllib.parse.urlencode(parameters, doseq=True)
        try:
            with urllib.request.urlopen(self.base + path + ("?" + query if query else "")) as answer:
                return answer.status, answer.read().decode()
        except urllib.error.HTTPError as error:
            return error.code, error.read().decode()

    def headers(self, target):
        with urllib.request.urlopen(self.base + target) as answer:
            return answer.headers

    def get_if(self, target, headers):
        try:
            with urllib.request.urlopen(urllib.request.Request(self.base + target, headers=headers)) as answer:
                return answer.status
        except urllib.error.HTTPError as error:
            return error.code

    def search(self, q, **parameters):
        status, body = self.get("/api/v1/search", q=q, **parameters)
        check(f"{q!r} answers 200, not {status} {body[:120]}", status == 200)
        return json.loads(body) if status == 200 else {"total": -1, "facets": [], "hits": []}

    def stop(self):
        self.process.terminate()
        check("searchd ends with 0 on SIGTERM", self.process.wait(10) == 0)


def build(index, *inputs, expected=(0,)):
    run = subprocess.run([INDEXER, "build", "--index", index, *inputs], capture_output=True, text=True)
    check(f"build of {inputs} exits {run.returncode}: {run.stderr[-300:]}", run.returncode in expected)


FOUND = ["DeepSeek", '"DeepSeek planned"', "DeepSeekplanned", '"Huang the charismatic boss"',
         '"processors the latest generation"', "processorsthe", '"would become superior"', '"Ascend 950PR"',
         "startup DeepSeek", "NVDA H800", "英伟达", '"what she can\'t"', '"export blacklist" MiniMax',
         "company:moonshot-ai place:china", "英伟达 NEAR/10 H800", "Google SENTENCE Huawei", "about:deepseek",
         "about:英伟达", "topic:export-controls", "Nvidia NEAR/30 Blackwell", "deepsek~1", "=chips", "proces*rs"]
NOT_FOUND = ["kimi", "antitrust", '"Huang charismatic"', "Huawei PARAGRAPH MiniMax", "Google SENTENCE Blackwell", "=chip",
             "product:kimi", "date:2026", "date:P3W", "about:google"]
COMPANIES = ["deepseek", "google", "huawei", "minimax", "moonshot-ai", "nvidia"]


def check_deepseek(folder):
    data = os.environ.get("TECHPOLICY_TEST_DATA")
    article = data and data + "/articles/deepseek-v4-huawei.txt"
    if not article or not os.path.exists(article):
        print("skipped: the DeepSeek article (TECHPOLICY_TEST_DATA is not set)")
        return
    build(folder + "/one", article)
    server = Server(folder + "/one")
    for query in FOUND:
        check(f"{query!r} finds the article", server.search(query)["total"] == 1)
    for query in NOT_FOUND:
        check(f"{query!r} does not find it", server.search(query)["total"] == 0)
    for query, rest in {"date:2026": "", "DeepSeek date:P3W": "DeepSeek", "after:2020 chips": "chips"}.items():
        echo = server.search(query)["query"]
        check(f"{query!r} counts the article as undated: {echo}", echo["undated_excluded"] == 1 and echo["without_dates"] == rest)
    check("date:P3W is shown as dates", re.fullmatch(r"date:\d{4}-\d\d-\d\d\.\.\d{4}-\d\d-\d\d", server.search("date:P3W")["query"]["parsed"]))
    check("an excluded date leaves nothing undated", server.search("DeepSeek -date:2026")["query"]["undated_excluded"] == 0)
    answer = server.search("", facet=["company", "person", "product", "place", "topic"], facet_limit=50)
    values = {f["name"]: sorted(v["value"] for v in f["values"]) for f in answer["facets"]}
    check(f"companies are {COMPANIES}: {values['company']}", values["company"] == COMPANIES)
    for facet, wanted in {"person": ["jensen-huang"], "place": ["china", "us", "washington"], "topic": ["export-controls"],
                          "product": ["deepseek-v4", "deepseek-v3", "ascend-950pr", "h800", "blackwell"]}.items():
        check(f"{facet} has {wanted}: {values[facet]}", set(wanted) <= set(values[facet]))
    hit = answer["hits"][0]
    check("no date, no source, derived title", hit["published"] is None and hit["title_derived"] and hit["source"]["id"] is None)
    server.stop()


def check_copies(server, everything):
    """The samples hold a note of a wire twice and a third time in other words."""
    apart = server.search("", per_page=100, collapse="none", sort="oldest")
    check("each article by itself", len(apart["hits"]) == 100 and apart["pages"] == 3)
    check("copies are folded", everything["stories"] < everything["total"])
    found = server.search("Nexperia Karremans suspended order goodwill")
    folded = [hit for hit in found["hits"] if hit["story"] == "sample-nexperia-suspended"]
    check("one hit for the story", len(folded) == 1 and folded[0]["duplicates"] == 2)
    status, body = server.get("/api/v1/articles/sample-nexperia-suspended/related", kind="duplicates")
    copies = json.loads(body)
    check("its copies", status == 200 and copies["total"] == len(copies["hits"]) == 2)
    check("one word for word", sorted(hit["same"] == 1 for hit in copies["hits"]) == [False, True])
    status, body = server.get("/api/v1/articles/sample-nexperia-suspended/related")
    similar = [hit["id"] for hit in json.loads(body)["hits"]]
    check("similar articles are no copies", status == 200 and len(similar) == 10
          and not set(similar) & {hit["id"] for hit in copies["hits"]})
    for value in server.search("", facet="company", count="stories")["facets"][0]["values"]:
        check(f"the count of {value['value']} is the number of stories with that filter",
              server.search("", company=value["value"])["stories"] == value["count"])
    status, body = server.get("/article/sample-nexperia-suspended")
    check("the page lists them", status == 200 and b'id="copies"' in (body if isinstance(body, bytes) else body.encode()))


def check_samples(folder):
    build(folder + "/samples", SOURCE + "/corpus/articles")
    server = Server(folder + "/samples")
    everything = server.search("", per_page=100, facet="company", facet_limit=200)
    check("202 sample articles", everything["total"] == 202)
    both = server.search("export controls", company="nvidia")
    check("export controls with Nvidia", both["total"] > 0)
    for value in everything["facets"][0]["values"]:
        check(f"the count of {value['value']} is the total with that filter",
              server.search("", company=value["value"])["total"] == value["count"])
    excluded = server.search("export controls", company="-nvidia")
    check("with and without Nvidia add up", both["total"] + excluded["total"] == server.search("export controls")["total"])
    ids, cursor = [], None
    while True:
        page = server.search("", sort="newest", per_page=7, **({"cursor": cursor} if cursor else {}))
        ids += [hit["id"] for hit in page["hits"]]
        cursor = page["next_cursor"]
        if not cursor:
            break
    check("the cursor gives each story once", len(ids) == len(set(ids)) == everything["stories"])
    check_copies(server, everything)
    check("aliases give the same articles", server.search("NVDA")["total"] == server.search("英伟达")["total"])
    examples = json.load(open(SOURCE + "/web/examples.json"))
    for query in examples["start"] + [row["query"] for section in examples["help"] for row in section["rows"]]:
        check(f"the example {query!r} has hits", server.search(query)["total"] > 0)
    status, body = server.get("/search", q="chips w/5 export")
    check("the page runs the repaired query and says so", status == 200 and "chips NEAR/5 export" in body and "These are the results of" in body)
    status, body = server.get("/search", q="xylophon Nvidia")
    check("the page offers the part to drop", "Without “xylophon”" in body)
    spelled = server.search("Hauwei chips")["query"]
    check("another spelling is offered with its total", spelled["corrected"] == "Huawei AND chips"
          and spelled["corrected_total"] == server.search("Huawei chips")["total"] > 0)
    status, body = server.get("/api/v1/search", q='"open')
    check("an open quote is 400 with a position", status == 400 and "position" in json.loads(body)["errors"][0])
    check("an unknown parameter is 400", server.get("/api/v1/search", compny="x")[0] == 400)
    for path in ["/", "/search?q=export+controls", "/help", "/facets/company", "/article/" + ids[0] + "?q=chips"]:
        status, body = server.get(path) if "?" not in path else server.get(path)
        check(f"{path} is a page", status == 200 and "</html>" in body)
    check("text is escaped", "<script>alert" not in server.get("/search", q="<script>alert(1)</script>")[1])
    for prefix in ["nvda", "英伟", "nvi"]:
        values = json.loads(server.get("/api/v1/facets/company", facet_q=prefix)[1])["facet"]["values"]
        check(f"{prefix!r} finds Nvidia inside the facet", any(v["value"] == "nvidia" for v in values))
    check("unknown article is 404", server.get("/api/v1/articles/nosuch")[0] == 404)
    server.stop()


def atom_ids(body):
    atom = "{http://www.w3.org/2005/Atom}"
    return [entry.find(atom + "id").text.rsplit(":", 1)[1] for entry in ElementTree.fromstring(body).iter(atom + "entry")]


def check_feeds(server, **parameters):
    """Page, JSON and both feeds have the same articles in the same order."""
    answer = server.search(parameters.pop("q", ""), sort="added", per_page=50, **parameters)
    ids = [hit["id"] for hit in answer["hits"]]
    check(f"the Atom feed of {parameters} has the ids of the search", atom_ids(server.get("/search.atom", **parameters)[1]) == ids)
    feed = json.loads(server.get("/search.feed.json", **parameters)[1])
    check(f"so has the JSON feed", [item["id"] for item in feed["items"]] == ids)
    page = server.get("/search", sort="added", per_page=50, **parameters)[1]
    check("so has the page", list(dict.fromkeys(re.findall(r'href="/article/([^"?]+)', page)))[:len(ids)] == ids)
    check("feeds say what came last", feed["_search"]["sequence"] == answer["index"]["sequence"])
    return ids


def export(server, **parameters):
    status, body = server.get("/api/v1/export", **parameters)
    check(f"export {parameters} answers 200", status == 200)
    return body


def check_exports(server, **parameters):
    """Every format has every article, read back by a parser that is not ours."""
    answer = server.search(parameters.get("q", ""), per_page=100, collapse="none", **{k: v for k, v in parameters.items() if k != "q"})
    hits = {hit["id"]: hit for hit in answer["hits"]}
    lines = [json.loads(line) for line in export(server, **parameters).splitlines()]
    check(f"jsonl of {parameters} has {answer['total']} articles", len(lines) == answer["total"])
    check("in the order of the search", [line["id"] for line in lines][:100] == list(hits))
    rows = list(csv.DictReader(io.StringIO(export(server, format="csv", **parameters), newline="")))
    check("csv has the same articles", [row["id"] for row in rows] == [line["id"] for line in lines])
    unformed = lambda text: text[1:] if text[:1] == "'" and text[1:2] in "=+-@" else text
    check("csv has the same titles", [unformed(row["title"]) for row in rows] == [line["title"] for line in lines])
    try:
        import rispy
        entries = rispy.loads(export(server, format="ris", **parameters))
        check("rispy reads the same ids", [entry["id"] for entry in entries] == [line["id"] for line in lines])
    except ImportError:
        print("skipped: RIS read by rispy, which is not installed")
    try:
        import bibtexparser
        entries = bibtexparser.loads(export(server, format="bibtex", **parameters)).entries
        check("bibtexparser reads the same ids", [entry["ID"].replace(":", "~") for entry in entries] == [line["id"] for line in lines])
    except ImportError:
        print("skipped: BibTeX read by bibtexparser, which is not installed")
    return len(lines)


def check_results(folder):
    """Feeds, exports and sentences of the sample articles, and what is new after a change."""
    build(folder + "/results", SOURCE + "/corpus/articles/chips", SOURCE + "/corpus/articles/ai-rules", SOURCE + "/corpus/articles/wire")
    server = Server(folder + "/results")
    check_feeds(server)
    check_feeds(server, company="nvidia")
    since = server.search("")["index"]["sequence"]
    check("nothing is newer than the newest", check_feeds(server, since=since) == [])
    check("everything can be exported", check_exports(server) == server.search("")["total"])
    check_exports(server, q="export", sort="oldest")
    check_exports(server, q="export", place="-china")
    check("a download names its file", "attachment" in server.headers("/api/v1/export?format=ris")["Content-Disposition"])
    head = server.headers("/search.atom")
    check("a feed can be revalidated", server.get_if("/search.atom", {"If-None-Match": head["ETag"]}) == 304
          and server.get_if("/search.atom", {"If-Modified-Since": head["Last-Modified"]}) == 304)
    try:
        import feedparser
        parsed = feedparser.parse(server.get("/search.atom", q="chips")[1])
        check("feedparser finds no fault", not parsed.bozo and len(parsed.entries) > 0)
    except ImportError:
        print("skipped: Atom read by feedparser, which is not installed")
    sentences, cursor = [], None
    while True:
        page = json.loads(server.get("/api/v1/sentences", q="export", per_page=7, **({"cursor": cursor} if cursor else {}))[1])
        sentences += page["sentences"]
        cursor = page["next_cursor"]
        if not cursor:
            break
    rows = list(csv.DictReader(io.StringIO(server.get("/api/v1/sentences", q="export", format="csv")[1], newline="")))
    check("pages of sentences and their download agree",
          len(rows) > 10 and [(r["id"], r["match"]) for r in rows] == [(s["article"]["id"], s["match"]) for s in sentences])
    late = os.path.join(folder, "late.jsonl")
    with open(late, "w") as file:
        file.write(json.dumps({"id": "late", "title": "Late arrival", "date": "1999-01-01", "text": "Chips of Nvidia."}) + "\n")
    subprocess.run([INDEXER, "add", "--index", folder + "/results", late], capture_output=True, check=True)
    for _ in range(100):
        if server.search("")["index"]["sequence"] > since:
            break
        time.sleep(0.05)
    check("an old article that came late is new", check_feeds(server, since=since) == ["late"])
    server.stop()


with tempfile.TemporaryDirectory() as folder:
    check_samples(folder)
    check_results(folder)
    check_deepseek(folder)
print("passed" if not failures else f"{len(failures)} failed")
sys.exit(1 if failures else 0)
