// No page has a fault that axe-core knows, in any of the ways it can be shown.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { after, before, test } from "node:test";
import { kPages, openSite } from "./site.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const kRules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const kWays = {
  light: {},
  dark: { colorScheme: "dark" },
  "320 px": { viewport: { width: 320, height: 640 }, hasTouch: true },
  "320 px, dark": { viewport: { width: 320, height: 640 }, colorScheme: "dark" },
  "forced colours": { forcedColors: "active" },
};

let site, siteWithoutIndex;
before(async () => {
  site = await openSite();
  siteWithoutIndex = await openSite({ withIndex: false });
});
after(() => Promise.all([site.close(), siteWithoutIndex.close()]));

async function violations(page) {
  // evaluate() is not bound by the page's Content-Security-Policy, addScriptTag() is.
  await page.evaluate(axe);
  const result = await page.evaluate((rules) => axe.run(document, { runOnly: rules }), kRules);
  return result.violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" | ").slice(0, 400)}`);
}

for (const [way, options] of Object.entries(kWays)) {
  for (const [name, address] of Object.entries(kPages)) {
    test(`${name}, ${way}`, async () => {
      const page = await site.tab(options);
      await page.goto(address);
      assert.deepEqual(await violations(page), []);
      await page.context().close();
    });
  }
  test(`no index, ${way}`, async () => {
    const page = await siteWithoutIndex.tab(options);
    const answer = await page.goto("/");
    assert.equal(answer.status(), 503);
    assert.deepEqual(await violations(page), []);
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
