#!/usr/bin/env python3
"""Indexes articles with the real indexer and asks the real searchd through its socket.

usage: search_through_socket_test.py BUILD_DIR SOURCE_DIR
The DeepSeek article is read from $TECHPOLICY_TEST_DATA and those checks are skipped, saying so, without it.
"""
import json, os, re, subprocess, sys, tempfile, urllib.error, urllib.parse, urllib.request

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
         "company:moonshot-ai place:china"]
NOT_FOUND = ["kimi", "antitrust", '"Huang charismatic"']
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


with tempfile.TemporaryDirectory() as folder:
    check_samples(folder)
    check_deepseek(folder)
print("passed" if not failures else f"{len(failures)} failed")
sys.exit(1 if failures else 0)
