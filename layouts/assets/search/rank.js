// Which terms a word is looked up by, which replies their lists find, and which come first. Nothing is fetched here.
import { documentYear, gram, grams, kindOf, runs, word } from "./tokens.js";

// What a term is worth once, twice, four times in the text, and in a title or name.
const CLASS = [1, 1.3, 1.6, 4];
// Pairs that overlap tell a run from the same words elsewhere; few replies have so many and not the run.
export const MOST_TERMS = 14;
// A reply is found when it holds so much of the words' weight; with less only when none does.
const LEAST = [0.6, 0.3, 0];
const WHOLE = 0.9999;

// Some of many, evenly.
export const some = (list, most) => (list.length > most ? Array.from({ length: most }, (_, i) => list[Math.floor((i * list.length) / most)]) : list);

// The terms of an unquoted, folded word: words of letters and digits, and pairs.
export const plan = (line, most) => {
  const terms = [];
  const single = [];
  for (const [run, at] of runs(line, true)) {
    if (kindOf(run) === 1) {
      const year = documentYear(line, at);
      terms.push(word(run), ...(year && /^\d+$/.test(run) ? [word(`${year}/${run}`)] : []));
      // 5届, 58号: what a number counts tells it from others.
      const after = at + run.length;
      if (kindOf(line, after)) terms.push(gram(line.slice(after - 1, after + 1)));
    } else if (run.length === 1) {
      single.push(gram(run));
    } else {
      terms.push(...some([...new Set(grams(run))], most).map(gram));
    }
  }
  return terms.length ? terms : single;
};

// The terms of whatever holds a folded phrase; the phrase is sure where having its only term is holding it.
export const planPhrase = (line) => {
  const all = runs(line).flatMap(([run]) => grams(run));
  const latin = runs(line, true).flatMap(([run]) => (kindOf(run) === 1 ? grams(run).slice(1).map((_, i) => word("~" + run.slice(i, i + 3))) : []));
  return { terms: [...some([...new Set(all)], MOST_TERMS).map(gram), ...some(latin, MOST_TERMS)], sure: all[0] === line };
};

// Scores of all replies: each word has alternatives, of which the best counts: lists, and how much they are worth.
export const score = (wanted, corpus) => {
  const numbers = () => new Float32Array(corpus);
  const scored = { score: numbers(), share: numbers(), held: numbers(), asked: wanted.length, weight: 0 };
  const rarity = ({ frequency }) => Math.log(1 + corpus / (frequency + 0.5));
  const sum = (lists) => lists.reduce((all, list) => all + rarity(list), 0);
  for (const alternatives of wanted) {
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
      for (let reply = 0; reply < corpus; reply++) {
        // A word that stands whole is worth more than its parts, and one that stands whole in a title more yet.
        const bonus = (share[reply] > WHOLE ? 1.5 : 1) * (strong[reply] === lists.length ? 1.5 : 1);
        best[reply] = Math.max(best[reply], score[reply] * bonus * factor);
        shares[reply] = Math.max(shares[reply], share[reply]);
      }
    }
    scored.weight += weight;
    for (let reply = 0; reply < corpus; reply++) {
      scored.score[reply] += best[reply];
      scored.share[reply] += shares[reply] * weight;
      scored.held[reply] += shares[reply] > WHOLE;
    }
  }
  return scored;
};

// The replies that hold enough of the words.
export const found = ({ share, weight }) => {
  for (const least of LEAST) {
    const docs = [];
    share.forEach((held, reply) => held > 0 && held >= least * weight * WHOLE && docs.push(reply));
    if (docs.length || !least) return docs;
  }
};

export const byRelevance = ({ held, score, asked }) => (a, b) =>
  (held[b] === asked) - (held[a] === asked) || score[b] - score[a] || b - a;

// The replies that all lists have.
export const common = (lists) => {
  const [first, ...others] = [...lists].sort((a, b) => a.frequency - b.frequency).map(({ holders }) => holders);
  return others.reduce((kept, docs) => {
    const its = new Set(docs);
    return kept.filter((reply) => its.has(reply));
  }, [...first]);
};
