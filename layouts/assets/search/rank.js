// Which terms a word is looked up by, which replies their lists find, and which come first. Nothing is fetched here.
import { documentYear, gram, grams, kind, runs, word } from "./tokens.js";

// What a term is worth once, twice, four times in the text, and in a title or name.
const CLASS = [1, 1.3, 1.6, 4];
// Pairs that overlap tell a run from the same words elsewhere; few replies have so many and not the run.
const MOST_TERMS = 14;
// A reply is found when it holds so much of the words' weight; with less only when none does.
const LEAST = [0.6, 0.3, 0];
const WHOLE = 0.9999;

// Some of many, evenly.
const some = (list, most) => (list.length > most ? Array.from({ length: most }, (_, i) => list[Math.floor((i * list.length) / most)]) : list);

// The terms of an unquoted, folded word: words of letters and digits, and pairs.
export function plan(text) {
  const terms = [];
  const single = [];
  for (const [run, at] of runs(text, true)) {
    if (kind(run) === 1) {
      const year = documentYear(text, at);
      terms.push(word(run), ...(year && /^\d+$/.test(run) ? [word(`${year}/${run}`)] : []));
      // 5届, 58号: what a number counts tells it from others.
      const after = at + run.length;
      if (kind(text, after)) terms.push(gram(text.slice(after - 1, after + 1)));
    } else if (run.length === 1) {
      single.push(gram(run));
    } else {
      terms.push(...some([...new Set(grams(run))], MOST_TERMS).map(gram));
    }
  }
  return terms.length ? terms : single;
}

// The terms of whatever holds a folded phrase; the phrase is sure where having its only term is holding it.
export function planPhrase(text) {
  const all = runs(text).flatMap(([run]) => grams(run));
  const latin = runs(text, true).flatMap(([run]) => (kind(run) === 1 ? grams(run).slice(1).map((_, i) => word("~" + run.slice(i, i + 3))) : []));
  return { terms: [...some([...new Set(all)], MOST_TERMS).map(gram), ...some(latin, MOST_TERMS)], sure: all[0] === text };
}

// Scores of all replies: each word has alternatives, of which the best counts: lists, and how much they are worth.
export function score(words, replies) {
  const numbers = () => new Float32Array(replies);
  const scored = { score: numbers(), share: numbers(), whole: numbers(), words: words.length, weight: 0 };
  const rarity = ({ count }) => Math.log(1 + replies / (count + 0.5));
  const sum = (lists) => lists.reduce((all, list) => all + rarity(list), 0);
  for (const alternatives of words) {
    const weight = Math.max(...alternatives.map(({ lists }) => sum(lists)));
    const best = numbers();
    const shares = numbers();
    for (const { lists, factor } of alternatives) {
      const share = numbers();
      const score = numbers();
      const strong = numbers();
      const scale = weight / sum(lists);
      for (const list of lists) {
        const worth = rarity(list) * scale;
        list.holders.forEach((reply, i) => {
          share[reply] += worth / weight;
          score[reply] += worth * CLASS[list.classes[i]];
          strong[reply] += list.classes[i] === 3;
        });
      }
      for (let reply = 0; reply < replies; reply++) {
        // A word that stands whole is worth more than its parts, and one that stands whole in a title more yet.
        const bonus = (share[reply] > WHOLE ? 1.5 : 1) * (strong[reply] === lists.length ? 1.5 : 1);
        best[reply] = Math.max(best[reply], score[reply] * bonus * factor);
        shares[reply] = Math.max(shares[reply], share[reply]);
      }
    }
    scored.weight += weight;
    for (let reply = 0; reply < replies; reply++) {
      scored.score[reply] += best[reply];
      scored.share[reply] += shares[reply] * weight;
      scored.whole[reply] += shares[reply] > WHOLE;
    }
  }
  return scored;
}

// The replies that hold enough of the words.
export function found({ share, weight }) {
  for (const least of LEAST) {
    const replies = [];
    share.forEach((held, reply) => held > 0 && held >= least * weight * WHOLE && replies.push(reply));
    if (replies.length || !least) return replies;
  }
}

export const byRelevance = ({ whole, score, words }) => (a, b) =>
  (whole[b] === words) - (whole[a] === words) || score[b] - score[a] || b - a;

// The replies that all lists have.
export function common(lists) {
  const [first, ...others] = [...lists].sort((a, b) => a.count - b.count).map(({ holders }) => holders);
  return others.reduce((kept, replies) => {
    const its = new Set(replies);
    return kept.filter((reply) => its.has(reply));
  }, [...first]);
}
