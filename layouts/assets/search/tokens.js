// What a text is found by, as dafu.search.Tokens and Term see it; the examples of tokens.txt hold both together. The
// build makes CHARACTERS from the table that Java reads, and one file of these modules.
import { CHARACTERS } from "./characters.js";

// Of a UTF-16 unit: 0 separates, 1 makes words, 2 stands for itself.
const kinds = new Uint8Array(65536);
for (const [, from, to, mark] of CHARACTERS.matchAll(/(\w+) (\w+) (\d)/g)) {
  kinds.fill(mark, parseInt(from, 16), parseInt(to, 16) + 1);
}
export const kindOf = (line, i = 0) => kinds[line.charCodeAt(i)];

export const clean = (line) =>
  line
    .replace(/[\xad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]/g, "")
    .replace(/[\0- \xa0\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+/g, " ")
    .trim();

export const pairs = (line) => new Map(line.match(/../gs)?.map((two) => [...two]));

// Traditional characters that simplified texts use as well; the others come with the table, when one is met.
const folds = pairs("　 乾干俱具吒咤夥伙姊姐後后徵征摺折於于箝钳菸烟著着藉借跤交阪坂麴麹麽么");
for (let i = 33; i < 127; i++) {
  const ascii = String.fromCharCode(i);
  folds.set(ascii, ascii.toLowerCase()).set(String.fromCharCode(i + 0xfee0), ascii.toLowerCase());
}
let complete = false;

export const useTable = (line) => {
  pairs(line).forEach((to, from) => folds.set(from, to));
  complete = true;
};

// The 6,763 characters of GB 2312, from the one decoder that every browser has.
const simple = new Set(
  new TextDecoder("gbk").decode(new Uint8Array(72 * 188).map((_, i) => (i % 2 ? 0xa1 + ((i % 188) >> 1) : 0xb0 + i / 188))),
);

export const needsTable = (line) =>
  !complete && /[^\0-\xbf\u2000-\u206f\u2100-\u303d]/.test([...line].filter((c) => !simple.has(c) && !folds.has(c)).join(""));

// A clean text as it is compared, one unit for one.
export const fold = (line, map = folds) => Array.from(line, (c) => map.get(c) ?? c).join("");

export const hex = (n, digits) => n.toString(16).padStart(digits, "0");

// A term as ten digits: 32 bits, of which the first name its bucket, and 8 that tell words apart. A gram is one
// character, or two.
export const gram = (line) => hex(mix((line.charCodeAt(line.length - 2) << 16) | line.charCodeAt(line.length - 1)), 8) + "00";

export const word = (line) => hex(mix(hash(line, 0x811c9dc5)), 8) + hex(mix(hash(line, 0x2f0b4a27)) & 255 || 1, 2);

const hash = (line, value) => {
  for (let i = 0; i < line.length; i++) value = Math.imul(value ^ line.charCodeAt(i), 0x01000193);
  return value;
};

const mix = (x) => {
  x = Math.imul(x ^ (x >>> 16), 0x85ebca6b);
  x = Math.imul(x ^ (x >>> 13), 0xc2b2ae35);
  return (x ^ (x >>> 16)) >>> 0;
};

// The stretches of searched characters of a folded text, with their places; `apart` ends one where the kind changes.
export const runs = (line, apart) => {
  const found = [];
  for (let at = 0, end; at < line.length; at = end) {
    for (end = at + 1; kindOf(line, end) && (!apart || kindOf(line, end) === kindOf(line, at)); ) end++;
    if (kindOf(line, at)) found.push([line.slice(at, end), at]);
    else end = at + 1;
  }
  return found;
};

export const grams = (run) => (run.length > 1 ? Array.from({ length: run.length - 1 }, (_, i) => run.slice(i, i + 2)) : [run]);

// The year of a document's number such as 〔2021〕第 55 号, of which this is the place of 55.
export const documentYear = (line, at) => /(\d{4})[)\]〕】][ 第]*$/.exec(line.slice(0, at))?.[1];
