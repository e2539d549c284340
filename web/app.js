// Enhancement only: everything here is a link or a form that works without it.
//
// A search changes in place: the same address is fetched with `X-Fragment: results`, and the server
// answers with filters and results alone. The address is the only state.

const page = document.querySelector("#page");
const form = document.querySelector("#search");
const box = document.querySelector("#q");
const live = document.querySelector("#live");
let underWay = null;
let shown = location.pathname + location.search;

document.documentElement.classList.add("js");

/** The address of the search that the form describes; empty fields are left out. */
function formAddress() {
  const fields = [...new FormData(form)].filter(([, value]) => value.trim() !== "");
  const query = new URLSearchParams(fields).toString();
  return query ? `${form.action}?${query}` : form.action;
}

/** What is put back after the parts of the page were replaced: focus, and the open filters. */
function remember() {
  const held = document.activeElement;
  const panel = page.querySelector(".panel");
  const isBox = held instanceof HTMLInputElement && page.contains(held);
  return { open: panel?.open, name: isBox && held.name, value: isBox && held.value };
}

function restore({ open, name, value }) {
  const panel = page.querySelector(".panel");
  if (panel && open) panel.open = true;
  if (!name) return;
  const fields = [...page.querySelectorAll("input:not([type=hidden])")];
  const same = fields.find((field) => field.name === name && (field.type !== "checkbox" || field.value === value));
  same?.focus();
}

function show(html) {
  const kept = remember();
  page.innerHTML = html;
  restore(kept);
  const results = page.querySelector("#results");
  document.title = results.dataset.title;
  live.textContent = page.querySelector("#count").textContent;
}

function showFailure(address, push) {
  const note = document.querySelector("#failed").content.cloneNode(true);
  note.querySelector("button").addEventListener("click", () => go(address, push));
  page.querySelector(".problem[role=alert]")?.remove();
  page.querySelector("#results").prepend(note);
}

/** Shows the results of an address in place. The old ones stay, dimmed, until the new are there. */
async function go(address, { push = true, toTop = false } = {}) {
  underWay?.abort();
  const mine = new AbortController();
  underWay = mine;
  page.setAttribute("aria-busy", "true");
  try {
    const answer = await fetch(address, { headers: { "X-Fragment": "results" }, signal: mine.signal });
    // A faulty query is answered with 400 and shown as any result; the rest is no fragment.
    if (!answer.ok && answer.status !== 400) throw new Error(String(answer.status));
    show(await answer.text());
    if (push) history.pushState(null, "", address);
    const { pathname, search, searchParams } = new URL(address, location.href);
    shown = pathname + search;
    box.value = searchParams.get("q") ?? "";
    if (toTop) {
      scrollTo({ top: 0 });
      page.querySelector("#results").focus({ preventScroll: true });
    }
  } catch (error) {
    if (error.name !== "AbortError") showFailure(address, { push, toTop });
  } finally {
    if (underWay === mine) page.removeAttribute("aria-busy");
  }
}

function isPlainClick(event) {
  return event.button === 0 && !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey);
}

if (page && form) {
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    closeSuggestions();
    go(formAddress(), { toTop: true });
  });
  page.addEventListener("change", (event) => {
    if (event.target.form === form && event.target.checkValidity()) go(formAddress());
  });
  page.addEventListener("click", (event) => {
    const link = event.target.closest("a[href]");
    if (!link || !isPlainClick(event) || new URL(link.href).pathname !== "/search") return;
    event.preventDefault();
    go(link.href, { toTop: true });
  });
  page.addEventListener("input", (event) => {
    if (event.target.name === "facet_q") soon(() => seek(event.target));
  });
  addEventListener("popstate", () => {
    // A link within the page, such as "Skip to results", is no other search.
    if (location.pathname + location.search !== shown) go(location.href, { push: false });
  });
}

/* Waiting until somebody pauses, and forgetting what was asked before. */

let timer = 0;
let asking = null;

function soon(action) {
  clearTimeout(timer);
  timer = setTimeout(action, 120);
}

/** The text of an answer; nothing where it failed or a later question came first. */
async function ask(address, fragment) {
  asking?.abort();
  asking = new AbortController();
  try {
    const answer = await fetch(address, { headers: { "X-Fragment": fragment }, signal: asking.signal });
    return answer.ok ? await answer.text() : null;
  } catch {
    return null;
  }
}

