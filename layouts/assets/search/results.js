/**
 * The search page, and the only module that touches it: takes the search out of the address bar, asks the archive, shows
 * what it answers. The address bar is the one place where the state is kept. All words come from the page; what comes from
 * the data is set as text, never as markup.
 */
const one = (selector, within = document) => within.querySelector(selector);
const all = (selector, within = document) => [...within.querySelectorAll(selector)];

const PER_PAGE = 10;
/** Long enough for a fast typist, too short to be felt. */
const PAUSE = 200;
/** Readers who listen are told once the search has come to rest, not after every key. */
const REST = 1000;

const page = one("[data-search]");
const list = one("[data-results]");
const box = one("input[name=q]");
const groups = all("[data-group]");
const parts = one("template#parts").content;
const title = document.title;
/** The names of the values that were seen, by facet and value. */
const names = {};

let archive; // a promise, once the archive was opened
let result; // what is shown
let turn = new AbortController();
let composing, waiting, resting, mustReload;
let typing = false; // the newest entry of the history is still being typed

const say = (name, value) => (page.getAttribute("data-say-" + name) || "").replace("{}", () => value);
const figure = (count) => count.toLocaleString(say("locale"));
const address = () => new URLSearchParams(location.search);

function make(name, text, attributes) {
  const made = document.createElement(name);
  made.textContent = text;
  return Object.assign(made, attributes);
}

function fill(parent, children) {
  parent.textContent = "";
  parent.append(...children);
}

/** Text with the words that were looked for marked. */
const marked = (pieces) => (pieces || []).map(({ text, mark }) => (mark ? make("mark", text) : text));

/** The address with other values for a name; another search begins at its first page. */
function changed(name, values) {
  const params = address();
  params.delete("page");
  params.delete(name);
  values.forEach((value) => value && params.append(name, value));
  return params;
}

/** The address with a value taken in, or taken away where it is there. */
function toggled(name, value) {
  const there = address().getAll(name);
  return changed(name, there.includes(value) ? there.filter((v) => v !== value) : [...there, value]);
}

/* From the reader to the address bar */

function go(params, how = "pushState") {
  history[how](null, "", String(params) ? "?" + params : location.pathname);
  run();
}

/** Takes over what stands in the box. A word that is typed makes one entry of the history, not one for each key. */
function ask(settled) {
  clearTimeout(waiting);
  const params = changed("q", [box.value.trim() && box.value]);
  if (params.get("q") !== address().get("q")) {
    params.delete("exact");
    go(params, typing ? "replaceState" : "pushState");
    typing = true;
  } else if (settled) {
    run();
  }
  typing = typing && !settled;
}

function typed(event) {
  clearTimeout(waiting);
  composing = event.type === "compositionstart" || (composing && event.type === "input") || event.isComposing;
  if (!composing) waiting = setTimeout(ask, PAUSE);
}

["input", "compositionstart", "compositionend"].forEach((name) => box.addEventListener(name, typed));
box.addEventListener("keydown", () => open().then((opened) => opened.warm()).catch(() => {}), { once: true });
box.form.addEventListener("submit", (event) => {
  event.preventDefault();
  if (!composing) ask(true);
});
addEventListener("keydown", (event) => {
  if (event.key === "/" && event.target !== box && !event.ctrlKey && !event.metaKey && !event.altKey) {
    event.preventDefault();
    box.focus();
    box.select();
  }
});
page.addEventListener("click", (event) => {
  const link = event.target.closest("a[href^='?']");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  typing = false;
  const { facet, value } = link.dataset;
  go(facet ? toggled(facet, value) : new URLSearchParams(link.getAttribute("href")));
  if (link.rel) one("#results").focus();
});
addEventListener("popstate", start);
groups.forEach((group) => group.addEventListener("toggle", counts));
one("[data-when=error] button").addEventListener("click", () => (mustReload ? location.reload() : run()));

/* From the address bar to the archive */

function open() {
  if (!archive) {
    const { root } = page.dataset;
    archive = import("./search.js").then((search) =>
      search.openArchive(new URL("../..", import.meta.url), root ? { root: JSON.parse(root) } : {}));
    archive.catch(() => (archive = undefined));
  }
  return archive;
}

function start() {
  typing = false;
  box.value = address().get("q") || "";
  run();
}

async function run() {
  turn.abort();
  turn = new AbortController();
  const { signal } = turn;
  const params = address();
  const text = params.get("q") || "";
  const filters = {};
  groups.forEach(({ dataset }) => (filters[dataset.group] = params.getAll(dataset.group)));
  const offset = Math.max(0, (parseInt(params.get("page"), 10) || 1) - 1) * PER_PAGE;
  document.title = text ? text + " - " + title : title;
  if (!text.trim() && !Object.values(filters).flat().length) {
    empty("idle");
    return;
  }
  state("searching");
  try {
    const opened = await open();
    const found = await opened.search(text, {
      filters,
      sort: params.get("sort") || undefined,
      offset,
      limit: PER_PAGE,
      exactWords: params.has("exact"),
      excerpts: false,
      facets: false,
      signal,
    });
    if (signal.aborted) return;
    if (found.total && !found.hits.length) {
      go(changed("page", []), "replaceState");
      return;
    }
    result = found;
    show(offset);
    await opened.excerpts(found, { signal, onHit: (hit, i) => signal.aborted || excerpt(list.children[i], hit) });
    await counts();
  } catch (problem) {
    if (!signal.aborted) fail(problem);
  }
}

