// Searches an archive from its plain files, for any page; what touches the search page is in results.js.
import { Files, SearchError, bucket, fetched, hex, inFolder, long, reply, table, text } from "./buckets.js";
import { excerpt, marks, parts } from "./excerpt.js";
import { dates, parse } from "./query.js";
import { byRelevance, common, found, plan, planPhrase, score } from "./rank.js";
import { clean, fold, needsTable, useTable, word } from "./tokens.js";

export { SearchError };

const FORMAT = 1;
const CARDS = 8;
const CHUNK = 1024;
const FACETS = ["session", "kind", "body", "topic", "outcome"];
// Totals of phrases are exact up to here; so many texts are read for them at most, and so many at once.
const EXACT = 1000;
const MOST_TEXTS = 4000;
const AT_ONCE = 12;
const FRESH = 60_000;
const LAY = 0.9;

export async function openArchive(base, { root } = {}) {
  if (!globalThis.DecompressionStream) throw new SearchError("unsupported");
  const url = new URL(base, globalThis.document?.baseURI).href.replace(/[^/]*$/, "");
  return new Archive(url, root ?? (await rootOf(url)), root ? 0 : Date.now());
}

async function rootOf(base) {
  const bytes = await fetched(base + "search/index.json", "index.json", "no-cache");
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch (cause) {
    throw new SearchError("damaged", "index.json", cause);
  }
}

class Archive {
  #base;
  #seen;
  #files;
  parse = parse;

  constructor(base, root, seen) {
    this.#base = base;
    this.#seen = seen;
    this.#use(root);
  }

