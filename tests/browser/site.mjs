// A searchd over the sample articles, and a Chromium to visit it with.
import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";

const top = join(dirname(fileURLToPath(import.meta.url)), "../..");
const build = process.env.TECHPOLICY_BUILD ?? join(top, "build/release");

const kChromiumFlags = [
  "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
  "--disable-background-networking", "--disable-component-update", "--disable-sync",
];

/** Starts searchd on a free port. Without `articles` its index is missing. */
async function startSearchd(folder, articles) {
  const index = join(folder, articles ? "index" : "no-index");
  if (articles) {
    const built = spawnSync(join(build, "indexer/indexer"), ["build", "--index", index, articles]);
    if (built.status !== 0) throw new Error(`indexer failed: ${built.stderr}`);
  }
  const searchd = spawn(join(build, "searchd/searchd"), ["--index", index, "--listen", "127.0.0.1:0"]);
  const address = await new Promise((resolve, reject) => {
    let said = "";
    searchd.stdout.on("data", (bytes) => {
      said += bytes;
      const found = said.match(/http:\/\/\S+/);
      if (found) resolve(found[0]);
    });
    searchd.on("exit", () => reject(new Error(`searchd ended: ${said}`)));
  });
  return { searchd, address };
}

/** The site with its browser; close() ends both. */
export async function openSite({ withIndex = true } = {}) {
  const folder = mkdtempSync(join(tmpdir(), "techpolicy-browser-"));
  const { searchd, address } = await startSearchd(folder, withIndex ? join(top, "corpus/articles") : null);
  const browser = await chromium.launch({
    executablePath: process.env.TECHPOLICY_CHROMIUM ?? "/usr/bin/chromium",
    args: kChromiumFlags,
  });
  return {
    address,
    /** A fresh tab; `options` as in Playwright's newContext(). */
    async tab(options = {}) {
      const context = await browser.newContext({ viewport: { width: 1280, height: 720 }, baseURL: address, ...options });
      return context.newPage();
    },
    async close() {
      await browser.close();
      searchd.removeAllListeners("exit");
      searchd.kill("SIGTERM");
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** One address for each kind of page; each must be there in the sample articles. */
export const kPages = {
  start: "/",
  search: "/search?q=export+controls",
  filtered: "/search?q=chips&company=nvidia&place=-tw&from=2022&utm_source=x",
  "words of names": "/search?q=NVDA",
  chinese: "/search?q=%E5%87%BA%E5%8F%A3%E7%AE%A1%E5%88%B6",
  article: "/article/sample-october-2023-update?q=chips",
  empty: "/search?q=zyzzogeton&company=nvidia",
  "faulty query": "/search?q=(Apple+OR+Google",
  "faulty filter": "/search?q=chips&company=nvidiaa",
  about: "/search?q=chips&about=company:nvidia&rollup=parent",
  facet: "/facets/company?q=chips",
  "facet chosen": "/facets/company?q=chips&company=nvidia",
  entity: "/entities/company/nvidia",
  "no such entity": "/entities/company/nvida",
  compare: "/compare?a=company:nvidia&b=company:huawei",
  "compare empty": "/compare",
  "compare faulty": "/compare?a=(chips&b=company:huawei",
  zoomed: "/search?q=chips&from=2025-03&to=2025-06&chart=share&cited=12.100.2026-10-01",
  sentences: "/sentences?q=export+controls",
  help: "/help",
  "not found": "/nowhere",
};
