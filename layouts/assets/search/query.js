// What a reader typed, taken apart; nothing is fetched and nothing fails.
import { clean } from "./tokens.js";

const LONGEST = 1000;
const MOST_WORDS = 32;
const FIELDS = {
    body: "body", 单位: "body", 承办单位: "body", 主办单位: "body",
    proposer: "proposer", 提案人: "proposer", 建议人: "proposer",
    session: "session", 届次: "session",
    number: "number", 编号: "number",
    topic: "topic", 主题: "topic",
    outcome: "outcome", 结果: "outcome", 办理结果: "outcome",
    kind: "kind", 类型: "kind",
    year: "year", 年份: "year",
    date: "date", 日期: "date",
};
// A sign that excludes, a field's name, and a phrase or what goes on to the next blank.
const PIECE = /([-－﹣−]?)(?:([A-Za-z]+|[\u4e00-\u9fff]{2,4})[:：])?(?:["“”„＂「『]([^"“”„＂」』]*)(["“”„＂」』]?)|([^\s"“”„＂「『]*))/y;

export function parse(typed) {
    let text = clean(String(typed ?? ""));
    const notes = [];
    if (text.length > LONGEST) {
        text = text.slice(0, LONGEST).replace(/[\ud800-\udbff]$/, "");
        notes.push({ kind: "too-long", text: text.slice(0, 20) });
    }
    const query = { text, words: [], fields: {}, excludedFields: {}, notes };
    for (let at = 0; at < text.length; ) {
        PIECE.lastIndex = at;
        const piece = PIECE.exec(text);
        if (!piece[0]) {
            at++;
            continue;
        }
        at += piece[0].length;
        take(query, piece);
    }
    if (query.words.length > MOST_WORDS) {
        query.words.length = MOST_WORDS;
        notes.push({ kind: "too-long", text: text.slice(0, 20) });
    }
    return query;
}

function take(query, [whole, sign, name, phrase, end, plain]) {
    const quoted = phrase !== undefined;
    const excluded = sign !== "";
    let value = clean(quoted ? phrase : plain);
    if (quoted && !end) {
        query.notes.push({ kind: "unclosed-quote", text: whole });
    }
    const field = name && FIELDS[name.toLowerCase()];
    if (name && !field && !quoted && value.startsWith("//")) {
        value = name + ":" + value;
    } else if (name && !field) {
        query.notes.push({ kind: "unknown-field", text: name });
        query.words.push({ text: name, quoted: false, excluded });
    }
    if (field && !value) {
        query.notes.push({ kind: "empty-value", text: whole });
    } else if (field) {
        const into = excluded ? query.excludedFields : query.fields;
        (into[field] ??= []).push(...(field === "date" ? dates(value, query.notes) : [value]));
    } else if (value) {
        query.words.push({ text: value, quoted, excluded });
    }
}

// 2023, 2023-01, 2023-01-05, 2023年1月5日; one of them, or two with .. or ~ or 至 between, either of which may be absent.
export function dates(value, notes) {
    const ends = value.split(/\s*(?:\.\.+|…+|~|～|至|—+)\s*/);
    const from = ends[0] === "" ? { from: "0000-01-01" } : day(ends[0]);
    const to = ends.length === 1 ? from : ends[1] === "" ? { to: "9999-12-31" } : day(ends[1]);
    if (ends.length > 2 || !from || !to || (ends[0] === "" && !ends[1]) || from.from > to.to) {
        notes.push({ kind: "bad-date", text: value });
        return [];
    }
    return [{ from: from.from, to: to.to }];
}

function day(text) {
    const match = /^(\d{4})(?:[-/.年](\d{1,2})(?:[-/.月](\d{1,2})日?)?)?[年月]?$/.exec(text);
    if (!match) {
        return undefined;
    }
    const [, year, month, date] = match;
    const two = (n) => n.padStart(2, "0");
    const last = (y, m) => String(new Date(Date.UTC(+y, +m, 0)).getUTCDate());
    if (month !== undefined && (+month < 1 || +month > 12 || (date !== undefined && (+date < 1 || +date > +last(year, month))))) {
        return undefined;
    }
    return {
        from: `${year}-${two(month ?? "1")}-${two(date ?? "1")}`,
        to: `${year}-${two(month ?? "12")}-${two(date ?? last(year, month ?? "12"))}`,
    };
}
