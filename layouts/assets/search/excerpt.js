// The stretch of a reply's text that shows best why it was found, in parts that are marked or not.
import { fold, grams, kindOf, runs } from "./tokens.js";

const LENGTH = 90;
const BEFORE = 20;
const FORMULA = /收悉|答复如下|现复如下|^感谢|感谢.{0,20}(关心|支持)|特此|^[^，。]{0,24}[:：]$|^(尊敬的|贵委)/;

// What is to be marked: phrases as they are, of words every run; letters and digits of a word only as a word.
export const marks = (words) =>
  words.flatMap(({ text, quoted }) =>
    quoted
      ? [{ text }]
      : runs(text, true)
          .filter(([run]) => run.length > 1 || kindOf(run) === 1 || run === text)
          .map(([run]) => ({ text: run, latin: kindOf(run) === 1 })),
  );

// Which characters of a folded line are marked; of a run that does not stand there whole, its pairs.
const hits = (line, marked) => {
  const on = new Uint8Array(line.length);
  for (const { text, latin } of marked) {
    for (const piece of latin || line.includes(text) ? [text] : grams(text)) {
      for (let at = line.indexOf(piece); at >= 0; at = line.indexOf(piece, at + 1)) {
        if (!latin || (kindOf(line, at - 1) !== 1 && kindOf(line, at + piece.length) !== 1)) on.fill(1, at, at + piece.length);
      }
    }
  }
  return on;
};

export const parts = (text, marked, map) => {
  const on = hits(fold(text, map), marked);
  const found = [];
  for (let at = 0, end; at < text.length; at = end) {
    for (end = at + 1; end < text.length && on[end] === on[at]; ) end++;
    found.push({ text: text.slice(at, end), mark: on[at] === 1 });
  }
  return found;
};

// The window that holds most marks; formulae and headings only where nothing else does.
export const excerpt = ({ lines, map }, marked) => {
  let best = { worth: -1, line: "", first: 0 };
  for (const line of lines) {
    const weight = FORMULA.test(line) ? 0.1 : line.length < 16 ? 0.5 : 1;
    const on = hits(fold(line, map), marked);
    let worth = weight / 10;
    for (let at = 0; at < line.length; at++) {
      worth += (on[at] - (on[at - LENGTH + BEFORE] ?? 0)) * weight;
      if (worth > best.worth) best = { worth, line, first: on.indexOf(1, Math.max(0, at - LENGTH + BEFORE + 1)) };
    }
  }
  const { line, first } = best;
  // From the beginning of a clause, where one is near.
  const stop = Math.max(...[..."。，；："].map((mark) => line.lastIndexOf(mark, first - 1))) + 1;
  let from = Math.min(first - stop < BEFORE ? stop : first - BEFORE, line.length - LENGTH);
  from = Math.max(0, from);
  const cut = line.slice(from, from + LENGTH).replace(/^[\udc00-\udfff]|[\ud800-\udbff]$/g, "");
  return parts((from > 0 ? "…" : "") + cut + (from + LENGTH < line.length ? "…" : ""), marked, map);
};
