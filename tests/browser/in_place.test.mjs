// With JavaScript a search changes in place, and behaves as pages do: address, back, focus.
import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";
import { kPages, openSite } from "./site.mjs";

let site, page, loads;
before(async () => { site = await openSite(); });
after(() => site.close());
beforeEach(async () => {
  page = await site.tab();
  loads = 0;
  page.on("domcontentloaded", () => { loads += 1; });
  await page.goto(kPages.search);
});

const settled = () => page.waitForSelector("#page:not([aria-busy])");
const count = () => page.textContent("#count");

test("a filter applies at once, without a new page, and keeps the focus", async () => {
  const before = await count();
  await page.check("input[name=company][value=nvidia]");
  await page.waitForURL(/company=nvidia/);
  await settled();
  assert.notEqual(await count(), before);
  assert.equal(loads, 1);
  assert.equal(await page.evaluate(() => document.activeElement.value), "nvidia");
  assert.equal(await page.textContent("#live"), await count());
  assert.match(await page.title(), /^export controls – \d+ articles?/);
});

test("what is shown in place is what the address shows when it is loaded", async () => {
  await page.check("input[name=company][value=nvidia]");
  await page.waitForURL(/company=nvidia/);
  await settled();
  const inPlace = (await page.innerHTML("#page")).trim();
  await page.reload();
  assert.equal((await page.innerHTML("#page")).trim(), inPlace);
});

test("back and forward show what was there, and fill the box", async () => {
  const first = await count();
  await page.fill("#q", "Apple");
  await page.press("#q", "Enter");
  await page.waitForURL(/q=Apple/);
  await settled();
  const second = await count();
  await page.goBack();
  await settled();
  assert.equal(await count(), first);
  assert.equal(await page.inputValue("#q"), "export controls");
  await page.goForward();
  await settled();
  assert.equal(await count(), second);
  assert.equal(loads, 1);
});

test("chips, sorts and page numbers work in place", async () => {
  await page.click(".sort a:text('Oldest')");
  await page.waitForURL(/sort=oldest/);
  await settled();
  await page.click("a[rel=next]");
  await page.waitForURL(/page=2/);
  await settled();
  assert.equal(await page.evaluate(() => document.activeElement.id), "results");
  assert.equal(loads, 1);
});

test("the slash focuses the box, and is a character inside it", async () => {
  await page.keyboard.press("/");
  assert.equal(await page.evaluate(() => document.activeElement.id), "q");
  await page.keyboard.press("End");
  await page.keyboard.press("/");
  assert.equal((await page.inputValue("#q")).endsWith("/"), true);
});

test("the first tab stop leads past the bar and the filters", async () => {
  await page.keyboard.press("Tab");
  assert.equal(await page.evaluate(() => document.activeElement.className), "skip");
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => document.activeElement.id === "results");
});

test("old results stay when the server is away, with a way to try again", async () => {
  await page.route("**/search?*", (route) => route.abort());
  const before = await count();
  await page.click(".sort a:text('Newest')");
  await page.waitForSelector(".problem[role=alert] button");
  assert.equal(await count(), before);
  assert.ok((await page.$$(".hit")).length > 0);
  await page.unroute("**/search?*");
  await page.click(".problem button");
  await page.waitForURL(/sort=newest/);
  await settled();
  assert.equal(await page.locator(".problem").count(), 0);
});

test("a faulty query is shown in place with its repair", async () => {
  await page.fill("#q", "(Apple OR Google");
  await page.press("#q", "Enter");
  await page.waitForSelector(".problem");
  assert.equal(loads, 1);
  await page.click(".problem a");
  await page.waitForSelector(".hit");
});

test("open filters stay open on a phone when one is applied", async () => {
  await page.setViewportSize({ width: 320, height: 640 });
  await page.click(".panel > summary");
  await page.check("input[name=company][value=nvidia]");
  await page.waitForURL(/company=nvidia/);
  await settled();
  assert.ok(await page.isVisible("input[name=company][value=nvidia]"));
});
