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
  addEventListener("popstate", () => {
    // A link within the page, such as "Skip to results", is no other search.
    if (location.pathname + location.search !== shown) go(location.href, { push: false });
  });
}

addEventListener("keydown", (event) => {
  const typing = event.target.closest?.("input, textarea, select, [contenteditable]");
  if (event.key !== "/" || typing || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  box?.focus();
  box?.select();
});
