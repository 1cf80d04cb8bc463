// Searches an archive from its plain files. The interface that pages use; the page itself is touched by results.js alone.
import { Files, SearchError, bucketFile, fetched, find, inFolder, inflate, long, longFile, numbers, table, text } from "./buckets.js";
import { excerpt, holds, marks, parts, reply } from "./excerpt.js";
import { dates, parse } from "./query.js";
import { byRelevance, common, found, plan, planPhrase, score } from "./rank.js";
import { clean, fold, needsTables, useTables, word } from "./tokens.js";

export { SearchError };

const FORMAT = 1;
const CARDS = 8;
const CHUNK = 1024;
const FACETS = ["session", "kind", "body", "topic", "outcome"];
// Totals are exact up to here; a phrase is looked for in so many texts at most, and in so many at once.
const EXACT = 1000;
const MOST_TEXTS = 4000;
const AT_ONCE = 12;
const FRESH = 60_000;
const LAY = 0.9;

export async function openArchive(base, { root } = {}) {
    if (typeof DecompressionStream === "undefined") {
        throw new SearchError("unsupported", "");
    }
    const url = new URL(base, typeof document === "undefined" ? undefined : document.baseURI).href.replace(/[^/]*$/, "");
    return new Archive(url, root ?? (await rootOf(url)), root ? 0 : Date.now());
}

async function rootOf(base) {
    const bytes = await fetched(base + "search/index.json", "index.json", "no-cache");
    try {
        return JSON.parse(new TextDecoder().decode(bytes));
    } catch (failure) {
        throw new SearchError("damaged", "index.json", failure);
    }
}

class Archive {
    #base;
    #files;
    #checked;

    constructor(base, root, checked) {
        this.#base = base;
        this.#checked = checked;
        this.#use(root);
    }

