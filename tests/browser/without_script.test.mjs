// Every task can be done with JavaScript off.
import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";
import { kPages, openSite } from "./site.mjs";

let site, page;
before(async () => { site = await openSite(); });
after(() => site.close());
beforeEach(async () => { page = await site.tab({ javaScriptEnabled: false }); });

const total = async () => parseInt((await page.textContent("#count")).replace(/,/g, ""), 10);

test("search from the start page", async () => {
  await page.goto("/");
  await page.fill("#q", "export controls");
  await page.click("form button");
  assert.equal(new URL(page.url()).search, "?q=export+controls");
  assert.ok((await total()) > 5);
  assert.ok((await page.$$(".hit mark")).length > 5);
});

test("filter by a company, and take the filter away by its chip", async () => {
  await page.goto(kPages.search);
  const all = await total();
  await page.check("input[name=company][value=nvidia]");
  await page.click(".apply");
  assert.ok(page.url().includes("company=nvidia"));
  const fewer = await total();
  assert.ok(fewer > 0 && fewer < all);
  assert.match(await page.textContent(".chips.active"), /Nvidia/);
  await page.click(".chips.active a");
  assert.equal(await total(), all);
});

test("the count beside a value is what choosing it gives", async () => {
  await page.goto(kPages.search);
  const row = page.locator(".facet label").first();
  const count = parseInt(await row.locator(".n").textContent(), 10);
  await row.locator("input").check();
  await page.click(".apply");
  assert.equal(await total(), count);
});

test("exclude a value, and undo it", async () => {
  await page.goto(kPages.search);
  const all = await total();
  const row = page.locator("#facet-company .row").first();
  const count = parseInt(await row.locator(".n").textContent(), 10);
  await row.hover();
  await row.locator(".not").click();
  assert.equal(await total(), all - count);
  await page.click("#facet-company .out a");
  assert.equal(await total(), all);
});

test("what is excluded stays so when another value is chosen", async () => {
  await page.goto("/search?q=chips&company=-nvidia");
  await page.locator("#facet-place input").first().check();
  await page.click(".apply");
  assert.ok(page.url().includes("company=-nvidia"));
});

test("all chosen values must be there after the switch to all", async () => {
  await page.goto("/search?q=chips&company=nvidia&company=huawei");
  const any = await total();
  await page.click("#facet-company .mode a");
  assert.ok(page.url().includes("facet_op=company"));
  assert.ok((await total()) <= any);
});

test("a year, and dates typed", async () => {
  await page.goto(kPages.search);
  const year = page.locator("#facet-year .line").first();
  const count = parseInt(await year.locator(".n").textContent(), 10);
  await year.click();
  assert.equal(await total(), count);
  await page.goto("/search");
  await page.fill("input[name=from]", "2025-03");
  await page.click(".apply");
  assert.match(await page.textContent(".chips.active"), /March 2025/);
});

test("pages go on to the last hit and repeat none", async () => {
  await page.goto("/search?q=the&per_page=10&collapse=none");
  const all = await total();
  const seen = new Set();
  for (;;) {
    for (const link of await page.$$eval(".hit h2 a", (links) => links.map((a) => new URL(a.href).pathname))) seen.add(link);
    const next = page.locator("a[rel=next]");
    if ((await next.count()) === 0) break;
    await next.click();
  }
  assert.equal(seen.size, all);
});

test("sort by date", async () => {
  await page.goto(kPages.search);
  await page.click(".sort a:text('Newest')");
  const dates = await page.$$eval(".hit time", (times) => times.map((time) => time.dateTime));
  assert.deepEqual(dates, [...dates].sort().reverse());
});

test("read an article, step through its matches, and go back", async () => {
  await page.goto(kPages.search);
  const from = page.url();
  await page.locator(".hit h2 a").nth(1).click();
  assert.ok(await page.isVisible(".text"));
  await page.click(".tool");
  assert.match(await page.textContent(".spot:target + .step"), /Match 1 of/);
  await page.click(".spot:target + .step a:last-child");
  assert.match(await page.textContent(".spot:target + .step"), /Match 2 of/);
  await page.click(".back a");
  assert.equal(page.url(), from);
});