/** How many replies each value of a facet would leave; asked for when somebody looks, or to name what is chosen. */
async function counts() {
  const { signal } = turn;
  const found = result;
  if (!found || !(one("[data-group][open]") || one(".search-chosen a"))) return;
  try {
    if (!found.facets) await (await open()).facets(found, { signal });
    if (found === result) facets();
  } catch (problem) {
    if (!signal.aborted) fail(problem);
  }
}

/* From the archive to the page */

/** Shows what belongs to a state, and hides what does not. */
function state(name, shown = name) {
  list.dataset.state = name;
  all("[data-when]").forEach((part) => (part.hidden = !part.dataset.when.split(" ").includes(shown)));
  if (name === "searching") setTimeout(() => list.dataset.state === name && tell(say("busy")), 2 * PAUSE);
}

function tell(seen, heard = seen) {
  one(".search-total").textContent = seen;
  clearTimeout(resting);
  resting = setTimeout(() => (one("[role=status]").textContent = heard), REST);
}

function empty(name, shown) {
  result = undefined;
  list.dataset.total = 0;
  fill(list, []);
  one(".pager", page).hidden = true;
  tell("");
  state(name, shown);
}

function fail(problem) {
  mustReload = !problem.kind || problem.kind === "newer";
  const notice = problem.kind === "unsupported" ? "unavailable" : "error";
  empty("error", notice);
  tell("", one(`[data-when=${notice}] p`).textContent);
}

function show(offset) {
  const { total, exact, hits } = result;
  list.dataset.total = total;
  fill(list, hits.map(entry));
  const partly = hits.findIndex((hit) => !hit.whole);
  if (partly >= 0) list.children[partly].dataset.partly = say("partly");
  tell(total ? say(exact ? "total" : "about", figure(total)) : say("none"));
  notes();
  chosen();
  all("[data-sort]").forEach((link) => choice(link, "sort", link.dataset.sort, link.dataset.sort === (address().get("sort") || "")));
  const number = offset / PER_PAGE + 1;
  const pager = one(".pager", page);
  pager.hidden = total <= PER_PAGE;
  one("span", pager).textContent = say("page", figure(number));
  [[-1, "prev"], [1, "next"]].forEach(([step, rel]) => {
    const link = one(`[rel=${rel}]`, pager);
    link.href = "?" + changed("page", [number + step]);
    link.hidden = number + step < 1 || (number + step - 1) * PER_PAGE >= total;
  });
  state("done", total ? "done" : "none");
}

function entry(hit) {
  const item = one("[data-hit]", parts).cloneNode(true);
  item.dataset.hit = hit.id;
  const link = one("a", item);
  link.href = hit.url;
  link.append(...marked(hit.titleParts));
  const date = new Date(hit.date).toLocaleDateString(say("locale"), { dateStyle: "long", timeZone: "UTC" });
  const facts = [
    ...hit.marks.map((name) => one(`[data-mark="${name}"]`, parts)).map((mark) => mark && mark.cloneNode(true)),
    hit.body && make("span", hit.body),
    make("time", date, { dateTime: hit.date }),
    hit.number && make("span", say("number", hit.number)),
    hit.outcome && make("span", hit.outcome),
  ];
  one(".item-facts", item).append(...facts.filter(Boolean).flatMap((fact) => [fact, " "]));
  excerpt(item, hit);
  return item;
}

function excerpt(item, hit) {
  fill(one(".item-summary", item), marked(hit.excerptParts));
}

/** What of the query could not be used, and what was looked for beyond its words, with the step back. */
function notes() {
  const added = result.widened.flatMap((word) => word.added).join(say("separator"));
  const lines = result.notes.map(({ kind, text }) => make("li", say(kind, text)));
  if (added) {
    lines.push(make("li", say("also", added) + " "));
    lines[lines.length - 1].append(choice(make("a", say("exact")), "exact", "1"));
  }
  fill(one(".search-notes"), lines);
}

function choice(link, name, value, current) {
  link.href = "?" + (name === "sort" ? changed(name, [value]) : toggled(name, value));
  link.setAttribute("aria-current", !!current);
  return link;
}

/** A list of choices; the one that had the focus keeps it, and the results have it where that one is gone. */
function choices(list, links) {
  const active = document.activeElement;
  const items = links.map((link) => {
    const item = make("li", "");
    item.append(link);
    return item;
  });
  fill(list, items);
  if (!active.isConnected) (links.find(({ dataset }) => dataset.value === active.dataset.value) || one("#results")).focus();
}

function chosen() {
  const params = [...address()].filter(([name]) => name === "exact" || one(`[data-group="${name}"]`));
  choices(one(".search-chosen"), params.map(([name, value]) => {
    const text = name === "exact" ? say("exact") : names[name + value] || value;
    return choice(make("a", text, { ariaLabel: say("remove", text) }), name, value);
  }));
}

function facets() {
  groups.forEach((group) => {
    const facet = group.dataset.group;
    const links = (result.facets[facet] || []).map(({ value, name, count, selected }) => {
      names[facet + value] = name;
      const link = choice(make("a", ""), facet, value, selected);
      Object.assign(link.dataset, { facet, value, count });
      link.append(make("span", name), " ", make("span", figure(count), { className: "number" }));
      return link;
    });
    choices(one("ul", group), links.length ? links : [make("span", say("none"))]);
  });
  chosen();
}

start();
if (!box.value && matchMedia("(pointer: fine)").matches) box.focus();
