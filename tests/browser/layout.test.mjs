// What a reader sees at once, and that nothing must be scrolled sideways.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { kPages, openSite } from "./site.mjs";

let site;
before(async () => { site = await openSite(); });
after(() => site.close());

for (const width of [320, 768, 1280]) {
  test(`no page is wider than ${width} px`, async () => {
    const page = await site.tab({ viewport: { width, height: 720 } });
    for (const [name, address] of Object.entries(kPages)) {
      await page.goto(address);
      for (const panel of await page.$$(".panel:not([open]) > summary")) {
        if (await panel.isVisible()) await panel.click();
      }
      const [scrolled, shown] = await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]);
      assert.ok(scrolled <= shown, `${name}: ${scrolled} px wide in ${shown}`);
    }
  });
}

test("three whole hits at 1280x720 without scrolling", async () => {
  const page = await site.tab();
  await page.goto(kPages.search);
  const ends = await page.$$eval(".hit", (hits) => hits.map((hit) => hit.getBoundingClientRect().bottom));
  assert.ok(ends[2] <= 720, `the third hit ends at ${ends[2]} px`);
});

test("on a phone the first hit begins on the first screen, filters are closed", async () => {
  const page = await site.tab({ viewport: { width: 320, height: 640 } });
  await page.goto(kPages.search);
  assert.equal(await page.isVisible(".facets"), false);
  const { y } = await page.locator(".hit").first().boundingBox();
  assert.ok(y < 430, `the first hit begins at ${y} px`);
});

test("on a wide screen the filters are open without the script", async () => {
  const page = await site.tab({ javaScriptEnabled: false });
  await page.goto(kPages.search);
  assert.ok(await page.isVisible("input[name=company]"));
  assert.equal(await page.isVisible(".panel > summary"), false);
});

test("the text of an article is at most 70 characters wide", async () => {
  const page = await site.tab({ viewport: { width: 1600, height: 900 } });
  await page.goto(kPages.article);
  const characters = await page.evaluate(() => {
    const text = document.querySelector(".text");
    const zero = document.createElement("span");
    zero.textContent = "0";
    text.append(zero);
    return text.clientWidth / zero.getBoundingClientRect().width;
  });
  assert.ok(characters <= 70, `${characters} characters`);
});

test("paper shows results and text, no controls", async () => {
  const page = await site.tab();
  await page.emulateMedia({ media: "print" });
  await page.goto(kPages.search);
  assert.equal(await page.isVisible(".filters"), false);
  assert.equal(await page.isVisible("form"), false);
  assert.ok(await page.isVisible(".hit"));
});
