const MAGIC = 0x184d2204;

/** No buffer of a batch is longer. */
const MOST = 1 << 30;

/** Unpacks an LZ4 frame of at most 1 GiB. Checksums are skipped. Throws a RangeError for what is not a whole frame. */
export function lz4(frame: Uint8Array): Uint8Array {
  const view = new DataView(frame.buffer, frame.byteOffset, frame.byteLength);
  const flags = view.getUint8(4);
  if (view.getUint32(0, true) !== MAGIC || flags >> 6 !== 1) throw new RangeError("not an LZ4 frame");
  const [blockChecksum, contentSize, dictionary] = [flags & 16, flags & 8, flags & 1];
  let at = 7 + (contentSize ? 8 : 0) + (dictionary ? 4 : 0);
  const out = new Output(Math.min(frame.length * 4, MOST));
  for (;;) {
    const size = view.getUint32(at, true);
    at += 4;
    if (size === 0) return out.bytes();
    const end = at + (size & 0x7fffffff);
    if (end > frame.length) throw new RangeError("an LZ4 block is cut off");
    if (size >>> 31) out.copy(frame, at, end);
    else block(frame, at, end, out);
    at = end + (blockChecksum ? 4 : 0);
  }
}

/** Sequences of literals and of copies of what came before; the last has literals alone. */
function block(input: Uint8Array, start: number, end: number, out: Output): void {
  let at = start;
  const next = (): number => {
    if (at >= end) throw new RangeError("an LZ4 block is cut off");
    return input[at++]!;
  };
  const length = (short: number): number => {
    let total = short;
    if (short === 15) for (let more = 255; more === 255; total += more) more = next();
    return total;
  };
  while (at < end) {
    const token = next();
    const literals = length(token >> 4);
    if (at + literals > end) throw new RangeError("an LZ4 block is cut off");
    out.copy(input, at, at + literals);
    at += literals;
    if (at === end) return;
    const distance = next() | (next() << 8);
    out.repeat(distance, length(token & 15) + 4);
  }
}

class Output {
  #bytes: Uint8Array;
  #length = 0;

  constructor(room: number) {
    this.#bytes = new Uint8Array(room);
  }

  copy(from: Uint8Array, start: number, end: number): void {
    this.#reserve(end - start);
    this.#bytes.set(from.subarray(start, end), this.#length);
    this.#length += end - start;
  }

  /** Repeats bytes from a distance back; they may run into the copy itself. */
  repeat(distance: number, length: number): void {
    if (distance === 0 || distance > this.#length) throw new RangeError("an LZ4 block refers to nothing");
    this.#reserve(length);
    const bytes = this.#bytes;
    const from = this.#length - distance;
    if (distance >= length) bytes.copyWithin(this.#length, from, from + length);
    else for (let i = 0; i < length; i++) bytes[this.#length + i] = bytes[from + i]!;
    this.#length += length;
  }

  bytes(): Uint8Array {
    return this.#bytes.subarray(0, this.#length);
  }

  #reserve(more: number): void {
    const needed = this.#length + more;
    if (needed <= this.#bytes.length) return;
    if (needed > MOST) throw new RangeError("an LZ4 frame of more than 1 GiB");
    const wider = new Uint8Array(Math.min(MOST, Math.max(needed, this.#bytes.length * 2)));
    wider.set(this.bytes());
    this.#bytes = wider;
  }
}