  #use(root) {
    if (root.format !== FORMAT) throw new SearchError("newer", "index.json");
    Object.assign(this, { root, build: root.build, replies: root.replies });
    this.#files = new Files(this.#base, root.build);
  }

  // Searches; and once more where the site turns out to be another build than this page knows.
  async search(text, options = {}) {
    const look = () => rootOf(this.#base).catch(() => {});
    const early = Date.now() - this.#seen > FRESH && look();
    const [done] = await Promise.allSettled([this.#search(text, options)]);
    options.signal?.throwIfAborted();
    // What finds nothing may be looking for what a deploy has just brought.
    const now = await (early || (!done.value?.total && look()));
    if (now) this.#seen = Date.now();
    if (now && now.build !== this.build) {
      this.#use(now);
      return this.#search(text, options);
    }
    if (done.reason) throw done.reason;
    return done.value;
  }

  async #search(text, options) {
    const { sort, offset = 0, limit = 10, signal } = options;
    const query = parse(text);
    const search = new Search(this, query, options);
    await search.gather();
    signal?.throwIfAborted();
    search.replies.sort({ date: (a, b) => b - a, oldest: (a, b) => a - b }[sort] ?? byRelevance(search.scored));
    const end = offset + Math.min(limit, EXACT);
    const cards = () => Promise.all(search.replies.slice(offset, end).map((number) => this.#card(number, search)));
    // Mostly these stay while phrases are looked for in the texts.
    cards().catch(() => {});
    await search.settle(options.count === false ? end : Infinity, signal);
    const result = { hits: await cards(), facets: null, query, widened: search.widened, notes: query.notes };
    Object.defineProperty(result, "search", { value: search });
    signal?.throwIfAborted();
    await this.count(result, { signal, settled: true });
    if (options.facets !== false) await this.facets(result, { signal });
    if (options.excerpts !== false) await this.excerpts(result, { signal });
    return result;
  }

  // Makes the total exact that `count: false` left rough.
  async count(result, { signal, settled } = {}) {
    if (!settled) await result.search.settle(Infinity, signal);
    const { total, exact } = result.search;
    return Object.assign(result, { total, exact });
  }

  async #card(number, { marks, scored, numbers }) {
    const cards = await this.#files.get("c/" + inFolder(Math.floor(number / CARDS)), table);
    const [id, title, date, body, outcome, printed, its] = cards[number % CARDS];
    const hit = {
      id, url: `${this.#base}${id}/`, title, titleParts: parts(title, marks), date, body, outcome, number: printed,
      marks: its.split(" ").filter(Boolean), whole: scored.whole[number] === scored.words, excerpt: null, excerptParts: null,
    };
    numbers.set(hit, number);
    return hit;
  }

  async excerpts(result, { from = 0, to, signal, onHit } = {}) {
    const { marks, numbers } = result.search;
    await Promise.all(
      result.hits.slice(from, to).map(async (hit, i) => {
        hit.excerptParts = excerpt(await this.text(numbers.get(hit)), marks);
        hit.excerpt = hit.excerptParts.map((part) => part.text).join("");
        signal?.throwIfAborted();
        onHit?.(hit, from + i);
      }),
    );
    return result;
  }

  async facets(result, { signal } = {}) {
    const { search } = result;
    await search.settle(Infinity, signal);
    const facets = { exact: search.exact };
    for (const facet of ["year", ...FACETS]) {
      const replies = await search.without(facet, signal);
      const names = facet === "year" ? this.root.years.map(([year]) => [`${year}`, `${year}`]) : await this.names(facet);
      const terms = facet === "year" ? (number) => [this.#year(number)] : await this.#column(facet, replies);
      const chosen = search.chosen(facet);
      const counts = names.map(() => 0);
      replies.forEach((number) => terms(number).forEach((term) => counts[term]++));
      facets[facet] = names
        .map(([value, name], term) => ({ value, name, count: counts[term], selected: chosen.includes(value) }))
        .filter(({ count, selected }) => count || selected)
        .sort((a, b) => (facet === "year" ? b.value - a.value : b.count - a.count || (a.name < b.name ? -1 : 1)));
    }
    signal?.throwIfAborted();
    return (result.facets = facets);
  }

  // Which terms of a facet a reply has, for these replies.
  async #column(facet, replies) {
    const chunks = {};
    await Promise.all(
      [...new Set(replies.map((number) => Math.floor(number / CHUNK)))].map(async (chunk) => {
        chunks[chunk] = await this.names(chunk.toString(16));
      }),
    );
    const line = FACETS.indexOf(facet);
    return (number) => [...chunks[Math.floor(number / CHUNK)][line][number % CHUNK]].map((term) => term.charCodeAt(0) - 0x4e00);
  }

  #year(number) {
    let end = 0;
    return this.root.years.findIndex(([, count]) => number < (end += count));
  }

  // The numbers of the replies of some days: the first, and the one after the last.
  async days({ from, to }) {
    const whole = from.endsWith("-01-01") && to.endsWith("-12-31");
    const days = whole ? this.root.years.map(([year, count]) => [`${year}-06`, count]) : await this.names("days");
    const before = (holds) => days.reduce((sum, [day, count]) => sum + (holds(day) ? +count : 0), 0);
    return [before((day) => day < from), before((day) => day <= to)];
  }

  names = (facet) => this.#files.get(`f/${facet}`, table);
  words = async () => this.root.words ?? this.names("words");
  warm = () => this.words().catch(() => {});
  text = (number) => this.#files.get(`t/${inFolder(number)}`, reply);

  // The list of a term; what is long is read only when `whole` is asked.
  async list({ spread, check }) {
    const { bits } = this.root;
    const number = bits ? spread >>> (32 - bits) : 0;
    const lists = await this.#files.get(`g/${inFolder(number)}`, (bytes) => bucket(bytes, number * 2 ** (32 - bits)));
    return lists.get(hex(spread, 8) + hex(check, 2)) ?? { count: 0, replies: [], classes: [] };
  }

  whole = (list) => (list.replies ? list : this.#files.get(`l/${list.name}`, (bytes) => long(bytes, list.count)));

  async fold(typed) {
    if (needsTable(typed)) useTable(await this.#files.get("f/folds", text));
    return fold(clean(typed));
  }
}

// One search: what the lists say, and what is still to be read in the texts.
class Search {
  widened = [];
  numbers = new Map();
  // What must be in the text, or must not be: { text, sure, has, excluded }.
  #phrases = [];
  #filters = [];
  #checked = new Map();
  #added = [];

  constructor(archive, query, { filters = {}, exactWords }) {
    Object.assign(this, { archive, query, exactWords, fields: { ...query.fields } });
    for (const [field, given] of Object.entries(filters)) {
      const values = [given ?? []].flat().map(String).filter(Boolean);
      const own = field === "date" ? values.flatMap((value) => dates(value, this.#note)) : values;
      if (values.length) this.fields[field] = [...(this.fields[field] ?? []), ...own];
    }
  }

  #note = (kind, text) => this.query.notes.push({ kind, text });

  async gather() {
    const { archive, query, fields } = this;
    const words = await Promise.all(query.words.map(async (word) => ({ ...word, text: await archive.fold(word.text) })));
    const narrow = (all, excluded) => Object.entries(all).map(([field, values]) => this.#filter(field, values, excluded));
    const lists = words.map((word) => (word.quoted || word.excluded ? this.#phrase(word) : this.#word(word)));
    await Promise.all([...lists, ...narrow(fields, false), ...narrow(query.excludedFields, true)]);
    const wanted = (await Promise.all(lists)).filter((alternatives) => alternatives?.length);
    const said = words.filter(({ excluded }) => !excluded);
    this.marks = marks([...said, ...this.#added]);
    this.scored = score(wanted, archive.replies);
    const nothing = said.length ? !wanted.length : query.text && !words.length && !this.#filters.length;
    if (nothing) this.#note("nothing", query.text.slice(0, 20));
    const all = nothing ? [] : wanted.length ? found(this.scored) : Array.from({ length: archive.replies }, (_, number) => number);
    this.base = all.filter((number) => this.#phrases.every(({ has, sure, excluded }) => (excluded ? !sure || !has.has(number) : has.has(number))));
    this.replies = this.base.filter((number) => this.#passes(number));
    this.total = this.replies.length;
  }

  // Lists of terms: long ones only where no other tells, and then the shortest of them.
  async #lists(terms) {
    const lists = await Promise.all(terms.map((term) => this.archive.list(term)));
    const short = lists.filter(({ replies }) => replies);
    const kept = short.length ? short : lists.sort((a, b) => a.count - b.count).slice(0, 3);
    return Promise.all(kept.map(this.archive.whole));
  }

  async #phrase({ text, quoted, excluded }) {
    // A word of letters or digits excludes as a word, anything else as a phrase.
    const { terms, sure } = !quoted && /^[a-z\d]+$/.test(text) ? { terms: [word(text)], sure: true } : planPhrase(text);
    if (!terms.length) return;
    const lists = await this.#lists(terms);
    this.#phrases.push({ text, sure, excluded, has: new Set(common(lists)) });
    if (!excluded) return [{ lists, factor: 1 }];
  }

  // The alternatives of a word: itself, and the names that it may be a lay word for.
  async #word({ text }) {
    const ways = [[1, plan(text)]];
    const added = [];
    for (const [facet, id, name, ...others] of this.exactWords ? [] : await this.archive.words()) {
      const official = fold(name);
      const lay = others.map((other) => fold(other)).find((other) => other.length > 1 && text.includes(other));
      if (!lay || text.includes(official) || added.length > 2) continue;
      const wider = text.replace(lay, official);
      added.push(name);
      this.#added.push({ text: wider });
      ways.push([LAY, plan(wider)]);
      if (facet && lay === text) ways.push([LAY, [word(`${facet}=${id}`)]]);
    }
    if (added.length) this.widened.push({ word: text, added });
    const alternatives = await Promise.all(ways.map(async ([factor, terms]) => ({ factor, lists: await this.#lists(terms) })));
    return alternatives.filter(({ lists }) => lists.length);
  }

  async #filter(field, given, excluded) {
    const { archive } = this;
    let ids = given;
    let has;
    if (field === "date" || field === "year") {
      const spans = field === "date" ? given : given.flatMap((year) => dates(year, this.#note));
      const ranges = await Promise.all(spans.map((span) => archive.days(span)));
      has = (number) => ranges.some(([from, to]) => number >= from && number < to);
    } else {
      ids = (await Promise.all(given.map((value) => this.#ids(field, value)))).flat();
      const lists = await Promise.all(ids.map(async (id) => archive.whole(await archive.list(word(`${field}=${id}`)))));
      const all = new Set(lists.flatMap(({ replies }) => [...replies]));
      has = (number) => all.has(number);
    }
    this.#filters.push({ field, ids, excluded, passes: (number) => has(number) !== excluded });
  }

  // What a value means: an id, or the ids of the names that are it, or else hold it.
  async #ids(field, value) {
    const folded = await this.archive.fold(value);
    if (field === "number") return [folded.replace(/^第|号$/g, "")];
    const names = (await this.archive.names(field)).map((line) => line.map((name) => fold(name)));
    const same = names.filter((line) => line.includes(folded));
    const ids = (same.length ? same : names.filter(([, ...line]) => line.some((name) => name.includes(folded)))).map(([id]) => id);
    if (!ids.length) this.#note("unknown-value", value);
    return ids;
  }

  #passes = (number, but) => this.#filters.every(({ field, excluded, passes }) => (field === but && !excluded) || passes(number));

  chosen = (facet) => this.#filters.flatMap(({ field, excluded, ids }) => (field === facet && !excluded ? ids : []));

  // Reads texts in the order of the replies until so many are known to hold what they must.
  async settle(wanted, signal) {
    const kept = [];
    const open = this.#phrases.some(({ sure }) => !sure);
    let at = open ? 0 : this.replies.length;
    const last = Math.min(this.replies.length, MOST_TEXTS);
    for (; at < last && kept.length < wanted && kept.length <= EXACT; at += AT_ONCE) {
      kept.push(...(await this.#holding(this.replies.slice(at, Math.min(last, at + AT_ONCE)), signal)));
    }
    if (!open) kept.push(...this.replies);
    const rest = this.replies.slice(at);
    this.replies = [...kept, ...rest];
    this.exact = !rest.length;
    this.total = kept.length + Math.round(rest.length * (at ? kept.length / Math.min(at, last) : 1));
  }

  async #holding(replies, signal) {
    const holding = await Promise.all(replies.map((number) => this.#holds(number)));
    signal?.throwIfAborted();
    return replies.filter((_, i) => holding[i]);
  }

  async #holds(number) {
    const open = this.#phrases.filter(({ sure, excluded, has }) => !sure && (!excluded || has.has(number)));
    if (open.length && !this.#checked.has(number)) {
      const { folded } = await this.archive.text(number);
      this.#checked.set(number, open.every(({ text, excluded }) => folded.includes(text) !== excluded));
    }
    return this.#checked.get(number) ?? true;
  }

  // What would be found without the choice of a facet.
  without(facet, signal) {
    return this.chosen(facet).length ? this.#holding(this.base.filter((number) => this.#passes(number, facet)), signal) : this.replies;
  }
}