    #use(root) {
        if (root.format !== FORMAT) {
            throw new SearchError("newer", "index.json");
        }
        this.root = root;
        this.build = root.build;
        this.replies = root.replies;
        this.#files = new Files(this.#base, root.build);
    }

    parse(text) {
        return parse(text);
    }

    async warm() {
        await this.#words().catch(() => {});
    }

    // Searches, and once more if meanwhile the site turns out to be another build than this page knows.
    async search(text, options = {}) {
        const check = Date.now() - this.#checked > FRESH ? rootOf(this.#base).catch(() => undefined) : undefined;
        let result;
        let failure;
        try {
            result = await this.#search(text, options);
        } catch (thrown) {
            failure = thrown;
        }
        options.signal?.throwIfAborted();
        const now = check ? await check : failure instanceof SearchError ? await rootOf(this.#base).catch(() => undefined) : undefined;
        if (now) {
            this.#checked = Date.now();
        }
        if (now && now.build !== this.build) {
            this.#use(now);
            return this.#search(text, options);
        }
        if (failure) {
            throw failure;
        }
        return result;
    }

    async #search(text, options) {
        const { sort = "relevance", offset = 0, limit = 10, signal } = options;
        const query = parse(text);
        const found = new Found(this, query, options);
        await found.gather();
        signal?.throwIfAborted();
        const order = sort === "date" ? (a, b) => b - a : sort === "oldest" ? (a, b) => a - b : byRelevance(found.scored);
        found.replies.sort(order);
        const end = offset + Math.min(limit, 1000);
        // The cards of those that will be shown, if all goes well, while phrases are still looked for.
        const early = found.replies.slice(offset, end).map((number) => this.card(number));
        early.forEach((card) => card.catch(() => {}));
        await found.settle(options.count === false ? end : Infinity, signal);
        const shown = found.replies.slice(offset, end);
        const cards = await Promise.all(shown.map((number) => this.card(number)));
        signal?.throwIfAborted();
        const result = {
            total: found.total,
            exact: found.exact,
            hits: shown.map((number, i) => this.#hit(number, cards[i], found)),
            facets: null,
            query,
            widened: found.widened,
            notes: query.notes,
        };
        Object.defineProperty(result, "found", { value: found });
        if (options.facets !== false) {
            await this.facets(result, { signal });
        }
        if (options.excerpts !== false) {
            await this.excerpts(result, { signal });
        }
        return result;
    }

    #hit(number, [id, title, date, body, outcome, printed, marked], { marks, scored, numbers }) {
        const hit = {
            id,
            url: this.#base + id + "/",
            title,
            titleParts: parts(title, marks),
            date,
            body,
            outcome,
            number: printed,
            marks: marked ? marked.split(" ") : [],
            whole: scored.whole[number] === scored.words,
            excerpt: null,
            excerptParts: null,
        };
        numbers.set(hit, number);
        return hit;
    }

    // Makes a total that was counted roughly (count: false) exact.
    async count(result, { signal } = {}) {
        await result.found.settle(Infinity, signal);
        result.total = result.found.total;
        result.exact = result.found.exact;
        return result;
    }

    async excerpts(result, { from = 0, to = result.hits.length, signal, onHit } = {}) {
        const { found } = result;
        await Promise.all(
            result.hits.slice(from, to).map(async (hit, i) => {
                const text = await this.text(found.shown(hit));
                hit.excerptParts = excerpt(text, found.marks);
                hit.excerpt = hit.excerptParts.map((part) => part.text).join("");
                signal?.throwIfAborted();
                onHit?.(hit, from + i);
            }),
        );
        signal?.throwIfAborted();
        return result;
    }

    async facets(result, { signal } = {}) {
        const { found } = result;
        await found.settle(Infinity, signal);
        const facets = { exact: found.exact };
        const years = new Map();
        for (const reply of await found.without("year", signal)) {
            const year = this.yearOf(reply);
            years.set(year, (years.get(year) ?? 0) + 1);
        }
        facets.year = values(years, (year) => [year, year], found.selected("year")).sort((a, b) => b.value - a.value);
        for (const facet of FACETS) {
            const counts = new Map();
            const names = await this.names(facet);
            const replies = await found.without(facet, signal);
            const chunks = await this.#columns(replies);
            for (const reply of replies) {
                for (const term of chunks.get(Math.floor(reply / CHUNK))[facet][reply % CHUNK]) {
                    counts.set(term, (counts.get(term) ?? 0) + 1);
                }
            }
            const selected = found.selected(facet).map((id) => names.findIndex((name) => name[0] === id));
            facets[facet] = values(counts, (term) => names[term], selected);
        }
        signal?.throwIfAborted();
        result.facets = facets;
        return facets;
    }

    async #columns(replies) {
        const chunks = new Map(replies.map((reply) => [Math.floor(reply / CHUNK), null]));
        await Promise.all(
            [...chunks.keys()].map(async (chunk) => {
                const size = Math.min(CHUNK, this.replies - chunk * CHUNK);
                chunks.set(chunk, await this.#files.get("f/" + chunk.toString(16), async (bytes) => columns(await inflate(bytes), size)));
            }),
        );
        return chunks;
    }

    yearOf(reply) {
        let before = 0;
        for (const [year, count] of this.root.years) {
            before += count;
            if (reply < before) {
                return String(year);
            }
        }
        return "";
    }

    // The replies of days, as [first, end).
    async days({ from, to }) {
        if (from.endsWith("-01-01") && to.endsWith("-12-31")) {
            const before = (limit) => this.root.years.reduce((sum, [year, count]) => sum + (year < limit ? count : 0), 0);
            return [before(+from.slice(0, 4)), before(+to.slice(0, 4) + 1)];
        }
        const days = await this.#files.get("f/days", async (bytes) => {
            const next = numbers(await inflate(bytes));
            const list = [];
            for (let day = 0, end = 0; next.more(); ) {
                const gap = next();
                day += gap % 2 ? -(gap + 1) / 2 : gap / 2;
                list.push([new Date(day * 864e5).toISOString().slice(0, 10), (end += next())]);
            }
            return list;
        });
        const before = (keep) => days.reduce((end, [day, its]) => (keep(day) ? its : end), 0);
        return [before((day) => day < from), before((day) => day <= to)];
    }

    names(facet) {
        return this.#files.get("f/" + facet, table);
    }

    #words() {
        return this.root.words ?? this.#files.get("f/words", table);
    }

    async card(number) {
        const cards = await this.#files.get("c/" + inFolder(Math.floor(number / CARDS)), table);
        return cards[number % CARDS];
    }

    text(number) {
        return this.#files.get("t/" + inFolder(number), async (bytes) => reply(await text(bytes)));
    }

    async list(term) {
        const file = bucketFile(term, this.root.bits);
        const bytes = await this.#files.get(file, (all) => (find(all, term, this.root.bits), all));
        return { term, ...find(bytes, term, this.root.bits) };
    }

    // A list with its replies, from its own file if it is long.
    whole(list) {
        return list.replies ? list : this.#files.get(longFile(list.term), (bytes) => ({ term: list.term, ...long(bytes, list.count) }));
    }

    async fold(typed) {
        if (needsTables(typed)) {
            useTables(await this.#files.get("f/folds", text));
        }
        return fold(clean(typed));
    }

    // Names that stand for lay words, with the facet value that has them.
    async wider(folded) {
        const added = [];
        for (const [facet, id, name, ...lay] of await this.#words()) {
            const official = fold(name);
            const its = folded.includes(official) ? undefined : lay.find((each) => each.length > 1 && folded.includes(fold(each)));
            if (its && added.length < 3) {
                added.push({ name, text: folded.replace(fold(its), official), facet: folded === fold(its) && facet, id });
            }
        }
        return added;
    }
}

