/**
 * The search page, and the only module that touches it: takes the search out of the address bar, asks the archive, shows
 * what it answers. The address bar is the one place where the state is kept. All words come from the page; what comes from
 * the data is set as text, never as markup.
 */
const one = (selector, within = document) => within.querySelector(selector);
const all = (selector) => [...document.querySelectorAll(selector)];

const PER_PAGE = 10;
/** Long enough for a fast typist, too short to be felt. */
const PAUSE = 200;
/** Readers who listen are told once the search has come to rest, not after every key. */
const REST = 1000;

const page = one("[data-search]");
const list = one("[data-results]");
const box = one("input[name=q]");
const groups = all("[data-group]");
const parts = one("#parts").content;
const title = document.title;
/** The names of the values that were seen, by facet and value. */
const names = {};

let archive; // a promise, once the archive was opened
let result; // what is shown
let turn; // aborts the search that runs
let composing, waiting, resting, mustReload;
let typing; // whether the newest entry of the history is still being typed

const say = (name, value) => (page.getAttribute("data-say-" + name) || "").replace("{}", () => value);
const figure = (count) => count.toLocaleString(say("locale"));
const address = () => new URLSearchParams(location.search);
const on = (target, events, does) => events.split(" ").forEach((event) => target.addEventListener(event, does));

const make = (name, attributes, ...children) => {
  const made = Object.assign(document.createElement(name), attributes);
  made.append(...children);
  return made;
};

/** Fills an element with text in which the words that were looked for are marked. */
const mark = (element, pieces) =>
  element.replaceChildren(...(pieces || []).map(({ text, mark }) => (mark ? make("mark", {}, text) : text)));

/** The address with other values for a name; another search begins at its first page. */
const changed = (name, ...values) => {
  const params = address();
  params.delete("page");
  params.delete(name);
  values.forEach((value) => value && params.append(name, value));
  return params;
};

/** The address with a value taken in, or taken away where it is there. */
const toggled = (name, value) => {
  const there = address().getAll(name);
  return changed(name, ...(there.includes(value) ? there.filter((other) => other !== value) : [...there, value]));
};

/* From the reader to the address bar */

function go(params, how = "pushState") {
  history[how](null, "", String(params) ? "?" + params : location.pathname);
  run();
}

/** Takes over what stands in the box. A word that is typed makes one entry of the history, not one for each key. */
function ask(settled) {
  clearTimeout(waiting);
  const params = changed("q", box.value.trim() && box.value);
  if (params.get("q") !== address().get("q")) {
    params.delete("exact");
    go(params, typing ? "replaceState" : "pushState");
    typing = true;
  } else if (settled) {
    run();
  }
  typing = typing && !settled;
}

function typed({ type, isComposing }) {
  clearTimeout(waiting);
  composing = isComposing || type === "compositionstart" || (composing && type === "input");
  if (!composing) waiting = setTimeout(ask, PAUSE);
}

on(box, "input compositionstart compositionend", typed);
on(box, "keydown", () => archive || open().then((opened) => opened.warm()).catch(() => {}));
on(box.form, "submit", (event) => {
  event.preventDefault();
  if (!composing) ask(true);
});
on(window, "keydown", (event) => {
  if (event.key === "/" && event.target !== box) {
    event.preventDefault();
    box.focus();
    box.select();
  }
});
on(page, "click", (event) => {
  const link = event.target.closest("a[href^='?']");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  typing = false;
  const { facet, value } = link.dataset;
  // A facet may still be drawn for the search before this one.
  go(facet ? toggled(facet, value) : new URLSearchParams(link.search));
  if (link.rel) one("#results").focus();
});
on(window, "popstate", start);
groups.forEach((group) => on(group, "toggle", counts));
on(one("[data-when=error] button"), "click", () => (mustReload ? location.reload() : run()));

/* From the address bar to the archive */

const open = () => {
  if (!archive) {
    archive = import("./search.js").then((search) =>
      search.openArchive(new URL("../..", import.meta.url), { root: JSON.parse(page.dataset.root) }));
    archive.catch(() => (archive = undefined));
  }
  return archive;
};

/** Does a part of the newest search; what goes wrong with an earlier one is nobody's concern any more. */
async function during(work) {
  const { signal } = turn;
  try {
    await work(signal);
  } catch (problem) {
    if (!signal.aborted) fail(problem);
  }
}

function start() {
  typing = false;
  box.value = address().get("q") || "";
  run();
}

function run() {
  turn?.abort();
  turn = new AbortController();
  const params = address();
  const text = params.get("q") || "";
  const filters = {};
  groups.forEach(({ dataset }) => (filters[dataset.group] = params.getAll(dataset.group)));
  const shownPage = Math.max(1, parseInt(params.get("page")) || 1);
  document.title = (text && text + " - ") + title;
  if (!text.trim() && !Object.values(filters).flat().length) return empty("idle");
  state("searching");
  during(async (signal) => {
    const opened = await open();
    const found = await opened.search(text, {
      filters,
      sort: params.get("sort") || undefined,
      offset: (shownPage - 1) * PER_PAGE,
      limit: PER_PAGE,
      exactWords: params.has("exact"),
      excerpts: false,
      facets: false,
      count: false,
      signal,
    });
    if (signal.aborted) return;
    if (found.total && !found.hits.length) return go(changed("page"), "replaceState");
    result = found;
    show(shownPage);
    await opened.excerpts(found, {
      signal,
      onHit: (hit, i) => signal.aborted || mark(one(".item-summary", list.children[i]), hit.excerptParts),
    });
    // Ten titles do not wait for all texts that a phrase may stand in.
    if (!found.exact) {
      await opened.count(found, { signal });
      if (found === result) sum(shownPage);
    }
    await counts();
  });
}

