// Searches an archive from its plain files, for any page; what touches the search page is in results.js.
import { Failure, bucket, fetched, files, inFolder, long, reply, table, text } from "./buckets.js";
import { excerpt, marks, parts } from "./excerpt.js";
import { dates, parse } from "./query.js";
import { MOST_TERMS, byRelevance, common, found, plan, planPhrase, score, some } from "./rank.js";
import { clean, fold, needsTable, useTable, word } from "./tokens.js";

export { Failure as SearchError };

const FORMAT = 2;
const CARDS = 8;
const CHUNK = 1024;
const FACETS = ["session", "kind", "body", "topic", "outcome"];
// Totals of phrases are exact up to here; so many texts are read for them at most, and so many at once.
const EXACT = 1000;
const MOST_TEXTS = 4000;
// So many replies are read to tell whether they hold a word as it was typed.
const MOST_READ = 64;
const AT_ONCE = 48;
const FRESH = 60_000;
const LAY = 0.9;
const NUMBER = 2;
const MOST_LONG = 2;
const each = (list, work) => Promise.all(list.map(work));
const unlessAborted = (signal) => signal?.throwIfAborted();
// What stands before a number, and the number.
const numbered = (text) => /^([^\0-\x7f]*?)第?0*(\d+)(号(提案|建议)?)?$/.exec(text)?.slice(1) ?? [];

export async function openArchive(base, { root } = {}) {
  if (!globalThis.DecompressionStream) throw new Failure("unsupported");
  const url = new URL(base, globalThis.document?.baseURI).href.replace(/[^/]*$/, "");
  return new Archive(url, root ?? (await rootOf(url)), root ? 0 : Date.now());
}

async function rootOf(base) {
  const bytes = await fetched(base + "search/index.json", "index.json", "no-cache");
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch (cause) {
    throw new Failure("damaged", "index.json", cause);
  }
}

class Archive {
  #base;
  #seen;
  #files;
  // The beginnings of terms with long lists, as far as the root tells: those need no look into their buckets.
  #known;
  parse = parse;

  constructor(base, root, seen) {
    this.#base = base;
    this.#seen = seen;
    this.#use(root);
  }