function columns(bytes, size) {
    const next = numbers(bytes);
    const columns = {};
    for (const facet of FACETS) {
        columns[facet] = Array.from({ length: size }, () => {
            const terms = [];
            for (let value = next(); value > 0; value = next()) {
                terms.push((value - (value % 2 ? 1 : 2)) / 2);
                if (value % 2) {
                    break;
                }
            }
            return terms;
        });
    }
    return columns;
}

function values(counts, name, selected) {
    selected.forEach((term) => counts.set(term, counts.get(term) ?? 0));
    return [...counts]
        .filter(([term]) => name(term))
        .map(([term, count]) => ({ value: name(term)[0], name: name(term)[1], count, selected: selected.includes(term) }))
        .sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1));
}

// One search: what its lists say, and what is still to be read in the texts.
class Found {
    constructor(archive, query, { filters = {}, exactWords = false }) {
        this.archive = archive;
        this.query = query;
        this.exactWords = exactWords;
        this.widened = [];
        this.phrases = [];
        this.refused = [];
        this.filters = [];
        this.checked = new Map();
        this.numbers = new Map();
        this.fields = { ...query.fields };
        for (const [field, given] of Object.entries(filters)) {
            const list = [given ?? []].flat().filter((value) => value !== "");
            const own = field === "date" ? list.flatMap((value) => (value.from ? [value] : dates(String(value), query.notes))) : list.map(String);
            if (list.length) {
                this.fields[field] = [...(this.fields[field] ?? []), ...own];
            }
        }
    }