/* Finding a value of a facet: the rows under the box become those whose names begin so. */

const rowsBefore = new WeakMap();

async function seek(field) {
  const rows = field.closest("fieldset").querySelector(".rows");
  if (!rowsBefore.has(rows)) rowsBefore.set(rows, rows.innerHTML);
  const address = `${field.form.action}?${new URLSearchParams(new FormData(field.form))}`;
  const html = field.value.trim() === "" ? rowsBefore.get(rows) : await ask(address, "rows");
  if (html !== null) rows.innerHTML = html;
}

/* Suggestions: the combobox of ARIA 1.2. The focus stays in the box. */

const list = document.querySelector("#suggestions");
let active = null;

function setActive(option) {
  active?.setAttribute("aria-selected", "false");
  active = option;
  active?.setAttribute("aria-selected", "true");
  active?.scrollIntoView({ block: "nearest" });
  if (active) box.setAttribute("aria-activedescendant", active.id);
  else box.removeAttribute("aria-activedescendant");
}

function showSuggestions(html) {
  list.innerHTML = html;
  setActive(null);
  list.hidden = list.childElementCount === 0;
  box.setAttribute("aria-expanded", String(!list.hidden));
}

function closeSuggestions() {
  clearTimeout(timer);
  asking?.abort();
  if (list) showSuggestions("");
}

async function suggest() {
  const typed = box.value.trim();
  const html = typed === "" ? "" : await ask(`/suggest?q=${encodeURIComponent(typed)}`, "rows");
  if (html !== null && document.activeElement === box) showSuggestions(html);
}

function choose(option) {
  const address = option.dataset.url;
  closeSuggestions();
  if (page && address.startsWith("/search")) go(address, { toTop: true });
  else location.assign(address);
}

/** The option after or before the active one, around the ends; none lies between last and first. */
function neighbour(step) {
  const stops = [null, ...list.children];
  return stops.at((stops.indexOf(active) + step) % stops.length);
}

function onBoxKey(event) {
  if (list.hidden) return;
  if (event.key === "ArrowDown" || event.key === "ArrowUp") setActive(neighbour(event.key === "ArrowDown" ? 1 : -1));
  else if (event.key === "Enter" && active) choose(active);
  else if (event.key === "Escape") closeSuggestions();
  else return;
  event.preventDefault();
}

if (box && list) {
  box.setAttribute("role", "combobox");
  box.setAttribute("aria-autocomplete", "list");
  box.setAttribute("aria-controls", list.id);
  box.setAttribute("aria-expanded", "false");
  box.addEventListener("input", () => soon(suggest));
  box.addEventListener("keydown", onBoxKey);
  box.addEventListener("blur", closeSuggestions);
  // Pressing on an option must not take the focus, or the list would be gone before the click.
  list.addEventListener("pointerdown", (event) => event.preventDefault());
  list.addEventListener("click", (event) => {
    const option = event.target.closest("[role=option]");
    if (option) choose(option);
  });
}

/* Menus close as menus do; citations are copied. */

addEventListener("click", async (event) => {
  for (const menu of document.querySelectorAll("details.menu[open]")) {
    if (!menu.contains(event.target)) menu.open = false;
  }
  const copy = event.target.closest("[data-copy]");
  if (!copy) return;
  await navigator.clipboard.writeText(copy.dataset.copy);
  copy.classList.add("done");
  if (live) live.textContent = copy.dataset.copied;
});

/* Keys. The slash can be turned off on the help page (WCAG 2.1.4). */

const slash = document.querySelector("#slash");
const slashIsOff = () => localStorage.getItem("slash") === "off";

if (slash) {
  slash.checked = !slashIsOff();
  slash.addEventListener("change", () => localStorage.setItem("slash", slash.checked ? "on" : "off"));
}

addEventListener("keydown", (event) => {
  const menu = event.key === "Escape" && event.target.closest?.("details.menu[open]");
  if (menu) {
    menu.open = false;
    menu.querySelector("summary").focus();
  }
  const typing = event.target.closest?.("input, textarea, select, [contenteditable]");
  if (event.key !== "/" || typing || slashIsOff() || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  box?.focus();
  box?.select();
});
