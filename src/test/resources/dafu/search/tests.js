// What SearchTest and SearchScriptTest ask of the scripts, in a page of the built site.
import { openArchive } from "./assets/search/search.js";
import { excerpt, marks } from "./assets/search/excerpt.js";
import { bucket, text } from "./assets/search/buckets.js";
import { parse } from "./assets/search/query.js";
import { clean, documentYear, fold, gram, kind, needsTable, pairs, runs, useTable, word } from "./assets/search/tokens.js";

/** The terms of a folded line, written as in tokens.txt: what the script's parts say together. */
function terms(line) {
  const found = new Set();
  for (const [run] of runs(line)) {
    for (let i = 0; i < run.length; i++) {
      found.add(run[i]);
      if (i + 1 < run.length) found.add(run.slice(i, i + 2));
    }
  }
  for (const [run, at] of runs(line, true)) {
    if (kindOf(run) !== 1) continue;
    found.add("=" + run);
    for (let i = 0; i + 3 <= run.length; i++) found.add("~" + run.slice(i, i + 3));
    if (/^0+\d+$/.test(run)) found.add("=" + run.replace(/^0+(?=.)/, ""));
    if (/^\d+$/.test(run) && documentYear(line, at)) found.add(`=${documentYear(line, at)}/${run}`);
  }
  return [...found].sort((a, b) => (a < b ? -1 : 1)).join(" ");
}

/** Every example of tokens.txt as the script sees it; and the characters whose folding waits for the table in vain. */
export async function tokens(examples, table) {
  const late = [];
  const before = new Map(Object.entries(table).map(([from]) => [from, needsTable(from) ? undefined : fold(from)]));
  for (const [from, to] of Object.entries(table)) if (before.get(from) !== undefined && before.get(from) !== to) late.push(from);
  useTable(Object.entries(table).flat().join(""));
  const seen = examples.map((line) => {
    const written = line.split("\t")[0];
    const folded = fold(clean(written.replace(/\\u(....)/g, (_, hex) => String.fromCharCode(parseInt(hex, 16)))));
    return `${written}\t${folded}\t${terms(folded)}`;
  });
  return { "examples": seen, late, "hashes": [gram("水"), gram("养老"), word("g107")] };
}

export const parsed = (queries) => queries.map((query) => parse(query));

// Numbers from 0 up to a limit, the same on every machine (mulberry32).
const randomFrom = (seed) => (limit) => {
  seed = (seed + 0x6d2b79f5) | 0;
  let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed);
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
  return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296) * limit);
};

const strange = (random, samples) => {
  let query = "";
  for (let left = 1 + random(12); left > 0; left--) query += samples[random(samples.length)];
  return random(100) ? query : query.repeat(400);
};

/** Queries put together at random: those that cannot be parsed, that break a limit, or that are another query when read again. */
export const parsedStrangely = (seed, count, samples) => {
  const random = randomFrom(seed);
  const shape = (query) => JSON.stringify([query.words, query.fields, query.excludedFields]);
  const failed = [];
  for (let i = 0; i < count; i++) {
    const query = strange(random, samples);
    try {
      const first = parse(query);
      const same = shape(first) === shape(parse(first.text));
      if (!same || first.text.length > 1000 || first.words.length > 32 || first.words.some((each) => !each.text)) failed.push(query);
    } catch (problem) {
      failed.push(query + " " + problem.stack);
    }
  }
  return failed;
};

export const strangeQueries = (seed, count, samples) => {
  const random = randomFrom(seed);
  return Array.from({ length: count }, () => strange(random, samples));
};

/**
 * How often damage to these files was noticed, and where one was taken for something else: a bit, a byte, an end, a byte
 * too many. Before the sum of a text there may be bits that mean nothing.
 */
export async function noticed(paths, seed, count) {
  const random = randomFrom(seed);
  const result = { noticed: 0, missed: [] };
  for (const path of paths) {
    const whole = new Uint8Array(await (await fetch("./search/" + path)).arrayBuffer());
    const decode = async (bytes) => (path.startsWith("g/") ? JSON.stringify([...bucket(bytes, 0)]) : text(bytes));
    const meant = await decode(whole);
    for (let i = 0; i < count; i++) {
      const at = random(whole.length);
      const changes = [
        () => whole.map((byte, index) => (index === at ? byte ^ (1 << random(8)) : byte)),
        () => whole.map((byte, index) => (index === at ? byte ^ (1 + random(255)) : byte)),
        () => whole.slice(0, at),
        () => new Uint8Array([...whole.slice(0, at), random(256), ...whole.slice(at)]),
      ];
      const bytes = changes[i % changes.length]();
      try {
        if ((await decode(bytes)) !== meant) result.missed.push(`${path} ${i % changes.length} ${at}`);
      } catch (problem) {
        result.noticed++;
      }
    }
  }
  return result;
}

/** An excerpt with its marks in brackets, from lines as a text file has them. */
export const excerpts = (cases) =>
  cases.map(([query, ...lines]) => {
    const marked = marks(parse(query).words.map((each) => ({ ...each, text: fold(each.text) })));
    return excerpt({ lines, map: pairs("，,：:ＡaＢb") }, marked).map(({ text, mark }) => (mark ? `[${text}]` : text)).join("");
  });

/** Answers of an archive: of each question what was asked for, or what kind of error came. */
export async function answers(base, questions) {
  const archive = await openArchive(base);
  const given = [];
  for (const [query, options] of questions) {
    try {
      const { total, exact, hits, facets, notes, widened } = await archive.search(query, { excerpts: false, facets: false, ...options });
      given.push({ total, exact, "ids": hits.map(({ id }) => id), whole: hits.filter((hit) => hit.whole).length, facets, notes: notes.map((note) => note.kind), widened });
    } catch (problem) {
      given.push({ kind: problem.kind ?? String(problem), file: problem.file });
    }
  }
  return given;
}
