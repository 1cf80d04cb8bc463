// The stretch of a reply's text that shows best why it was found, in parts that are marked or not.
import { clean, fold, kind, runs } from "./tokens.js";

const LENGTH = 90;
const BEFORE = 20;
const FORMULA = /收悉|现.{0,4}答复如下|现复如下|^感谢|感谢.{0,20}(关心|支持)|特此(答复|函复)|^[^，。]{0,24}[:：]$|^(尊敬的|贵委)/;

// A reply's text file: the pairs that fold it, its fields, its lines.
export function reply(file) {
    const end = file.indexOf("\n");
    const fields = file.indexOf("\n\n", end);
    const pairs = file.slice(0, end);
    const text = file.slice(end + 1);
    return { folded: fold(text, pairs), pairs, lines: file.slice(fields + 2).split("\n").slice(0, -1) };
}

// Whether it holds a folded phrase, within a line.
export const holds = ({ folded }, phrase) => folded.includes(phrase);

// What is to be marked: phrases whole; of words every run, and of a long one also its pieces.
export function marks(words) {
    const marked = [];
    for (const { text, quoted } of words) {
        if (quoted) {
            marked.push(text);
            continue;
        }
        for (const [from, to] of runs(text, (a, b) => a === b && a > 0)) {
            if (to - from > 1 || kind(text, from) === 1 || text.length === 1) {
                marked.push(text.slice(from, to));
            }
        }
    }
    return [...new Set(marked)].sort((a, b) => b.length - a.length);
}

// Which characters of a folded line are marked, and how many marks' length that is in all.
function hits(line, marked) {
    const on = new Uint8Array(line.length);
    for (const mark of marked) {
        let whole = false;
        for (let at = line.indexOf(mark); at >= 0; at = line.indexOf(mark, at + 1)) {
            const word = kind(mark, 0) === 1 && /^[a-z\d]+$/.test(mark);
            if (!word || (kind(line, at - 1) !== 1 && kind(line, at + mark.length) !== 1)) {
                on.fill(1, at, at + mark.length);
                whole = true;
            }
        }
        // A run that does not stand here whole: what of it does, from two characters on.
        if (!whole && mark.length > 2 && kind(mark, 0) === 2) {
            for (let from = 0; from + 2 <= mark.length; from++) {
                let to = from + 2;
                let at = line.indexOf(mark.slice(from, to));
                if (at < 0) {
                    continue;
                }
                while (to < mark.length && line.includes(mark.slice(from, to + 1))) {
                    at = line.indexOf(mark.slice(from, ++to));
                }
                on.fill(1, at, at + to - from);
                from = to - 2;
            }
        }
    }
    return on;
}

export function parts(text, marked, pairs) {
    const on = hits(fold(text, pairs), marked);
    const found = [];
    for (let i = 0; i < text.length; ) {
        let end = i + 1;
        while (end < text.length && on[end] === on[i]) {
            end++;
        }
        found.push({ text: text.slice(i, end), mark: on[i] === 1 });
        i = end;
    }
    return found;
}

// The best line's best window; formulae only where nothing else holds a mark.
export function excerpt({ lines, pairs }, marked) {
    let best = { worth: -1, line: "", at: 0 };
    lines.forEach((line, i) => {
        const on = hits(fold(line, pairs), marked);
        const formula = FORMULA.test(line) ? 0.1 : line.length < 16 ? 0.5 : 1;
        let sum = 0;
        for (let at = 0; at < on.length; at++) {
            sum += on[at] - (at >= LENGTH ? on[at - LENGTH] : 0);
            if (sum * formula - i / 1e6 > best.worth) {
                best = { worth: sum * formula - i / 1e6, line, at: Math.max(0, at - LENGTH + 1) };
            }
        }
        if (!on.length) {
            return;
        }
        if (best.worth < 0 && formula === 1) {
            best = { worth: 0, line, at: 0 };
        }
    });
    return cut(best, marked, pairs);
}

function cut({ line, at }, marked, pairs) {
    const on = hits(fold(line, pairs), marked);
    const first = on.indexOf(1, at);
    let from = first < 0 ? 0 : Math.max(0, first - BEFORE);
    // From the beginning of a sentence, where one is near.
    const stop = Math.max(...["。", "，", "；", "："].map((mark) => line.lastIndexOf(mark, first - 1)));
    from = stop >= from ? stop + 1 : from;
    from = line.length - from < LENGTH ? Math.max(0, Math.min(from, line.length - LENGTH)) : from;
    let to = Math.min(line.length, from + LENGTH);
    from += /[\udc00-\udfff]/.test(line[from] ?? "") ? 1 : 0;
    to -= /[\ud800-\udbff]/.test(line[to - 1] ?? "") ? 1 : 0;
    const text = (from > 0 ? "…" : "") + line.slice(from, to) + (to < line.length ? "…" : "");
    return parts(text, marked, pairs);
}
