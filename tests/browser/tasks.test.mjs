// What a newcomer must manage at the first try: twelve tasks, each in at most three actions.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { kPages, openSite } from "./site.mjs";

const kMostActions = 3;
let site;
before(async () => { site = await openSite(); });
after(() => site.close());

const total = async (page) => parseInt((await page.textContent("#count")).replace(/\D.*/s, ""), 10);
const settled = (page) => page.waitForSelector("#page:not([aria-busy])");

/** A task from a page on: `walk` gets the tab and a function that counts and does an action. */
function task(name, from, walk) {
  test(name, async (t) => {
    const page = await site.tab();
    await page.goto(from);
    let actions = 0;
    const act = async (action) => {
      actions += 1;
      await action;
    };
    await walk(page, act);
    t.diagnostic(`${actions} actions`);
    assert.ok(actions <= kMostActions, `${actions} actions`);
    await page.context().close();
  });
}

task("find", "/", async (page, act) => {
  await act(page.fill("#q", "export controls"));
  await act(page.press("#q", "Enter"));
  await page.waitForSelector(".hit mark");
  assert.ok((await total(page)) > 5);
});

task("filter", kPages.search, async (page, act) => {
  const before = await total(page);
  await act(page.check("#facet-company input[value=nvidia]"));
  await page.waitForURL(/company=nvidia/);
  await settled(page);
  assert.ok((await total(page)) < before);
});

task("exclude", kPages.search, async (page, act) => {
  await act(page.locator("#facet-company .row").first().hover());
  await act(page.locator("#facet-company .not").first().click());
  await page.waitForURL(/company=-/);
  await settled(page);
  assert.match(await page.textContent(".chips.active"), /not/);
});

task("only what is mainly about it", kPages.search, async (page, act) => {
  const about = page.locator("#facet-company .ab[href]").first();
  const count = parseInt(await about.textContent(), 10);
  await act(about.click());
  await page.waitForURL(/about=company/);
  await settled(page);
  assert.equal(await total(page), count);
});

task("zoom in time", kPages.search, async (page, act) => {
  const bar = page.locator(".strip svg a").last();
  const count = parseInt((await bar.getAttribute("aria-label")).match(/(\d+) article/)[1], 10);
  await act(bar.click());
  await page.waitForURL(/from=/);
  await settled(page);
  assert.equal(await total(page), count);
});

task("read a sentence in context", kPages.search, async (page, act) => {
  await act(page.click("a:text-is('Sentences')"));
  await page.waitForSelector(".said mark");
  await act(page.locator(".said h2 a").first().click());
  await page.waitForSelector(".spot:target", { state: "attached" });
  assert.ok(await page.isVisible(".spot:target + .step"));
});

task("follow an entity", kPages.article, async (page, act) => {
  await act(page.locator("a.entity:text('Nvidia')").first().click());
  await page.waitForURL(/entities\/company\/nvidia/);
  assert.equal(await page.textContent("h1"), "Nvidia");
});

task("export", kPages.search, async (page, act) => {
  const count = await total(page);
  await act(page.click(".menu > summary"));
  const download = page.waitForEvent("download");
  await act(page.click(".menu a:text-is('RIS')"));
  const stream = await (await download).createReadStream();
  let text = "";
  for await (const bytes of stream) text += bytes;
  assert.equal(text.match(/^TY  - /gm).length, count);
});

task("subscribe", kPages.search, async (page, act) => {
  await act(page.click(".menu > summary"));
  const address = await page.getAttribute(".menu a:text-is('Atom feed')", "href");
  await act(page.focus(".menu a:text-is('Atom feed')"));
  const feed = await (await fetch(site.address + address)).text();
  assert.match(feed, /<feed [^>]*xmlns="http:\/\/www.w3.org\/2005\/Atom"/);
});

task("undo", kPages.filtered, async (page, act) => {
  const before = await total(page);
  await act(page.locator(".chips.active a").first().click());
  await page.waitForFunction((count) => parseInt(document.querySelector("#count").textContent, 10) !== count, before);
  await settled(page);
  assert.notEqual(await total(page), before);
});

task("repair a wrong query", "/search", async (page, act) => {
  await act(page.fill("#q", "(Apple OR Google"));
  await act(page.press("#q", "Enter"));
  await page.waitForSelector(".problem");
  if ((await page.locator(".hit").count()) === 0) {
    await act(page.locator(".problem a").first().click());
    await page.waitForSelector(".hit");
  }
  assert.ok((await total(page)) > 0);
});

task("see what is new", kPages.search, async (page, act) => {
  await act(page.click(".menu > summary"));
  await act(page.click(".menu a:text-is('What comes from now on')"));
  await page.waitForURL(/since=\d+/);
  await settled(page);
  assert.equal(await total(page), 0, "nothing has come in the meantime");
});