    async gather() {
        const { archive, query } = this;
        const words = await Promise.all(query.words.map(async (word) => ({ ...word, text: await archive.fold(word.text) })));
        const [lists] = await Promise.all([
            Promise.all(words.map((word) => this.#lists(word))),
            ...Object.entries(this.fields).map(([field, values]) => this.#filter(field, values, false)),
            ...Object.entries(query.excludedFields).map(([field, values]) => this.#filter(field, values, true)),
        ]);
        const wanted = lists.filter(Boolean);
        const said = words.filter((word) => !word.excluded);
        this.marks = marks([...said, ...this.added ?? []]);
        this.scored = score(wanted, archive.replies);
        this.base = this.#candidates(wanted, said.length > 0);
        this.replies = this.base.filter((reply) => this.#passes(reply));
        this.total = this.replies.length;
        this.exact = false;
        this.end = 0;
    }

    #candidates(wanted, asked) {
        const { archive, query } = this;
        let replies;
        if (wanted.length) {
            replies = found(this.scored, () => true);
        } else if (asked || (query.text && !query.words.length && !Object.keys(this.fields).length && !Object.keys(query.excludedFields).length)) {
            if (!query.notes.length || asked) {
                query.notes.push({ kind: "nothing", text: query.text.slice(0, 20) });
            }
            replies = [];
        } else {
            replies = Array.from({ length: archive.replies }, (_, reply) => archive.replies - 1 - reply);
        }
        for (const { replies: its } of this.phrases) {
            replies = replies.filter((reply) => its.has(reply));
        }
        for (const refused of this.refused) {
            replies = refused.sure ? replies.filter((reply) => !refused.replies.has(reply)) : replies;
        }
        return replies;
    }

    // The alternatives of a word, as lists; of a phrase or an excluded word also what is to be read in the texts.
    async #lists({ text, quoted, excluded }) {
        const { archive } = this;
        if (quoted || excluded) {
            const { terms, sure } = this.#phrase(text, quoted);
            if (!terms.length) {
                return undefined;
            }
            const lists = await this.#loaded(terms, 2);
            const phrase = { text, sure, replies: new Set(common(lists)) };
            (excluded ? this.refused : this.phrases).push(phrase);
            return excluded ? undefined : [{ lists, factor: 1 }];
        }
        const wider = this.exactWords ? [] : await archive.wider(text);
        const terms = plan(text);
        if (!terms.length && !wider.length) {
            return undefined;
        }
        const own = { lists: await this.#loaded(terms, 3), factor: 1 };
        const others = await Promise.all(
            wider.flatMap(({ text: official, facet, id }) => [
                this.#loaded(plan(official), 3).then((lists) => ({ lists, factor: LAY })),
                ...(facet ? [this.#loaded([word(`${facet}=${id}`)], 1).then((lists) => ({ lists, factor: LAY }))] : []),
            ]),
        );
        if (wider.length) {
            this.widened.push({ word: text, added: wider.map(({ name }) => name) });
            (this.added ??= []).push(...wider.map(({ text: official }) => ({ text: official })));
        }
        return [own, ...others].filter(({ lists }) => lists.length);
    }

    // A word of letters or digits excludes as a word, anything else as a phrase.
    #phrase(text, quoted) {
        if (!quoted && /^[a-z\d]+$/.test(text)) {
            return { terms: [word(text)], sure: true };
        }
        return planPhrase(text);
    }

    // Lists of terms: the long ones only where nothing else tells, and then the shortest of them.
    async #loaded(terms, most) {
        const lists = await Promise.all(terms.map((term) => this.archive.list(term)));
        const short = lists.filter((list) => list.replies);
        const kept = short.length ? short : lists.sort((a, b) => a.count - b.count).slice(0, most);
        return Promise.all(kept.map((list) => this.archive.whole(list)));
    }

    async #filter(field, given, excluded) {
        const { archive } = this;
        let has;
        const ids = [];
        if (field === "date" || field === "year") {
            const spans = field === "date" ? given : given.flatMap((year) => dates(year, this.query.notes));
            const ranges = await Promise.all(spans.map((span) => archive.days(span)));
            has = (reply) => ranges.some(([from, to]) => reply >= from && reply < to);
            ids.push(...given);
        } else {
            for (const value of given) {
                ids.push(...(await this.#ids(field, value)));
            }
            const terms = ids.map((id) => word(`${field}=${id}`));
            const lists = await Promise.all(terms.map(async (term) => archive.whole(await archive.list(term))));
            const all = new Set(lists.flatMap((list) => [...list.replies]));
            has = (reply) => all.has(reply);
        }
        this.filters.push({ field, ids, excluded, passes: (reply) => has(reply) !== excluded });
    }

    // The ids that a value means: its own, or those of the names that are or hold it.
    async #ids(field, value) {
        const folded = await this.archive.fold(value);
        if (field === "number") {
            return [folded.replace(/^第|号$/g, "")];
        }
        const names = (await this.archive.names(field)).map((line) => ({ id: line[0], all: line.map((name) => fold(name)) }));
        const same = names.filter(({ all }) => all.includes(folded));
        const ids = (same.length ? same : names.filter(({ all }) => all.slice(1).some((name) => name.includes(folded)))).map(({ id }) => id);
        if (!ids.length) {
            this.query.notes.push({ kind: "unknown-value", text: value });
        }
        return ids;
    }

    #passes(reply, but) {
        return this.filters.every((filter) => (filter.field === but && !filter.excluded) || filter.passes(reply));
    }

    selected(facet) {
        return this.filters.filter((filter) => filter.field === facet && !filter.excluded).flatMap((filter) => filter.ids);
    }

    shown(hit) {
        return this.numbers.get(hit);
    }

    // Reads the texts of the first replies, in their order, until so many are found to hold every phrase.
    async settle(wanted, signal) {
        const open = this.#open();
        if (!open.length) {
            this.exact = true;
            return;
        }
        const limit = Math.min(this.replies.length, MOST_TEXTS);
        while (this.end < limit && this.kept() < wanted && this.kept() <= EXACT) {
            const batch = this.replies.slice(this.end, Math.min(limit, this.end + AT_ONCE));
            await Promise.all(batch.map((reply) => this.#check(reply)));
            signal?.throwIfAborted();
            this.end += batch.length;
        }
        const before = this.end;
        const kept = this.replies.slice(0, before).filter((reply) => this.checked.get(reply));
        const rest = this.replies.slice(before);
        this.replies = [...kept, ...rest];
        this.end = kept.length;
        this.exact = !rest.length;
        const share = before ? kept.length / before : 1;
        this.total = kept.length + (rest.length ? Math.round(rest.length * share) : 0);
    }

    kept() {
        let count = 0;
        for (let i = 0; i < this.end; i++) {
            count += this.checked.get(this.replies[i]) ? 1 : 0;
        }
        return count;
    }

    #open() {
        return [...this.phrases, ...this.refused].filter(({ sure }) => !sure);
    }

    async #check(reply) {
        if (!this.checked.has(reply)) {
            const refusing = this.refused.filter(({ sure, replies }) => !sure && replies.has(reply));
            const needed = this.phrases.filter(({ sure }) => !sure);
            const text = needed.length || refusing.length ? await this.archive.text(reply) : undefined;
            this.checked.set(reply, needed.every((phrase) => holds(text, phrase.text)) && !refusing.some((phrase) => holds(text, phrase.text)));
        }
        return this.checked.get(reply);
    }

    // The replies that would be found without the filters of a facet.
    async without(facet, signal) {
        if (!this.selected(facet).length) {
            return this.replies;
        }
        const replies = this.base.filter((reply) => this.#passes(reply, facet));
        const kept = [];
        for (let i = 0; i < replies.length; i += AT_ONCE) {
            const batch = replies.slice(i, i + AT_ONCE);
            const holding = await Promise.all(batch.map((reply) => this.#check(reply)));
            signal?.throwIfAborted();
            kept.push(...batch.filter((_, at) => holding[at]));
        }
        return kept;
    }
}
