// Turns what is typed into the file of a reply. Nothing leaves the browser unless the reader sends it.
const form = document.querySelector("[data-form]");
const made = form.querySelector("[data-made]");
const text = form.querySelector("#form-text");
const name = form.querySelector("#form-name");
const file = form.querySelector("#form-file");
const say = form.dataset;

// Personal data as far as a page can tell it: the program masks much more when it reads the file.
const PERSONAL = [
  [/(?<![\d*.\/-])((?:\+?86[- ]?)?1[3-9]\d[- ]?)(\d{4})([- ]?\d{4})(?!\d)/g, 4],
  [/(?<!\d)([1-9]\d{5})((?:18|19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01]))(\d{3}[\dXx])(?!\d)/g, 8],
];

export function mask(words) {
  let count = 0;
  for (const [pattern, hidden] of PERSONAL) {
    words = words.replace(pattern, (all, before, middle, after) => (count++, before + "*".repeat(hidden) + after));
  }
  return [words, count];
}

// What is not plainly a word is quoted: a string of JSON is one of YAML.
export const scalar = (words) =>
  /^\p{Script=Han}[\p{Script=Han}A-Za-z0-9《》“”（）、，。；：〔〕·—]*$/u.test(words) || /^\d{4}-\d\d-\d\d$/.test(words) ? words : JSON.stringify(words);

const value = (input) => {
  const words = input.value.trim();
  if (input.dataset.kind !== "texts") return words && (input.dataset.kind === "yes-no" ? "true" : scalar(words));
  const all = words.split(/[、,，;；]/).map((word) => word.trim()).filter(Boolean).map(scalar);
  return all.length > 1 ? `[${all.join(", ")}]` : all.join("");
};

const record = (row) => {
  const parts = [...row.querySelectorAll("[data-part]")].filter((input) => input.value.trim());
  return parts.length ? `{${parts.map((input) => `${input.dataset.part}: ${value(input)}`).join(", ")}}` : "";
};

function front() {
  const lines = [];
  for (const group of form.querySelectorAll("[data-key]")) {
    const key = group.dataset.key;
    if ("many" in group.dataset) {
      const rows = [...group.querySelectorAll("[data-row]")].map(record).filter(Boolean);
      if (rows.length) lines.push(`${key}:`, ...rows.map((row) => `  - ${row}`));
    } else {
      const said = "record" in group.dataset ? record(group) : value(group.querySelector("[data-part]"));
      if (said) lines.push(`${key}: ${said}`);
    }
  }
  lines.push(`${say.status}: ${form.querySelector("#form-draft").checked ? say.draft : say.published}`);
  return lines;
}

const field = (id) => form.querySelector(`[id="form-${id}"]`).value.trim();

function suggest() {
  const session = [...form.querySelectorAll("#names-session option")].find((option) => option.value === field("session"));
  const number = field("number").toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "");
  const kind = /^[a-z-]+$/.test(field("kind")) ? field("kind") : "reply";
  return number && `replies/${field("date").slice(0, 4) || "undated"}/${session ? session.dataset.id : kind}-${number}`;
}

let named = false;
name.addEventListener("input", () => (named = name.value !== ""));

// The place where the host makes a new file, with what it lets a link fill in.
function address(host, path, words) {
  const at = new URL(host);
  if (host.includes("/-/new/")) {
    at.searchParams.set("file_name", path);
  } else if (/\/_?new\//.test(host) && at.hostname !== "gitee.com") {
    at.searchParams.set("filename", path);
    if (encodeURIComponent(words).length < 6000) at.searchParams.set("value", words);
  }
  return at;
}

form.addEventListener("input", () => {
  if (!named) name.value = suggest();
  made.hidden = true;
});

form.addEventListener("click", ({ target }) => {
  if ("add" in target.dataset) {
    const row = target.previousElementSibling;
    const next = row.cloneNode(true);
    next.querySelectorAll("[id]").forEach((input) => {
      const id = input.id;
      input.id = `${id}+`;
      input.value = "";
      next.querySelector(`[for="${id}"]`).htmlFor = input.id;
    });
    row.after(next);
    next.querySelector("[data-part]").focus();
  } else if ("copy" in target.dataset) {
    file.select();
    navigator.clipboard?.writeText(file.value).then(() => (made.querySelector("[role=status]").textContent = say.sayCopied), () => {});
  }
});

form.addEventListener("submit", (event) => {
  event.preventDefault();
  const path = name.value.trim().replace(/^content\//, "").replace(/\.md$/, "");
  name.setCustomValidity(/^replies(\/[a-z0-9-]+)+$/.test(path) ? "" : say.sayName);
  if (!form.reportValidity()) return;
  const [words, count] = mask(`---\n${front().join("\n")}\n---\n\n${text.value.trim()}\n`);
  file.value = words;
  file.previousElementSibling.textContent = `content/${path}.md`;
  made.querySelector("[role=status]").textContent = count ? say.sayMasked.replace("{}", count) : "";
  const download = made.querySelector("[data-download]");
  URL.revokeObjectURL(download.href);
  download.href = URL.createObjectURL(new Blob([words], { type: "text/markdown" }));
  download.download = `${path.split("/").pop()}.md`;
  const open = made.querySelector("[data-open]");
  if (open) {
    const at = address(say.host, `content/${path}.md`, words);
    open.href = at;
    if (!at.searchParams.has("value")) made.querySelector("[role=status]").append(say.sayLong);
  }
  made.hidden = false;
  made.querySelector("h2").focus();
});
name.addEventListener("input", () => name.setCustomValidity(""));
form.hidden = false;
