// By keyboard alone: everything is reached, seen when it has the focus, and left again.
import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";
import { kPages, openSite } from "./site.mjs";

let site, page;
before(async () => { site = await openSite(); });
after(() => site.close());
beforeEach(async () => { page = await site.tab(); });

/** What has the focus, and whether that can be seen: a line around it or around its box. */
const focused = () => page.evaluate(() => {
  const held = document.activeElement;
  if (!held || held === document.body) return null;
  const lined = [held, held.closest(".box"), ...held.children].filter(Boolean).some((element) => {
    const style = getComputedStyle(element);
    return (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0) || style.boxShadow !== "none";
  });
  const { width, height } = held.getBoundingClientRect();
  return { text: `${held.tagName} ${held.getAttribute("href") ?? held.id} ${held.textContent.trim().slice(0, 30)}`, seen: lined && width > 0 && height > 0 };
});

async function tabTo(test) {
  for (let presses = 0; presses < 400; ++presses) {
    await page.keyboard.press("Tab");
    if (await page.evaluate(test)) return;
  }
  assert.fail("never reached: " + test);
}

for (const name of ["start", "search", "article", "entity", "compare", "facet", "help", "sentences"]) {
  test(`no trap on the page: ${name}; the focus is always seen`, async () => {
    await page.goto(kPages[name]);
    const stops = await page.evaluate(() => {
      const all = [...document.querySelectorAll("a[href], button, input:not([type=hidden]), summary")];
      return all.filter((element) => element.checkVisibility({ contentVisibilityAuto: true }) && element.tabIndex >= 0).length;
    });
    for (let presses = 0; presses <= stops + 1; ++presses) {
      await page.keyboard.press("Tab");
      const now = await focused();
      if (now === null) return;  // Past the last stop, out of the page.
      assert.ok(now.seen, `the focus is not seen on ${now.text}`);
    }
    assert.fail(`after ${stops + 2} steps the focus is still within the page`);
  });
}

test("search, filter, page, sort, zoom, read", async () => {
  await page.goto("/");
  await tabTo(() => document.activeElement.id === "q");
  await page.keyboard.type("chips");
  await page.keyboard.press("Enter");
  await page.waitForURL(/q=chips/);
  await tabTo(() => document.activeElement.value === "nvidia");
  await page.keyboard.press("Space");
  await page.waitForURL(/company=nvidia/);
  await tabTo(() => document.activeElement.textContent === "Newest");
  await page.keyboard.press("Enter");
  await page.waitForURL(/sort=newest/);
  await page.waitForFunction(() => document.activeElement.id === "results");
  await tabTo(() => document.activeElement.rel === "next");
  await page.keyboard.press("Enter");
  await page.waitForURL(/page=2/);
  await page.waitForFunction(() => document.activeElement.id === "results");
  await page.keyboard.press("Shift+Tab");
  await tabTo(() => document.activeElement.closest(".hit h2"));
  await page.keyboard.press("Enter");
  await page.waitForURL(/article/);
  await page.goto(kPages.search);
  await tabTo(() => document.activeElement.closest(".strip svg a"));
  await page.keyboard.press("Enter");
  await page.waitForURL(/from=/);
});

test("the menu opens, and Escape closes it and keeps the place", async () => {
  await page.goto(kPages.search);
  await tabTo(() => document.activeElement.matches(".menu > summary"));
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  assert.match((await focused()).text, /search\.atom/);
  await page.keyboard.press("Escape");
  assert.equal(await page.isVisible(".menu > div"), false);
  assert.ok(await page.evaluate(() => document.activeElement.matches(".menu > summary")));
});

test("the slash can be turned off", async () => {
  await page.goto("/help");
  await page.uncheck("#slash");
  await page.goto(kPages.search);
  await page.keyboard.press("/");
  assert.notEqual(await page.evaluate(() => document.activeElement.id), "q");
});
