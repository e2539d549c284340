// Makes the pictures of the README from a searchd over the sample articles:
//   TECHPOLICY_BUILD=build/release node tests/browser/screenshots.mjs
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { openSite } from "./site.mjs";

const folder = join(dirname(fileURLToPath(import.meta.url)), "../../docs/images");
const kShots = [
  { file: "search.png", address: "/search?q=export+controls&company=nvidia", options: { viewport: { width: 1280, height: 840 } } },
  { file: "search-dark.png", address: "/search?q=export+controls&company=nvidia", options: { colorScheme: "dark", viewport: { width: 1280, height: 840 } } },
  { file: "entity.png", address: "/entities/company/nvidia", options: { viewport: { width: 1280, height: 900 } } },
  { file: "compare.png", address: "/compare?a=company:nvidia&b=company:huawei", options: { viewport: { width: 1280, height: 900 } } },
  { file: "article.png", address: "/article/sample-october-2023-update?q=chips#match-2", options: { viewport: { width: 1280, height: 900 } } },
  { file: "phone.png", address: "/search?q=export+controls", options: { viewport: { width: 390, height: 780 }, hasTouch: true } },
];

const site = await openSite();
for (const { file, address, options } of kShots) {
  const page = await site.tab(options);
  await page.goto(address);
  await page.screenshot({ path: join(folder, file) });
  console.log(join(folder, file));
}
await site.close();
