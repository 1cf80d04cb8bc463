// The files of the index, decoded; src/README.md describes their bytes.
import { fold, hex, pairs } from "./tokens.js";

export class Failure extends Error {
  constructor(kind, file = "", cause) {
    super(`search: ${kind} ${file}`, { cause });
    Object.assign(this, { name: "SearchError", kind, file });
  }
}

export const fetched = async (url, file, cache) => {
  let status = 0;
  try {
    const response = await fetch(url, { cache });
    if (response.ok) return new Uint8Array(await response.arrayBuffer());
    status = response.status;
  } catch (cause) {
    throw new Failure("network", file, cause);
  }
  throw new Failure(status === 404 || status === 410 ? "missing" : "network", file);
};

// What reads the files of a build, each once. What failed is not kept; what is damaged is asked for once more, past the cache.
export const files = (base, build) => {
  const kept = new Map();
  return (file, decode) => {
    if (!kept.has(file)) {
      const read = async (cache) => decode(await fetched(`${base}search/${file}?v=${build}`, file, cache));
      const wanted = read("default").catch((first) => {
        if (first instanceof Failure) throw first;
        return read("reload").catch((cause) => {
          throw cause instanceof Failure ? cause : new Failure("damaged", file, cause);
        });
      });
      wanted.catch(() => kept.delete(file));
      kept.set(file, wanted);
    }
    return kept.get(file);
  };
};

// A text that the build packed: its recurring characters are one byte, other ideographs two.
export const text = async (packed) => {
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("deflate"));
  const bytes = new Uint8Array(await new Response(stream).arrayBuffer());
  let at = 0;
  const next = () => (bytes[at] < 128 ? bytes[at++] : (bytes[at++] & 127) + 128 * next());
  let last = 0;
  const recurring = Array.from({ length: next() }, () => (last += next()));
  let text = "";
  while (at < bytes.length) {
    const byte = bytes[at++];
    text += String.fromCharCode(
      byte < 172 ? recurring[byte] : byte < 255 ? 0x4e00 + ((byte - 172) << 8) + bytes[at++] : (bytes[at++] << 8) | bytes[at++],
    );
  }
  return text;
};

export const table = async (packed) => (await text(packed)).split("\n").slice(0, -1).map((line) => line.split("\t"));

// A reply's text: as it is and as it is compared, and the lines that excerpts are cut from.
export const reply = async (packed) => {
  const [, changed, all, shown] = /^([^\n]*)\n(.*?\n\n(.*))$/s.exec(await text(packed));
  const map = pairs(changed);
  return { map, folded: fold(all, map), lines: shown.split("\n") };
};

// A file of bits: what its terms and lists are, in order.
const bits = (bytes) => {
  let sum = 0x811c9dc5;
  for (let i = 4; i < bytes.length; i++) sum = Math.imul(sum ^ bytes[i], 0x01000193);
  if (new DataView(bytes.buffer).getInt32(0) !== sum) throw new RangeError("the sum differs");
  let at = 32;
  const bit = () => (bytes[at >> 3] >> (7 - (at++ & 7))) & 1;
  const read = (width, value = 0) => {
    while (width-- > 0) value = value * 2 + bit();
    return value;
  };
  const unary = (of) => {
    let ones = 0;
    while (bit() === of) ones++;
    return ones;
  };
  const gamma = () => read(unary(0), 1);
  const rice = (low) => read(low, unary(1));
  const list = (frequency, bound) => {
    let low = 0;
    while (frequency * 2 ** (low + 1) * 100 <= bound * 69) low++;
    const holders = new Uint32Array(frequency);
    const classes = new Uint8Array(frequency);
    for (let i = 0, last = -1; i < frequency; i++) {
      holders[i] = last += rice(low) + 1;
      while (classes[i] < 3 && bit()) classes[i]++;
    }
    return { frequency, holders, classes };
  };
  return { bit, read, gamma, rice, list };
};

// The lists of a bucket, by term; one that is a file of its own has only its length.
export const bucket = (bytes, first) => {
  const { bit, read, gamma, rice, list } = bits(bytes);
  const lists = new Map();
  const terms = gamma() - 1;
  const bound = gamma();
  const low = read(5);
  for (let i = 0, spread = first; i < terms; i++) {
    spread += rice(low);
    const name = hex(spread, 8) + hex(bit() && read(8), 2);
    const frequency = gamma();
    lists.set(name, frequency > 4096 ? { frequency, name } : list(frequency, bound));
  }
  return lists;
};

export const long = (bytes) => {
  const { gamma, list } = bits(bytes);
  return list(gamma(), gamma());
};

export const inFolder = (n) => `${(n >> 8).toString(16)}/${hex(n & 255, 2)}`;