test("a bar of the timeline zooms, and all dates come back", async () => {
  await page.goto(kPages.search);
  const all = await total();
  const bar = page.locator(".strip svg a").last();
  const count = parseInt((await bar.getAttribute("aria-label")).match(/(\d+) article/)[1], 10);
  await bar.click();
  assert.equal(await total(), count);
  await page.click("figcaption a:text('All dates')");
  assert.equal(await total(), all);
});

test("two companies side by side: what is theirs alone and what they share", async () => {
  await page.goto(kPages.entity);
  await page.click("a:text('Compare with another')");
  await page.fill("input[name=b]", "company:huawei");
  await page.click(".pairing button");
  assert.equal(await page.textContent("h1"), "Nvidia and Huawei");
  const shared = page.locator(".total a").nth(1);
  const count = parseInt(await shared.textContent(), 10);
  assert.ok(count > 0);
  await shared.click();
  assert.equal(await total(), count);
});

test("companions lead to the sentences that name both", async () => {
  await page.goto(kPages.entity);
  await page.locator(".companions svg a").first().click();
  assert.equal(new URL(page.url()).pathname, "/sentences");
  assert.ok((await page.locator(".said").count()) > 0);
});

test("export, feed and citation by clicking", async () => {
  await page.goto(kPages.search);
  const all = await total();
  await page.click(".menu > summary");
  assert.match(await page.textContent(".citation"), new RegExp(`“export controls”: ${all} articles`));
  const download = page.waitForEvent("download");
  await page.click(".menu a:text-is('CSV')");
  let text = "";
  for await (const bytes of await (await download).createReadStream()) text += bytes;
  assert.ok(text.trim().split("\r\n").length > all, "a line of names, and one for each article");
});

test("a citation followed later says then and now", async () => {
  await page.goto(kPages.zoomed);
  assert.match(await page.textContent(".notes"), /Cited on 1 October 2026 with 12 articles; now there/);
});

test("reference managers find what they need in an article", async () => {
  await page.goto(kPages.article);
  const named = (name) => page.getAttribute(`meta[name="${name}"]`, "content");
  assert.equal(await named("citation_title"), await page.textContent("h1"));
  assert.match(await named("citation_publication_date"), /^\d{4}\/\d{2}\/\d{2}$/);
  assert.match(await named("citation_public_url"), /^https:/);
  const ris = await page.request.get(await page.getAttribute(".cite a:text-is('RIS')", "href"));
  assert.equal((await ris.text()).match(/^TY  - /gm).length, 1);
});

test("a mention leads to its entity, and on to the articles that name it", async () => {
  await page.goto(kPages.article);
  await page.locator("a.entity:text('Nvidia')").first().click();
  assert.equal(new URL(page.url()).pathname, "/entities/company/nvidia");
  assert.match(await page.textContent("aside"), /英伟达/);
  assert.ok((await page.locator(".hit").count()) <= 10);
  await page.click(".newest .more a");
  assert.equal(new URL(page.url()).search, "?company=nvidia");
  assert.ok((await total()) > 1);
});

test("only articles mainly about a company, and back to those that mention it", async () => {
  await page.goto(kPages.search);
  const named = await total();
  await page.locator("#facet-company .ab[href]").first().click();
  assert.match(page.url(), /about=company/);
  assert.ok((await total()) < named);
  await page.click("#facet-company .mode a:text('mention it')");
  assert.match(page.url(), /company=/);
  assert.doesNotMatch(page.url(), /about=/);
});

