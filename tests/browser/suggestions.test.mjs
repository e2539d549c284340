// The list under the search box: the combobox of ARIA 1.2, and how fast it is answered.
import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";
import { kPages, openSite } from "./site.mjs";

let site, page;
before(async () => { site = await openSite(); });
after(() => site.close());
beforeEach(async () => {
  page = await site.tab();
  await page.goto(kPages.search);
});

const kOptions = "#suggestions [role=option]";
const attribute = (name) => page.getAttribute("#q", name);

async function type(text) {
  await page.fill("#q", "");
  await page.locator("#q").pressSequentially(text);
  await page.waitForSelector(kOptions);
}

test("names by any alias come first, with what they are and how many articles name them", async () => {
  await type("英伟");
  const first = await page.locator(kOptions).first().textContent();
  assert.match(first, /Nvidia/);
  assert.match(first, /英伟达/);
  assert.match(first, /company · \d+/);
  await page.fill("#q", "malaysia wants");
  await page.waitForSelector(`${kOptions}:has-text("article")`);
});

test("arrows move through the options and around, the focus stays in the box", async () => {
  assert.equal(await attribute("role"), "combobox");
  assert.equal(await attribute("aria-expanded"), "false");
  await type("nvi");
  assert.equal(await attribute("aria-expanded"), "true");
  assert.equal(await attribute("aria-activedescendant"), null);
  await page.keyboard.press("ArrowDown");
  assert.equal(await attribute("aria-activedescendant"), "option-0");
  assert.equal(await page.getAttribute("#option-0", "aria-selected"), "true");
  await page.keyboard.press("ArrowUp");
  assert.equal(await attribute("aria-activedescendant"), null);
  await page.keyboard.press("ArrowUp");
  const last = (await page.locator(kOptions).count()) - 1;
  assert.equal(await attribute("aria-activedescendant"), `option-${last}`);
  assert.equal(await page.evaluate(() => document.activeElement.id), "q");
});

test("Enter takes the option, Escape closes the list and keeps what was typed", async () => {
  await type("nvi");
  await page.keyboard.press("Escape");
  assert.equal(await page.isVisible("#suggestions"), false);
  assert.equal(await page.inputValue("#q"), "nvi");
  await type("nvid");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await page.waitForURL(/company=nvidia/);
});

test("Enter without an option searches what was typed", async () => {
  await type("nvi");
  await page.keyboard.press("Enter");
  await page.waitForURL(/q=nvi/);
  assert.equal(await page.isVisible("#suggestions"), false);
});

test("an option can be clicked; leaving the box closes the list", async () => {
  await type("nvi");
  await page.locator(kOptions).first().click();
  await page.waitForURL(/company=nvidia/);
  await type("hua");
  await page.keyboard.press("Tab");
  assert.equal(await page.isVisible("#suggestions"), false);
});

test("a value of a facet is found in its place, by any name", async () => {
  await page.fill("#facet-company [name=facet_q]", "台积");
  await page.waitForFunction(() => document.querySelectorAll("#facet-company .row").length === 1);
  await page.check("#facet-company input[value=tsmc]");
  await page.waitForURL(/company=tsmc/);
});

test("browsers get suggestions, and they lead somewhere", async () => {
  const description = await (await fetch(`${site.address}/opensearch.xml`)).text();
  const template = description.match(/x-suggestions\+json" template="([^"]+)"/)[1];
  const answer = await fetch(template.replace("{searchTerms}", "nvi"));
  const [typed, names, descriptions, addresses] = await answer.json();
  assert.equal(typed, "nvi");
  assert.ok(names.length > 0 && names.length === descriptions.length && names.length === addresses.length);
  for (const address of addresses) assert.equal((await fetch(address)).status, 200, address);
});

test("how long suggestions take (printed)", async (t) => {
  const texts = ["n", "nv", "nvi", "hua", "europ", "digital m", "英伟", "export co", "a", "chip"];
  const times = [];
  for (let round = 0; round < 10; ++round) {
    for (const text of texts) {
      const begin = performance.now();
      await (await fetch(`${site.address}/suggest?q=${encodeURIComponent(text)}`)).text();
      times.push(performance.now() - begin);
    }
  }
  times.sort((a, b) => a - b);
  const at = (part) => times[Math.floor(part * (times.length - 1))].toFixed(1);
  t.diagnostic(`suggestions: median ${at(0.5)} ms, p95 ${at(0.95)} ms, over ${times.length} requests`);
});
