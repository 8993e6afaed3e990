import {readSync} from "node:fs";
import {Unreadable} from "./unreadable.ts";

const WINDOW = 1 << 20;

/** What an SPSS dictionary may take; the largest known are a few MiB. */
const MOST = 64 * WINDOW;

/** Reads the parts of an SPSS file one after the other. Throws Unreadable at the end, before it allocates what is asked for. */
export class SavBytes {
  /** Order of the bytes of a number. */
  little = true;
  position = 0;
  readonly #size: number;
  readonly #read: (at: number, length: number) => Buffer;
  #taken = 0;

  constructor(size: number, read: (at: number, length: number) => Buffer) {
    this.#size = size;
    this.#read = read;
  }

  /** The bytes of an open file. Memory: one mebibyte. */
  static file(fd: number, size: number): SavBytes {
    let [window, start] = [Buffer.alloc(0), 0];
    return new SavBytes(size, (at, length) => {
      if (at < start || at + length > start + window.length) {
        window = Buffer.alloc(Math.max(length, Math.min(WINDOW, size - at)));
        window = window.subarray(0, readSync(fd, window, 0, window.length, at));
        start = at;
      }
      return window.subarray(at - start, at - start + length);
    });
  }

  /** The bytes of one record, numbers in the same order. */
  inside(bytes: Buffer): SavBytes {
    const inner = new SavBytes(bytes.length, (at, length) => bytes.subarray(at, at + length));
    inner.little = this.little;
    return inner;
  }

  get left(): number {
    return Math.max(0, this.#size - this.position);
  }

  get atEnd(): boolean {
    return this.left === 0;
  }

  take(length: number): Buffer {
    if (length < 0 || length > this.left) {
      throw new Unreadable("is damaged or cut off: it ends within its description of the variables; export it again");
    }
    this.#taken += length;
    if (this.#taken > MOST) {
      throw new Unreadable("describes its variables in more than 64 MiB; save it with fewer variables or value labels");
    }
    const bytes = this.#read(this.position, length);
    this.position += length;
    return bytes;
  }

  int32(): number {
    const bytes = this.take(4);
    return this.little ? bytes.readInt32LE() : bytes.readInt32BE();
  }

  /** Throws Unreadable where the number is no offset or count. */
  int64(): number {
    const bytes = this.take(8);
    const value = Number(this.little ? bytes.readBigInt64LE() : bytes.readBigInt64BE());
    if (!Number.isSafeInteger(value)) throw new Unreadable(`is damaged: it gives ${value} as a size; export it again`);
    return value;
  }

  float64(bytes = this.take(8)): number {
    return this.little ? bytes.readDoubleLE() : bytes.readDoubleBE();
  }
}
