// What a page weighs on the wire, and what it may do. Sizes are printed.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { gzipSync } from "node:zlib";
import { kPages, openSite } from "./site.mjs";

const kKilobyte = 1024;
const kBudgets = { script: 8 * kKilobyte, stylesheet: 6 * kKilobyte, document: 12 * kKilobyte, requests: 4 };

let site;
before(async () => { site = await openSite(); });
after(() => site.close());

test("a page of 10 hits stays within its budgets", async (t) => {
  const page = await site.tab();
  const requests = [];
  page.on("requestfinished", (request) => requests.push(request));
  await page.goto(kPages.search, { waitUntil: "networkidle" });
  assert.equal((await page.$$(".hit")).length, 10);
  for (const request of requests) {
    const bytes = (await request.sizes()).responseBodySize;
    const kind = request.resourceType();
    t.diagnostic(`${kind} ${new URL(request.url()).pathname}: ${bytes} bytes`);
    assert.ok(bytes <= (kBudgets[kind] ?? kKilobyte), `${kind} is ${bytes} bytes`);
    assert.equal((await request.response()).status(), 200);
  }
  t.diagnostic(`${requests.length} requests`);
  assert.ok(requests.length <= kBudgets.requests);
});

test("static files are compressed, immutable and the same either way", async () => {
  const page = await site.tab();
  await page.goto("/");
  const addresses = await page.$$eval("link[rel=stylesheet], link[rel=icon], script[src]", (all) => all.map((e) => e.href ?? e.src));
  assert.equal(addresses.length, 3);
  for (const address of addresses) {
    const packed = await fetch(address, { headers: { "Accept-Encoding": "gzip" } });
    assert.match(packed.headers.get("cache-control"), /immutable/);
    assert.equal(packed.headers.get("content-encoding"), "gzip");
    const plain = await fetch(address, { headers: { "Accept-Encoding": "identity" } });
    assert.equal(await packed.text(), await plain.text());
  }
});

test("nothing is reported on any page: no error, no blocked content", async () => {
  const page = await site.tab();
  const reports = [];
  page.on("console", (message) => reports.push(message.text()));
  page.on("pageerror", (error) => reports.push(String(error)));
  for (const address of Object.values(kPages)) await page.goto(address, { waitUntil: "networkidle" });
  const unexpected = reports.filter((text) => !/status of (400|404)/.test(text));
  assert.deepEqual(unexpected, []);
});

test("markup in a query is text", async () => {
  const page = await site.tab();
  await page.goto("/search?q=" + encodeURIComponent("<img src=x onerror=alert(1)>\"'><script>alert(1)</script>"));
  assert.equal(await page.locator("main img, main script").count(), 0);
  assert.match(await page.inputValue("#q"), /<img src=x/);
});

test("a page that has not changed is not sent again", async () => {
  const first = await fetch(site.address + kPages.search);
  const again = await fetch(site.address + kPages.search, { headers: { "If-None-Match": first.headers.get("etag") } });
  assert.equal(again.status, 304);
  const part = await fetch(site.address + kPages.search, { headers: { "X-Fragment": "results" } });
  assert.notEqual(part.headers.get("etag"), first.headers.get("etag"));
  assert.match(part.headers.get("vary"), /X-Fragment/i);
  const text = await part.text();
  assert.ok(gzipSync(text).length < kBudgets.document && !text.includes("<html"));
});
