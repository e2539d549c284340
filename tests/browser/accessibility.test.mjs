// No page has a fault that axe-core knows, in any of the ways it can be shown.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { after, before, test } from "node:test";
import { kPages, openSite } from "./site.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const kRules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
/** What may differ where only colours do: nothing else is looked at again. */
const kColours = ["color-contrast", "link-in-text-block"];
const kWays = {
  light: {},
  "320 px": { viewport: { width: 320, height: 640 }, hasTouch: true },
  "right to left": { rightToLeft: true },
  dark: { colorScheme: "dark", rules: kColours },
  "forced colours": { forcedColors: "active", rules: kColours },
};

let site, siteWithoutIndex;
before(async () => {
  site = await openSite();
  siteWithoutIndex = await openSite({ withIndex: false });
});
after(() => Promise.all([site.close(), siteWithoutIndex.close()]));

async function violations(page, rules = kRules) {
  // evaluate() is not bound by the page's Content-Security-Policy, addScriptTag() is.
  await page.evaluate(axe);
  const result = await page.evaluate((only) => axe.run(document, { runOnly: only }), rules);
  return result.violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" | ").slice(0, 400)}`);
}

for (const [way, { rules, rightToLeft, ...options }] of Object.entries(kWays)) {
  test(`every page, ${way}`, async () => {
    const page = await site.tab(options);
    for (const [name, address] of Object.entries(kPages)) {
      await page.goto(address);
      if (rightToLeft) await page.evaluate(() => { document.documentElement.dir = "rtl"; });
      assert.deepEqual(await violations(page, rules), [], name);
      const tooWide = await page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
      assert.equal(tooWide, false, `${name} is wider than its window`);
    }
    const answer = await page.goto(siteWithoutIndex.address);
    assert.equal(answer.status(), 503);
    assert.deepEqual(await violations(page, rules), [], "no index");
    await page.context().close();
  });
}

test("filters open on a phone", async () => {
  const page = await site.tab(kWays["320 px"]);
  await page.goto(kPages.filtered);
  await page.click(".panel > summary");
  assert.ok(await page.isVisible("input[name=from]"));
  assert.deepEqual(await violations(page), []);
});

test("a match that was stepped to", async () => {
  const page = await site.tab();
  await page.goto(kPages.article);
  await page.click(".tool");
  assert.ok(await page.isVisible(".spot:target + .step"));
  assert.deepEqual(await violations(page), []);
});

test("suggestions, menu and table open", async () => {
  const page = await site.tab();
  await page.goto(kPages.search);
  await page.fill("#q", "nvi");
  await page.waitForSelector("#suggestions [role=option]");
  await page.keyboard.press("ArrowDown");
  assert.deepEqual(await violations(page), []);
  await page.keyboard.press("Escape");
  await page.click(".menu > summary");
  assert.deepEqual(await violations(page), []);
  await page.click(".menu > summary");
  await page.click(".as-table > summary");
  assert.deepEqual(await violations(page), []);
});

test("the server away", async () => {
  const page = await site.tab();
  await page.goto(kPages.search);
  await page.route("**/search?*", (route) => route.abort());
  await page.click(".sort a:text('Newest')");
  await page.waitForSelector(".problem[role=alert] button");
  assert.deepEqual(await violations(page), []);
});