  #use(root) {
    if (root.format !== FORMAT) throw new Failure("newer", "index.json");
    Object.assign(this, { root, build: root.build, replies: root.replies });
    this.#files = files(this.#base, root.build);
    this.#known = new Set(root.frequent && long(Uint8Array.from(atob(root.frequent), (c) => c.charCodeAt())).holders);
  }

  // Searches; and once more where the site turns out to be another build than this page knows.
  async search(text, options = {}) {
    const look = () => rootOf(this.#base).catch(() => {});
    const early = Date.now() - this.#seen > FRESH && look();
    const [done] = await Promise.allSettled([this.#search(text, options)]);
    unlessAborted(options.signal);
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
    unlessAborted(signal);
    search.docs.sort({ date: (a, b) => b - a, oldest: (a, b) => a - b }[sort] ?? byRelevance(search.scored));
    const end = offset + Math.min(limit, EXACT);
    const cards = () => each(search.docs.slice(offset, end), (doc) => this.#card(doc, search));
    // Mostly these stay while phrases are looked for in the texts.
    cards().catch(() => {});
    if (!sort || sort === "relevance") await search.prefer(end, signal);
    await search.settle(end, signal);
    if (options.count !== false) await search.settle(Infinity, signal);
    const { total, exact, widened } = search;
    const result = { total, exact, hits: await cards(), facets: null, query, widened, notes: query.notes, search };
    unlessAborted(signal);
    if (options.facets !== false) await this.facets(result, { signal });
    if (options.excerpts !== false) await this.excerpts(result, { signal });
    return result;
  }

  // Makes the total exact that `count: false` left rough.
  async count(result, { signal } = {}) {
    const { search } = result;
    await search.settle(Infinity, signal);
    return Object.assign(result, { total: search.total, exact: search.exact });
  }

  async #card(doc, { marks, scored }) {
    const cards = await this.#files("c/" + inFolder(doc / CARDS), table);
    const [id, title, date, body, outcome, printed, its] = cards[doc % CARDS];
    return {
      id, url: `${this.#base}${id}/`, title, titleParts: parts(title, marks), date, body, outcome, number: printed,
      marks: its.split(" ").filter(Boolean), whole: scored.held[doc] === scored.asked, excerpt: null, excerptParts: null, doc,
    };
  }

  async excerpts(result, { from = 0, to, signal, onHit } = {}) {
    await each(result.hits.slice(from, to), async (hit, i) => {
        hit.excerptParts = excerpt(await this.text(hit.doc), result.search.marks);
        hit.excerpt = hit.excerptParts.map((part) => part.text).join("");
        unlessAborted(signal);
        onHit?.(hit, from + i);
    });
    return result;
  }

  async facets(result, { signal } = {}) {
    const { search } = result;
    await search.settle(Infinity, signal);
    const facets = { exact: search.exact };
    for (const facet of ["year", ...FACETS]) {
      const docs = await search.without(facet, signal);
      const names = facet === "year" ? this.root.years.map(([year]) => [`${year}`, `${year}`]) : await this.names(facet);
      const terms = facet === "year" ? (doc) => [this.#year(doc)] : await this.#column(facet, docs);
      const chosen = search.chosen(facet);
      const counts = names.map(() => 0);
      docs.forEach((doc) => terms(doc).forEach((term) => counts[term]++));
      facets[facet] = names
        .map(([value, name], term) => ({ value, name, count: counts[term], selected: chosen.includes(value) }))
        .filter(({ count, selected }) => count || selected)
        .sort((a, b) => (facet === "year" ? b.value - a.value : b.count - a.count || (a.name < b.name ? -1 : 1)));
    }
    unlessAborted(signal);
    return (result.facets = facets);
  }

  // Which terms of a facet a reply has, for these replies.
  async #column(facet, docs) {
    const chunks = {};
    await each([...new Set(docs.map((doc) => (doc / CHUNK) | 0))], async (chunk) => {
      chunks[chunk] = await this.names(chunk.toString(16));
    });
    const line = FACETS.indexOf(facet);
    return (doc) => [...chunks[(doc / CHUNK) | 0][line][doc % CHUNK]].map((term) => term.charCodeAt(0) - 0x4e00);
  }

  #year(doc) {
    let end = 0;
    return this.root.years.findIndex(([, count]) => doc < (end += count));
  }

  // The numbers of the replies of some days: the first, and the one after the last.
  async days({ from, to }) {
    const days = (from + to).includes("-") ? await this.names("days") : this.root.years;
    const before = (holds) => days.reduce((sum, [day, count]) => sum + (holds(`${day}`) ? +count : 0), 0);
    return [before((day) => day < from), before((day) => day <= to)];
  }

  names = (facet) => this.#files(`f/${facet}`, table);
  words = async () => this.root.words ?? this.names("words");
  warm = () => this.words().catch(() => {});
  text = (doc) => this.#files(`t/${inFolder(doc)}`, reply);

  // The list of a term; what is long is read only when `whole` is asked.
  list = async (name, look) => {
    const { bits } = this.root;
    const spread = parseInt(name.slice(0, 8), 16);
    if (!look && this.#known.has(spread >>> 10)) return { frequency: this.replies, name };
    const place = bits ? spread >>> (32 - bits) : 0;
    const lists = await this.#files(`g/${inFolder(place)}`, (bytes) => bucket(bytes, place * 2 ** (32 - bits)));
    return lists.get(name) ?? { frequency: 0, holders: [], classes: [] };
  };

  whole = (list) =>
    list.holders
      ? list
      : this.#files(`l/${list.name}`, long).catch(async (failure) => {
          // Another term may begin as one with a long list does.
          const own = await this.list(list.name, true);
          if (own.holders) return own;
          throw failure;
        });

  async fold(typed) {
    if (needsTable(typed)) useTable(await this.#files("f/folds", text));
    return fold(clean(typed));
  }
}

// One search: what the lists say, and what is still to be read in the texts.
class Search {
  widened = [];
  // What must be in the text, or must not be: { text, sure, has, excluded }.
  #phrases = [];
  #filters = [];
  #checked = new Map();
  #added = [];
  // Each word as it was typed, and with the names that it may stand for; last an empty one where a number tells enough.
  #typed = [];

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
    const words = await each(query.words, async (word) => ({ ...word, text: await archive.fold(word.text) }));
    const narrow = (all, barred) => Object.entries(all).map(([field, values]) => this.#filter(field, values, barred));
    const lists = words.map((word) => (word.quoted || word.excluded ? this.#phrase(word) : this.#word(word, words)));
    await Promise.all([...lists, ...narrow(fields, false), ...narrow(query.excludedFields, true)]);
    const wanted = (await Promise.all(lists)).filter((alternatives) => alternatives?.length);
    const said = words.filter(({ excluded }) => !excluded);
    this.marks = marks([...said, ...this.#added]);
    this.scored = score(wanted, archive.replies);
    const nothing = said.length ? !wanted.length : query.text && !words.length && !this.#filters.length;
    if (nothing) this.#note("nothing", query.text.slice(0, 20));
    const all = nothing ? [] : wanted.length ? found(this.scored) : Array.from({ length: archive.replies }, (_, doc) => doc);
    this.base = all.filter((doc) => this.#phrases.every(({ has, sure, barred }) => (barred ? !sure || !has.has(doc) : has.has(doc))));
    this.docs = this.base.filter((doc) => this.#passes(doc));
    this.total = this.docs.length;
  }

  // Of the lists of terms long ones only where no other tells, and then some of the shortest.
  #kept(lists, most) {
    const short = lists.filter(({ holders }) => holders);
    const kept = short.length ? short : lists.sort((a, b) => a.frequency - b.frequency).slice(0, most);
    return each(kept, this.archive.whole);
  }

  #lists = (terms) => each(terms, (term) => this.archive.list(term));

  async #phrase({ text, quoted, excluded: barred }) {
    // A word of letters or digits excludes as a word, anything else as a phrase.
    const { terms, sure } = !quoted && /^[a-z\d]+$/.test(text) ? { terms: [word(text)], sure: true } : planPhrase(text);
    if (!terms.length) return;
    const lists = await this.#kept(await this.#lists(terms), 3);
    this.#phrases.push({ text, sure, barred, has: new Set(common(lists)) });
    if (!barred) return [{ lists, factor: 1 }];
  }

  // The alternatives of a word: itself, and the names that it may be a lay word for.
  async #word({ text }, words) {
    // 第049号, 49号 or 49 is first of all the reply of this number. With a session, in this word or another, it is one
    // reply: then few of the session's own terms will do, and what many have need not be read.
    const [before, number] = numbered(text);
    const others = words.map((other) => other.text);
    const of = number ?? others.map((other) => numbered(other)[1]).find(Boolean);
    const said = [before || text, ...(number ? others : [])].filter((part) => part.length > 2);
    const sessions = (of ? await this.archive.words() : []).filter(
      ([facet, , ...names]) => facet === "session" && names.some((name) => said.some((part) => fold(name).includes(part))),
    );
    const most = sessions.length ? 4 : MOST_TERMS;
    const ways = [[1, plan(text, most)], ...sessions.slice(0, 4).map(([, id]) => [2 * NUMBER, [word(`number=${id}/${of}`)], true])];
    if (number) ways.push([NUMBER, [...plan(before, most), word("number=" + number)], true]);
    const typed = [text];
    const added = [];
    for (const [facet, id, name, ...others] of this.exactWords ? [] : await this.archive.words()) {
      const official = fold(name);
      const lay = others.map((other) => fold(other)).find((other) => other.length > 1 && text.includes(other));
      if (!lay || text.includes(official) || added.length > 2) continue;
      const wider = text.replace(lay, official);
      added.push(name);
      typed.push(wider);
      this.#added.push({ text: wider });
      // What is filed under a name need not have it in a text, and few texts that have it are filed elsewhere.
      const filed = facet && lay === text;
      ways.push([LAY, plan(wider, MOST_TERMS), false, filed ? 0 : MOST_LONG]);
      if (filed) ways.push([LAY, [word(`${facet}=${id}`)]]);
    }
    if (added.length) this.widened.push({ word: text, added });
    const lists = await each(ways, async ([factor, terms, sure, most = MOST_LONG]) => ({ factor, sure, most, lists: await this.#lists(terms) }));
    const held = lists.filter(({ sure, lists }) => !sure || lists.every(({ frequency }) => frequency));
    const few = held.some(({ sure }) => sure);
    if (few) typed.push("");
    this.#typed.push(typed);
    const alternatives = await each(held, async (way) => ({ ...way, lists: await this.#kept(way.lists, few ? 0 : way.most) }));
    return alternatives.filter(({ lists }) => lists.length);
  }

  async #filter(field, given, barred) {
    const { archive } = this;
    let ids = given;
    let has;
    if (field === "date" || field === "year") {
      const spans = field === "date" ? given : given.flatMap((year) => dates(year, this.#note));
      if (!spans.length) return;
      const ranges = await each(spans, (span) => archive.days(span));
      has = (doc) => ranges.some(([from, to]) => doc >= from && doc < to);
    } else {
      ids = (await each(given, (value) => this.#ids(field, value))).flat();
      const lists = await each(ids, async (id) => archive.whole(await archive.list(word(`${field}=${id}`))));
      const all = new Set(lists.flatMap(({ holders }) => [...holders]));
      has = (doc) => all.has(doc);
    }
    this.#filters.push({ field, ids, barred, passes: (doc) => has(doc) !== barred });
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

  #passes = (doc, but) => this.#filters.every(({ field, barred, passes }) => (field === but && !barred) || passes(doc));

  chosen = (facet) => this.#filters.flatMap(({ field, barred, ids }) => (field === facet && !barred ? ids : []));

  // Where several replies have all parts of the words, those that hold the words as they were typed come first.
  async prefer(wanted, signal) {
    const { held, asked } = this.scored;
    const joined = this.#typed.filter((ways) => ways[0].length > 2 && ways.at(-1));
    const full = joined.length ? this.docs.filter((doc) => held[doc] === asked).slice(0, MOST_READ) : [];
    const right = [];
    const step = Math.min(wanted, AT_ONCE);
    for (let at = 0; full.length > 1 && at < full.length && right.length < wanted; at += step) {
      const docs = full.slice(at, at + step);
      const texts = await each(docs, (doc) => this.archive.text(doc).catch(() => {}));
      unlessAborted(signal);
      right.push(...docs.filter((_, i) => joined.every((ways) => ways.some((way) => texts[i]?.folded.includes(way)))));
    }
    this.docs = [...new Set([...right, ...this.docs])];
  }

  // Whether as good as certainly more hold what they must than are counted; then a few, evenly, tell how many.
  async #exceeds(signal) {
    const { length } = this.docs;
    const held = length > EXACT ? (await this.#holding(some(this.docs, AT_ONCE), signal)).length : 0;
    const share = (held + 1) / (AT_ONCE + 2);
    if ((share - 3 * Math.sqrt((share * (1 - share)) / AT_ONCE)) * length < EXACT) return false;
    this.total = Math.round((held / AT_ONCE) * length);
    this.exact = false;
    return true;
  }

  // Reads texts in the order of the replies until so many are known to hold what they must; all are, but for an estimate.
  async settle(wanted, signal) {
    const kept = [];
    const open = this.#phrases.some(({ sure }) => !sure);
    if (open && wanted > this.docs.length && (await this.#exceeds(signal))) return;
    let at = open ? 0 : this.docs.length;
    const last = Math.min(this.docs.length, MOST_TEXTS);
    // A page's worth first, then many at once: few replies hold this, and every wave is a wait.
    for (let step = Math.min(wanted, AT_ONCE); at < last && kept.length < wanted && kept.length <= EXACT; step = AT_ONCE) {
      const docs = this.docs.slice(at, Math.min(last, at + step));
      kept.push(...(await this.#holding(docs, signal)));
      at += docs.length;
    }
    if (!open) kept.push(...this.docs);
    const rest = this.docs.slice(at);
    this.docs = [...kept, ...rest];
    this.exact = !rest.length;
    this.total = kept.length + Math.round(rest.length * (at ? kept.length / Math.min(at, last) : 1));
  }

  async #holding(docs, signal) {
    const holding = await each(docs, (doc) => this.#holds(doc));
    unlessAborted(signal);
    return docs.filter((_, i) => holding[i]);
  }

  async #holds(doc) {
    const open = this.#phrases.filter(({ sure, barred, has }) => !sure && (!barred || has.has(doc)));
    if (open.length && !this.#checked.has(doc)) {
      const { folded } = await this.archive.text(doc);
      this.#checked.set(doc, open.every(({ text, barred }) => folded.includes(text) !== barred));
    }
    return this.#checked.get(doc) ?? true;
  }

  // What would be found without the choice of a facet.
  without(facet, signal) {
    return this.chosen(facet).length ? this.#holding(this.base.filter((doc) => this.#passes(doc, facet)), signal) : this.docs;
  }
}
