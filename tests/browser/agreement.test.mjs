// Page, JSON and feed are one answer, and a number that is a link leads to that many articles.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { kPages, openSite } from "./site.mjs";

const kAddresses = 200;
const kSeed = Number(process.env.TECHPOLICY_SEED ?? Date.now() % 1_000_000);

let site;
before(async () => { site = await openSite(); });
after(() => site.close());

/** Mulberry32: the same numbers for the same seed. */
function randomNumbers(seed) {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const kQueries = ["", "", "chips", "export controls", "\"export controls\"", "Nvidia OR Huawei", "AI NOT Nvidia", "semiconduct*",
  "Nvidia NEAR/15 licence", "出口管制", "Huawei SENTENCE SMIC", "title:chips", "deepsek~1", "atleast:3 Apple", "privacy", "date:2025"];
const kFilters = ["company=nvidia", "company=-nvidia", "company=huawei&company=nvidia", "about=company:nvidia", "place=china",
  "topic=export-controls", "lang=en", "lang=zh", "from=2024", "to=2025-03", "from=2025-02&to=2025-06", "facet_op=company&company=nvidia&company=amd"];

function randomSearch(random) {
  const pick = (list) => list[Math.floor(random() * list.length)];
  const parts = [];
  const query = pick(kQueries);
  if (query) parts.push("q=" + encodeURIComponent(query));
  for (let filters = Math.floor(random() * 3); filters > 0; --filters) parts.push(pick(kFilters));
  // Of a parameter that may stand only once the last counts.
  const kept = parts.filter((part, i) => !/^(from|to)=/.test(part) || !parts.slice(i + 1).some((later) => /(^|&)(from|to)=/.test(later)));
  return [...new Set(kept)].join("&");
}

const countOf = (html) => parseInt(html.match(/id="count">([\d,]+)/)[1].replaceAll(",", ""), 10);

async function get(path) {
  const answer = await fetch(site.address + path);
  assert.equal(answer.status, 200, path);
  return answer;
}

async function ofPage(search) {
  const html = await (await get(`/search?${search}`)).text();
  const titles = [...html.matchAll(/<h2 dir="auto"[^>]*><a href="\/article\/([^"?]+)/g)];
  return { total: countOf(html), ids: titles.map(([, id]) => decodeURIComponent(id)) };
}

async function ofJson(search) {
  const { total, hits } = await (await get(`/api/v1/search?${search}`)).json();
  return { total, ids: hits.map((hit) => hit.id) };
}

test(`page, JSON and feeds agree for ${kAddresses} random searches (seed ${kSeed})`, async () => {
  const random = randomNumbers(kSeed);
  for (let i = 0; i < kAddresses; ++i) {
    const search = randomSearch(random);
    const sort = ["relevance", "newest", "oldest", "added"][Math.floor(random() * 4)];
    const paged = `${search}&sort=${sort}&per_page=${5 + Math.floor(random() * 20)}&page=${1 + Math.floor(random() * 2)}`;
    assert.deepEqual(await ofPage(paged), await ofJson(paged), paged);
    const { total, ids } = await ofPage(`${search}&sort=added&per_page=50`);
    const feed = await (await get(`/search.feed.json?${search}`)).json();
    assert.deepEqual(feed.items.map((item) => decodeURIComponent(new URL(item.url ?? item.external_url, site.address).pathname.split("/").pop())), ids, search);
    const atom = await (await get(`/search.atom?${search}`)).text();
    assert.equal((atom.match(/<entry>/g) ?? []).length, ids.length, search);
    assert.equal(Number(atom.match(/totalResults>(\d+)/)[1]), total, search);
  }
});

/** Links to searches whose text or label says how many articles they lead to. */
const numberedLinks = () => {
  const found = [];
  for (const link of document.querySelectorAll("main a[href], aside a[href]")) {
    const address = new URL(link.getAttribute("href"), location);
    if (address.pathname !== "/search" || link.matches(".pager a, [aria-current]")) continue;
    const label = link.getAttribute("aria-label")?.match(/([\d,]+) articles?/)?.[1];
    const number = label ?? link.querySelector(".n")?.textContent ?? link.textContent.match(/^(?:about |mentions )?([\d,]+)$|([\d,]+) articles?$/)?.slice(1).find(Boolean);
    if (/^[\d,]+$/.test(number ?? "")) found.push([address.search, parseInt(number.replaceAll(",", ""), 10)]);
  }
  for (const box of document.querySelectorAll(".row input[type=checkbox]:not(:checked)")) {
    const search = new URL(location).searchParams;
    for (const other of document.querySelectorAll(`.row input[name=${box.name}]:checked`)) search.delete(other.name, other.value);
    search.append(box.name, box.value);
    search.delete("chart");
    found.push(["?" + search, parseInt(box.closest("label").querySelector(".n").textContent.replaceAll(",", ""), 10)]);
  }
  return found;
};

for (const name of ["start", "search", "about", "zoomed", "article", "entity", "compare", "facet", "facet chosen"]) {
  test(`every number that is a link leads to that many articles: ${name}`, async (t) => {
    const page = await site.tab({ javaScriptEnabled: false });
    await page.goto(kPages[name]);
    const links = new Map((await page.evaluate(numberedLinks)).map(([search, number]) => [search + " " + number, [search, number]]));
    for (const [search, number] of links.values()) {
      const html = await (await get(`/search${search}`)).text();
      assert.equal(countOf(html), number, `${kPages[name]} -> /search${search}`);
    }
    t.diagnostic(`${links.size} numbers`);
  });
}

test("a comparison is the same as JSON", async () => {
  const json = await (await get(`/api/v1${kPages.compare}`)).json();
  const page = await site.tab({ javaScriptEnabled: false });
  await page.goto(kPages.compare);
  const shown = await page.$$eval(".total a", (links) => links.map((link) => parseInt(link.textContent, 10)));
  assert.deepEqual(shown, [json.only_a.total, json.both.total, json.only_b.total]);
  assert.equal(json.a.total, json.only_a.total + json.both.total);
  const titles = await page.$$eval(".parts section:nth-child(2) h3", (all) => all.map((title) => title.textContent));
  assert.deepEqual(titles, json.both.newest.map((article) => article.title));
});
