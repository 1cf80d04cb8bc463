// How terms make replies found, and which come first. Lists come from outside; nothing is fetched here.
import { character, documentYear, kind, pair, runs, word } from "./tokens.js";

// In a title or name; four times, twice, once in the text.
const CLASS = [1, 1.3, 1.6, 4];
// Characters that are in almost every reply say little beside others.
const FUNCTION = /[的了是在和与及为等对中有不一上下]/;
// A long run is looked up by pairs that do not overlap, as many as this at most.
const MOST_PAIRS = 8;
const ALL_PAIRS = 5;
// A reply counts as found when it holds so much of the query's weight; less only when nothing does.
const LEAST = [0.6, 0.3, 0];

// The terms by which an unquoted, folded word is looked up.
export function plan(text) {
    const terms = [];
    const singles = [];
    for (const [from, to] of runs(text, (a, b) => a === b && a > 0)) {
        if (kind(text, from) === 1) {
            const year = documentYear(text, from);
            const its = text.slice(from, to);
            terms.push(word(its));
            if (year && /^\d+$/.test(its)) {
                terms.push(word(year + "/" + its));
            }
        } else if (to - from === 1) {
            singles.push(character(text[from]));
        } else {
            terms.push(...chosen(text, from, to));
        }
    }
    return terms.length ? terms : singles;
}

function chosen(text, from, to) {
    let places = [];
    for (let i = from; i + 1 < to; i++) {
        places.push(i);
    }
    if (places.length > ALL_PAIRS) {
        places = places.filter((i) => (i - from) % 2 === 0 || i === to - 2);
        const telling = places.filter((i) => !FUNCTION.test(text.slice(i, i + 2)));
        places = telling.length > 2 ? telling : places;
    }
    const step = Math.max(1, places.length / MOST_PAIRS);
    const kept = [];
    for (let i = 0; i < places.length && kept.length < MOST_PAIRS; i += step) {
        kept.push(pair(text, places[Math.floor(i)]));
    }
    return kept;
}

// The terms that whatever holds a folded phrase has; `sure` when having them is holding it.
export function planPhrase(text) {
    const terms = [];
    for (const [from, to] of runs(text)) {
        for (let i = from; i + 1 < to; i++) {
            terms.push(pair(text, i));
        }
        if (to - from === 1) {
            terms.push(character(text[from]));
        }
        for (let i = from; i + 3 <= to; i++) {
            if (kind(text, i) === 1 && kind(text, i + 1) === 1 && kind(text, i + 2) === 1) {
                terms.push(word("~" + text.slice(i, i + 3)));
            }
        }
    }
    const sure = terms.length === 1 && text.length <= 2;
    const spread = terms.length > 10 ? terms.filter((_, i) => i % 2 === 0) : terms;
    const step = Math.max(1, spread.length / 10);
    return { terms: spread.filter((_, i) => Math.floor(i / step) !== Math.floor((i - 1) / step)), sure };
}

const rarity = (list, replies) => Math.log(1 + replies / (list.count + 0.5));

// Scores for each reply: words is a list of words, each a list of alternatives { lists, factor, held }.
export function score(words, replies) {
    const total = { score: new Float32Array(replies), share: new Float32Array(replies), whole: new Uint8Array(replies) };
    let weight = 0;
    for (const alternatives of words) {
        const best = { score: new Float32Array(replies), share: new Float32Array(replies) };
        const own = Math.max(...alternatives.map(({ lists }) => lists.reduce((sum, list) => sum + rarity(list, replies), 0)));
        for (const { lists, factor } of alternatives) {
            one(lists, factor, own, best, replies);
        }
        weight += own;
        for (let reply = 0; reply < replies; reply++) {
            if (best.share[reply] > 0) {
                total.score[reply] += best.score[reply];
                total.share[reply] += best.share[reply] * own;
                total.whole[reply] += best.share[reply] > 0.9999 ? 1 : 0;
            }
        }
    }
    return { ...total, weight, words: words.length };
}

function one(lists, factor, own, best, replies) {
    const share = new Float32Array(replies);
    const score = new Float32Array(replies);
    const strong = new Uint8Array(replies);
    const sum = lists.reduce((all, list) => all + rarity(list, replies), 0);
    for (const list of lists) {
        const weight = rarity(list, replies);
        for (let i = 0; i < list.replies.length; i++) {
            const reply = list.replies[i];
            share[reply] += weight / sum;
            score[reply] += weight * CLASS[list.classes[i]];
            strong[reply] += list.classes[i] === 3 ? 1 : 0;
        }
    }
    for (let reply = 0; reply < replies; reply++) {
        if (share[reply] > 0) {
            // A run that stands whole, and above all whole in a title, is worth more than its parts.
            const bonus = (share[reply] > 0.9999 ? 1.5 : 1) * (strong[reply] === lists.length ? 1.5 : 1);
            best.score[reply] = Math.max(best.score[reply], score[reply] * bonus * factor * (own / sum || 1));
            best.share[reply] = Math.max(best.share[reply], share[reply]);
        }
    }
}

// The replies that hold enough of the words and pass, best first.
export function found(scored, passes) {
    for (const least of LEAST) {
        const replies = [];
        for (let reply = 0; reply < scored.share.length; reply++) {
            if (scored.share[reply] > 0 && scored.share[reply] >= least * scored.weight * 0.9999 && passes(reply)) {
                replies.push(reply);
            }
        }
        if (replies.length) {
            return replies;
        }
    }
    return [];
}

export function byRelevance(scored) {
    const all = scored.words;
    return (a, b) =>
        (scored.whole[b] === all) - (scored.whole[a] === all) || scored.score[b] - scored.score[a] || b - a;
}

// The replies that all lists have, ascending.
export function common(lists) {
    const ordered = [...lists].sort((a, b) => a.count - b.count);
    let kept = ordered.length ? [...ordered[0].replies] : [];
    for (const { replies } of ordered.slice(1)) {
        let at = 0;
        kept = kept.filter((reply) => {
            while (at < replies.length && replies[at] < reply) {
                at++;
            }
            return replies[at] === reply;
        });
    }
    return kept;
}
