/**
 * SPSS's bytecode: a group of 8 codes of one byte, then 8 bytes for each code 253 among them.
 *
 * Code 0 fills up, 1 to 251 are the whole number code - bias, 252 ends the file, 253 takes the next 8 bytes, 254 is eight blanks,
 * 255 is the system-missing value.
 */
export class Bytecode {
  readonly #elements = Buffer.alloc(256 * 8, " ");
  #rest: Buffer = Buffer.alloc(0);
  #codes: Buffer = Buffer.alloc(8);
  #next = 8;
  #ended = false;

  constructor({bias, little, systemMissing}: {bias: number; little: boolean; systemMissing: number}) {
    const write = (code: number, value: number) =>
      little ? this.#elements.writeDoubleLE(value, code * 8) : this.#elements.writeDoubleBE(value, code * 8);
    for (let code = 1; code < 252; code++) write(code, code - bias);
    write(255, systemMissing);
  }

  /** Whether the bytes so far end within a group of codes or before the bytes that a code takes. */
  get isWithinElement(): boolean {
    return !this.#ended && (this.#rest.length > 0 || this.#codes.subarray(this.#next).includes(253));
  }

  /** The elements of 8 bytes that these bytes complete: at most 8 times as many bytes, and those of one group of codes. */
  expand(chunk: Buffer): Buffer {
    if (this.#ended) return Buffer.alloc(0);
    const input = this.#rest.length ? Buffer.concat([this.#rest, chunk]) : chunk;
    const output = Buffer.allocUnsafe(input.length * 8 + 64);
    let [read, written] = [0, 0];
    for (;;) {
      if (this.#next === 8) {
        if (read + 8 > input.length) break;
        this.#codes = Buffer.from(input.subarray(read, read + 8));
        this.#next = 0;
        read += 8;
      }
      const code = this.#codes[this.#next]!;
      if (code === 252) {
        this.#ended = true;
        break;
      }
      if (code === 253 && read + 8 > input.length) break;
      this.#next++;
      if (code === 0) continue;
      const [from, start] = code === 253 ? [input, read] : [this.#elements, code * 8];
      for (let i = 0; i < 8; i++) output[written + i] = from[start + i]!;
      written += 8;
      if (code === 253) read += 8;
    }
    this.#rest = Buffer.from(input.subarray(read));
    return output.subarray(0, written);
  }
}