/** How many replies each value of a facet would leave; asked for when somebody looks, or to name what is chosen. */
function counts() {
  const found = result;
  if (!found || !one("[data-group][open], .search-chosen a")) return;
  return during(async (signal) => {
    if (!found.facets) await (await open()).facets(found, { signal });
    if (found === result) facets();
  });
}

/* From the archive to the page */

/** Shows what belongs to a state, and hides what does not. */
const state = (name, shown = name) => {
  list.dataset.state = name;
  all("[data-when]").forEach((part) => (part.hidden = !part.dataset.when.split(" ").includes(shown)));
  if (name === "searching") setTimeout(() => list.dataset.state === name && tell(say("busy")), 2 * PAUSE);
};

const tell = (seen, heard = seen) => {
  one(".search-total").textContent = seen;
  clearTimeout(resting);
  resting = setTimeout(() => (one("[role=status]").textContent = heard), REST);
};

const empty = (name, shown, heard) => {
  result = undefined;
  list.dataset.total = 0;
  list.replaceChildren();
  one("[data-search] .pager").hidden = true;
  tell("", heard);
  state(name, shown);
};

const fail = ({ kind, name }) => {
  mustReload = !kind || kind === "newer";
  // A browser that cannot read the scripts is too old as well.
  const notice = kind === "unsupported" || name === "SyntaxError" ? "unavailable" : "error";
  empty("error", notice, one(`[data-when=${notice}] p`).textContent);
};

const show = (shownPage) => {
  const { total, hits, notes, widened } = result;
  list.replaceChildren(...hits.map(entry));
  const partly = list.children[hits.findIndex((hit) => !hit.whole)];
  if (partly) partly.dataset.partly = say("partly");
  const lines = notes.map(({ kind, text }) => make("li", {}, say(kind, text)));
  // What was looked for beyond the words, with the step back.
  const added = widened.flatMap((word) => word.added).join(say("separator"));
  const back = make("a", { href: "?" + changed("exact", 1) }, say("exact"));
  if (added) lines.unshift(make("li", {}, say("also", added), " ", back));
  one(".search-notes").replaceChildren(...lines);
  chosen();
  all("[data-sort]").forEach((link) => {
    const { sort } = link.dataset;
    link.href = "?" + changed("sort", sort);
    link.ariaCurrent = sort === (address().get("sort") || "");
  });
  sum(shownPage);
  state("done", total ? "done" : "none");
};

/** How many were found, and the way to the pages before and after. */
const sum = (shownPage) => {
  const { total, exact } = result;
  list.dataset.total = total;
  tell(total ? say(exact ? "total" : "about", figure(total)) : say("none"));
  const pager = one("[data-search] .pager");
  const [before, here, after] = pager.children;
  pager.hidden = total <= PER_PAGE;
  here.textContent = say("page", figure(shownPage));
  const turnTo = (link, other, gone) => Object.assign(link, { href: "?" + changed("page", other), hidden: gone });
  turnTo(before, shownPage - 1, shownPage < 2);
  turnTo(after, shownPage + 1, shownPage * PER_PAGE >= total);
};

const entry = (hit) => {
  const item = one("[data-hit]", parts).cloneNode(true);
  item.dataset.hit = hit.id;
  one("a", item).href = hit.url;
  mark(one("a", item), hit.titleParts);
  const date = new Date(hit.date).toLocaleDateString(say("locale"), { dateStyle: "long", timeZone: "UTC" });
  const facts = [
    ...hit.marks.map((name) => make("strong", { className: "mark" }, say("mark-" + name))),
    make("span", {}, hit.body),
    make("time", { dateTime: hit.date }, date),
    ...[hit.number && say("number", hit.number), hit.outcome].map((fact) => make("span", {}, fact)),
  ].filter((fact) => fact.textContent);
  one(".item-facts", item).append(...facts.flatMap((fact) => [fact, " "]));
  return item;
};

/** Draws a list of links; the one that had the focus keeps it, and the results have it where that one is gone. */
const links = (list, made) => {
  const active = document.activeElement;
  const anew = make("ul", {}, ...made.map((link) => make("li", {}, link)));
  // Drawn alike it stays, since a click that is under way would be lost with its link.
  if (anew.innerHTML === list.innerHTML) return;
  list.replaceChildren(...anew.children);
  if (!active.isConnected) (made.find(({ dataset }) => dataset.value === active.dataset.value) || one("#results")).focus();
};

const chosen = () => {
  const made = [];
  address().forEach((value, name) => {
    const group = one(`[data-group="${CSS.escape(name)}"]`);
    const text = group ? names[name + value] || value : say("exact");
    const attributes = { href: "?" + toggled(name, value), ariaLabel: say("remove", text) };
    if (group || name === "exact") made.push(make("a", attributes, text));
  });
  links(one(".search-chosen"), made);
};

const facets = () => {
  groups.forEach((group) => {
    const facet = group.dataset.group;
    links(one("ul", group), (result.facets[facet] || []).map(({ value, name, count, selected }) => {
      names[facet + value] = name;
      const attributes = { href: "?" + toggled(facet, value), ariaCurrent: selected };
      const link = make("a", attributes, make("span", {}, name), " ", make("span", { className: "number" }, figure(count)));
      Object.assign(link.dataset, { facet, value, count });
      return link;
    }));
  });
  chosen();
};

one(".late").classList.remove("late");
start();
if (!box.value && matchMedia("(pointer: fine)").matches) box.focus();