test("repaired places can be shown as they are written", async () => {
  await page.goto("/search?q=DeepSeek&lang=en");
  for (const address of await page.$$eval(".hit h2 a", (links) => links.map((a) => a.href))) {
    await page.goto(address);
    if ((await page.locator(".tools a:text('Show original')").count()) === 0) continue;
    await page.click(".tools a:text('Show original')");
    assert.ok((await page.$$(".repair")).length > 0);
    return;
  }
  assert.fail("no repaired article among the hits");
});

test("only the words typed, and back", async () => {
  await page.goto("/search?q=NVDA");
  const all = await total();
  await page.click(".note a:text('Only the words typed')");
  assert.ok((await total()) < all);
  await page.click(".note a:text('Search other names')");
  assert.equal(await total(), all);
});

test("an empty answer offers ways out that give hits", async () => {
  await page.goto("/search?q=export+controls&company=nvidia&company=-nvidia");
  assert.equal(await total(), 0);
  await page.click(".empty a");
  assert.ok((await total()) > 0);
});

test("a faulty query is answered as its repair, which is said", async () => {
  const answer = await page.goto("/search?q=(Apple+OR+Google");
  assert.equal(answer.status(), 200);
  assert.equal(await page.inputValue("#q"), "(Apple OR Google)");
  assert.match(await page.textContent("main"), /\(Apple OR Google(?!\))/, "what was typed is shown");
  assert.ok((await total()) > 0);
});

test("each way out of an empty answer gives as many articles as it says", async () => {
  await page.goto("/search?q=zyzzogeton+chips&company=nvidia");
  const ways = await page.$$eval(".empty li", (rows) => rows.map((row) => [row.querySelector("a")?.href, row.textContent]));
  const counted = ways.filter(([, text]) => /: [\d,]+ articles?$/.test(text));
  assert.ok(counted.length > 0);
  for (const [href, text] of counted) {
    await page.goto(href);
    assert.equal(await total(), Number(text.match(/([\d,]+) articles?$/)[1].replaceAll(",", "")), text);
  }
});

test("a filter that is none can be looked up or left out", async () => {
  const answer = await page.goto("/search?q=chips&company=-hua");
  assert.equal(answer.status(), 400);
  await page.click("text=Look among all companies");
  assert.match(await page.textContent(".values"), /Huawei/);
  await page.goBack();
  await page.click("text=Search without it");
  assert.ok((await total()) > 0);
});

test("two things are compared by clicking", async () => {
  await page.goto("/entities/company/nvidia");
  await page.click("text=Compare with another");
  await page.click(".offers a");
  assert.equal(await page.locator(".parts section").count(), 3);
  assert.equal(await page.locator(".tall polyline").count(), 2);
});

test("all values of a facet, found by another name", async () => {
  await page.goto(kPages.search);
  await page.click("#facet-company .seek a");
  await page.fill("#facet_q", "英伟达");
  await page.click(".find button");
  assert.match(await page.textContent(".values"), /Nvidia/);
  await page.click(".values .line");
  assert.match(page.url(), /q=export\+controls&company=nvidia/);
});

test("every example of the start and help pages has hits", async () => {
  for (const address of ["/", "/help"]) {
    await page.goto(address);
    const links = await page.$$eval("p.try a, .help dt a", (all) => all.map((a) => a.href));
    assert.ok(links.length >= 3);
    for (const link of links) {
      await page.goto(link);
      assert.ok((await total()) > 0, link);
    }
  }
});

test("no link on any page is dead", async () => {
  const seen = new Set();
  for (const address of Object.values(kPages)) {
    await page.goto(address);
    for (const href of await page.$$eval("a[href], link[href]", (all) => all.map((a) => new URL(a.getAttribute("href"), location).href))) {
      if (href.startsWith(site.address)) seen.add(href.replace(/#.*/, ""));
    }
  }
  for (const href of seen) {
    const answer = await page.request.get(href);
    assert.ok(answer.status() === 200 || Object.values(kPages).some((page) => href.endsWith(page)), `${answer.status()} ${href}`);
  }
});
