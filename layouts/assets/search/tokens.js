// What a text is found by, as dafu.search.Tokens and Term see it; src/test/resources/dafu/search/tokens.txt holds both
// together. Which characters are searched says characters.js, which the build makes from the table that Java reads.
import { CHARACTERS } from "./characters.js";

const kinds = new Uint8Array(65536);
CHARACTERS.split(" ").forEach((from, i, all) => {
    if (i % 3 === 0) {
        kinds.fill(+all[i + 2], parseInt(from, 16), parseInt(all[i + 1], 16) + 1);
    }
});

// Characters that simplified texts use too and that folding changes all the same.
const BOTH = "乾干俱具吒咤夥伙姊姐後后徵征摺折於于箝钳菸烟著着藉借跤交阪坂麴麹麽么";
const folds = new Map();
let simplified;
let complete = false;

// 0 separates, 1 makes words, 2 stands for itself.
export const kind = (text, i) => kinds[text.charCodeAt(i)] || 0;

export function clean(text) {
    return text
        .replace(/[\xad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]/g, "")
        .replace(/[\0- \xa0\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+/g, " ")
        .trim();
}

// Whether folding this text needs the tables: it holds a letter that is neither ASCII nor of the simplified set.
export function needsTables(text) {
    return !complete && /[^\0-\xbf\u2000-\u206f\u2100-\u2fff\u3000-\u303d\uff01-\uff5e]/.test(text.replace(plain(), ""));
}

function plain() {
    if (!simplified) {
        const bytes = [];
        for (let high = 0xb0; high < 0xf8; high++) {
            for (let low = 0xa1; low < 0xff; low++) {
                bytes.push(high, low);
            }
        }
        simplified = new RegExp("[" + new TextDecoder("gbk").decode(new Uint8Array(bytes)).replace(/[^\u4e00-\u9fff]/g, "") + "]", "g");
    }
    return simplified;
}

export function useTables(pairs) {
    add(pairs);
    complete = true;
}

function add(pairs, to = folds) {
    for (let i = 0; i + 1 < pairs.length; i += 2) {
        to.set(pairs[i], pairs[i + 1]);
    }
    return to;
}
add(BOTH);

// A clean text as it is compared, one unit for one.
export function fold(text, pairs) {
    const own = pairs === undefined ? folds : add(pairs, new Map());
    let folded = "";
    for (let i = 0; i < text.length; i++) {
        let c = text[i];
        if (own.has(c)) {
            c = own.get(c);
        } else if (pairs === undefined) {
            const code = c.charCodeAt(0);
            c = code > 0xff00 && code < 0xff5f ? String.fromCharCode(code - 0xfee0) : code === 0x3000 ? " " : c;
            c = c >= "A" && c <= "Z" ? c.toLowerCase() : c;
        }
        folded += c;
    }
    return folded;
}

// A term: 32 bits that name its bucket, and 8 that tell words apart.
export const character = (c) => ({ spread: mix(c.charCodeAt(0)), check: 0 });
export const pair = (text, i) => ({ spread: mix((text.charCodeAt(i) << 16) | text.charCodeAt(i + 1)), check: 0 });

export function word(text) {
    let hash = 0x811c9dc5;
    let check = 0x2f0b4a27;
    for (let i = 0; i < text.length; i++) {
        hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
        check = Math.imul(check ^ text.charCodeAt(i), 0x01000193);
    }
    return { spread: mix(hash), check: Math.max(1, mix(check) & 0xff) };
}

function mix(x) {
    x = Math.imul(x ^ (x >>> 16), 0x85ebca6b);
    x = Math.imul(x ^ (x >>> 13), 0xc2b2ae35);
    return (x ^ (x >>> 16)) >>> 0;
}

// The longest stretches of searched characters of a folded text: [from, to).
export function runs(text, same = (a, b) => a > 0 && b > 0) {
    const found = [];
    for (let i = 0; i < text.length; ) {
        let end = i + 1;
        while (end < text.length && same(kind(text, i), kind(text, end))) {
            end++;
        }
        if (kind(text, i)) {
            found.push([i, end]);
        }
        i = end;
    }
    return found;
}

// Every term of a folded line, in words for the tests: what Java's Tokens gives.
export function terms(line) {
    const found = new Set();
    for (const [from, to] of runs(line)) {
        for (let i = from; i < to; i++) {
            found.add(line[i]);
            if (i + 1 < to) {
                found.add(line.slice(i, i + 2));
            }
        }
    }
    for (const [from, to] of runs(line, (a, b) => a === 1 && b === 1)) {
        const text = line.slice(from, to);
        if (kind(line, from) === 1) {
            found.add("=" + text);
            for (let i = from; i + 3 <= to; i++) {
                found.add("~" + line.slice(i, i + 3));
            }
            if (/^0+\d/.test(text) && /^\d+$/.test(text)) {
                found.add("=" + text.replace(/^0+(?=.)/, ""));
            }
            const year = documentYear(line, from);
            if (/^\d+$/.test(text) && year) {
                found.add("=" + year + "/" + text);
            }
        }
    }
    return found;
}

// The year of a document's number such as 〔2021〕第 55 号, of which this is the place of 55.
export const documentYear = (line, at) => /(\d{4})[)\]〕】][ 第]*$/.exec(line.slice(0, at))?.[1];
