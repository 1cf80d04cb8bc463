// The files of the index: fetched once, decoded. src/README.md describes their bytes.

export class SearchError extends Error {
    constructor(kind, file, cause) {
        super(`search: ${kind} ${file}`, { cause });
        this.name = "SearchError";
        this.kind = kind;
        this.file = file;
    }
}

// A folder's files of one build. What failed is not kept; what is damaged is asked for once more, past the cache.
export class Files {
    #kept = new Map();

    constructor(base, build) {
        this.base = base;
        this.build = build;
    }

    get(path, decode) {
        if (!this.#kept.has(path)) {
            const wanted = this.#read(path, decode);
            wanted.catch(() => this.#kept.delete(path));
            this.#kept.set(path, wanted);
        }
        return this.#kept.get(path);
    }

    async #read(path, decode) {
        for (const cache of ["default", "reload"]) {
            const bytes = await fetched(`${this.base}search/${path}?v=${this.build}`, path, cache);
            try {
                return await decode(bytes);
            } catch (failure) {
                if (cache === "reload" || failure instanceof SearchError) {
                    throw failure instanceof SearchError ? failure : new SearchError("damaged", path, failure);
                }
            }
        }
    }
}

export async function fetched(url, path, cache) {
    let response;
    try {
        response = await fetch(url, { cache });
        if (response.ok) {
            return new Uint8Array(await response.arrayBuffer());
        }
    } catch (failure) {
        throw new SearchError("network", path, failure);
    }
    throw new SearchError(response.status === 404 || response.status === 410 ? "missing" : "network", path);
}

export async function inflate(bytes) {
    if (typeof DecompressionStream === "undefined") {
        throw new SearchError("unsupported", "");
    }
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"));
    return new Uint8Array(await new Response(stream).arrayBuffer());
}

// Variable bytes: a reader of the next number.
export function numbers(bytes) {
    let at = 0;
    const next = () => {
        let value = 0;
        for (let scale = 1; ; scale *= 128) {
            if (at >= bytes.length) {
                throw new RangeError("the file ends early");
            }
            const byte = bytes[at++];
            value += (byte & 127) * scale;
            if (byte < 128) {
                return value;
            }
        }
    };
    next.more = () => at < bytes.length;
    next.rest = () => bytes.subarray(at);
    return next;
}

export async function text(packed) {
    const next = numbers(await inflate(packed));
    const recurring = [];
    for (let count = next(), last = 0; count > 0; count--) {
        recurring.push((last += next()));
    }
    const bytes = next.rest();
    const units = new Uint16Array(bytes.length);
    let size = 0;
    for (let i = 0; i < bytes.length; i++) {
        const byte = bytes[i];
        if (byte < 172) {
            units[size++] = recurring[byte];
        } else if (byte < 255) {
            units[size++] = 0x4e00 + ((byte - 172) << 8) + bytes[++i];
        } else {
            units[size++] = (bytes[++i] << 8) | bytes[++i];
        }
    }
    return new TextDecoder("utf-16le").decode(units.subarray(0, size));
}

export const table = async (packed) => (await text(packed)).split("\n").slice(0, -1).map((line) => line.split("\t"));

class Bits {
    constructor(bytes) {
        let sum = 0x811c9dc5;
        for (let i = 4; i < bytes.length; i++) {
            sum = Math.imul(sum ^ bytes[i], 0x01000193);
        }
        if (bytes.length < 5 || new DataView(bytes.buffer, bytes.byteOffset).getInt32(0) !== sum) {
            throw new RangeError("the sum differs");
        }
        this.bytes = bytes;
        this.at = 32;
    }

    bit() {
        const at = this.at++;
        return (this.bytes[at >> 3] >> (7 - (at & 7))) & 1;
    }

    read(width) {
        let value = 0;
        while (width > 0) {
            const free = 8 - (this.at & 7);
            const take = Math.min(free, width);
            value = value * (1 << take) + ((this.bytes[this.at >> 3] >> (free - take)) & ((1 << take) - 1));
            this.at += take;
            width -= take;
        }
        return value;
    }

    gamma() {
        let more = 0;
        while (!this.bit()) {
            more++;
        }
        return 2 ** more + this.read(more);
    }

    rice(low) {
        let ones = 0;
        while (this.bit()) {
            ones++;
        }
        return ones * 2 ** low + this.read(low);
    }

    list(count, bound) {
        let low = 0;
        while (count * 2 ** (low + 1) * 100 <= bound * 69) {
            low++;
        }
        const replies = new Uint32Array(count);
        const classes = new Uint8Array(count);
        for (let i = 0, last = -1; i < count; i++) {
            replies[i] = last += this.rice(low) + 1;
            while (classes[i] < 3 && this.bit()) {
                classes[i]++;
            }
        }
        return { count, replies, classes };
    }
}

const NONE = { count: 0, replies: new Uint32Array(0), classes: new Uint8Array(0) };

// The list of a term in a bucket; without replies where the list is a file of its own.
export function find(bytes, term, bits) {
    const file = new Bits(bytes);
    const terms = file.gamma() - 1;
    const bound = file.gamma();
    const low = file.read(5);
    const bucket = bits ? (term.spread >>> (32 - bits)) * 2 ** (32 - bits) : 0;
    for (let i = 0, spread = bucket; i < terms; i++) {
        spread += file.rice(low);
        const check = file.bit() ? file.read(8) : 0;
        const count = file.gamma();
        if (spread > term.spread) {
            return NONE;
        }
        const list = count > 4096 ? { count } : file.list(count, bound);
        if (spread === term.spread && check === term.check) {
            return list;
        }
    }
    return NONE;
}

export function long(bytes, count) {
    const file = new Bits(bytes);
    return file.list(count, file.gamma());
}

const hex = (n, digits) => n.toString(16).padStart(digits, "0");
export const inFolder = (n) => hex(Math.floor(n / 256), 1) + "/" + hex(n % 256, 2);
export const bucketFile = (term, bits) => "g/" + inFolder(bits ? term.spread >>> (32 - bits) : 0);
export const longFile = (term) => "l/" + hex(term.spread, 8) + hex(term.check, 2);
