// What a reader typed, taken apart; nothing is fetched and nothing fails.
import { clean } from "./tokens.js";

const LONGEST = 1000;
const MOST_WORDS = 32;
const FIELDS = new Map();
const NAMES =
  "body 单位 承办单位 主办单位,proposer 提案人 建议人,session 届次,number 编号,topic 主题,outcome 结果 办理结果,kind 类型,year 年份,date 日期";
for (const line of NAMES.split(",")) line.split(" ").forEach((name, _, [field]) => FIELDS.set(name, field));
// A sign that excludes, a field's name, and a phrase or what goes on to the next blank.
const PIECE = /(-?)(?:([A-Za-z]+|[\u4e00-\u9fff]{2,4}):)?(?:"([^"]*)("?)|([^\s"]*))/y;

export const parse = (typed) => {
  let text = clean(String(typed ?? "")).replace(/[“”„＂「」『』]/g, '"').replace(/[－﹣−]/g, "-").replace(/：/g, ":");
  const notes = [];
  const note = (kind, about) => notes.push({ kind, text: about.slice(0, 20) });
  if (text.length > LONGEST) {
    text = text.slice(0, LONGEST).replace(/[\ud800-\udbff]$/, "");
    note("too-long", text);
  }
  const words = [];
  const query = { text, words, fields: {}, excludedFields: {}, notes };
  for (let at = 0; at < text.length; ) {
    PIECE.lastIndex = at;
    const [whole, sign, name, phrase, end, plain] = PIECE.exec(text);
    at += whole.length || 1;
    const excluded = sign !== "";
    const quoted = phrase !== undefined;
    let value = clean(quoted ? phrase : plain);
    if (quoted && !end) note("unclosed-quote", whole);
    const field = FIELDS.get(name?.toLowerCase());
    if (field && !value) note("empty-value", whole);
    else if (field) (query[excluded ? "excludedFields" : "fields"][field] ??= []).push(...(field === "date" ? dates(value, note) : [value]));
    else {
      if (name && value.startsWith("//")) value = `${name}:${value}`;
      else if (name) {
        note("unknown-field", name);
        words.push({ text: name, quoted: false, excluded });
      }
      if (value) words.push({ text: value, quoted, excluded });
    }
  }
  if (words.splice(MOST_WORDS).length) note("too-long", text);
  return query;
};

// 2023, 2023-01, 2023年1月5日 and the like; one of them, or two with .. or ~ or 至 between, either of which may be absent.
// Days are compared as text, so that 2023-01 is before all days of its month and 2023-01~ after them.
export const dates = (value, note) => {
  const ends = value.split(/\s*(?:\.\.+|…+|~|～|至|—+)\s*/).map((end) =>
    end.replace(/[年月/.]/g, "-").replace(/-?日?$/, "").replace(/-(?=\d(-|$))/g, "-0"),
  );
  const from = ends[0] || "0000";
  const to = ends.at(-1) || "9999";
  const right = [from, to].every((end) => /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/.test(end));
  if (right && ends.length < 3 && ends.join("") && from <= to + "~") return [{ from, to: to + "~" }];
  note("bad-date", value);
  return [];
};
