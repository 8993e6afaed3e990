import {isAscii, isUtf8} from "node:buffer";

/** Length of the bytes without a UTF-8 sequence that is cut at their end. */
export function wholeLength(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back]!;
    if ((byte & 0xc0) === 0x80) continue;
    const needed = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 1;
    return needed > back ? bytes.length - back : bytes.length;
  }
  return bytes.length;
}

/** Share of the bytes over 7F that belong to valid UTF-8 sequences of two to four bytes; 1 where there are none. */
export function utf8Share(bytes: Buffer): number {
  let [valid, invalid] = [0, 0];
  for (let i = 0; i < bytes.length;) {
    const byte = bytes[i]!;
    if (byte < 0x80) {
      i++;
      continue;
    }
    const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
    if (isUtf8(bytes.subarray(i, i + length))) {
      valid += length;
      i += length;
    } else {
      invalid++;
      i++;
    }
  }
  return valid + invalid === 0 ? 1 : valid / (valid + invalid);
}

/** As many bytes over 7F, or fewer, can be UTF-8 by chance, or nearly. */
const SHORT = 24;

export const isShort = (bytes: Buffer): boolean => {
  let high = 0;
  for (let i = 0; i < bytes.length && high <= SHORT; i++) if (bytes[i]! >= 0x80) high++;
  return high <= SHORT;
};

/** A check of chunks as they pass by. Memory: two chunks. */
export interface Utf8Stream {
  push(chunk: Buffer): void;
  /** Whether all of it was valid. */
  end(): boolean;
  /**
   * A sample for `encodingOf` where a text is not UTF-8: the first chunk that is not, and the next one. None where what came before
   * shows that the text is UTF-8 with broken rows.
   */
  readonly doubtful: Buffer | undefined;
}

/** Checks whether a stream of chunks, cut anywhere, is UTF-8. */
export function isUtf8Stream(): Utf8Stream {
  let carry: Buffer = Buffer.alloc(0);
  let [isValid, isSure] = [true, false];
  const doubtful: Buffer[] = [];
  const doubt = (bytes: Buffer) => {
    isValid = false;
    if (!isSure && doubtful.length < 2) doubtful.push(Buffer.from(bytes));
  };
  return {
    push(chunk) {
      if (!isValid) return doubt(chunk);
      const bytes = carry.length ? Buffer.concat([carry, chunk]) : chunk;
      const length = wholeLength(bytes);
      carry = Buffer.alloc(0);
      if (!isUtf8(bytes.subarray(0, length))) return doubt(bytes);
      isSure ||= !isAscii(bytes) && !isShort(bytes);
      carry = Buffer.from(bytes.subarray(length));
    },
    end() {
      if (carry.length) doubt(carry);
      carry = Buffer.alloc(0);
      return isValid;
    },
    get doubtful() {
      return doubtful.length ? Buffer.concat(doubtful) : undefined;
    }
  };
}

/** What reading all of a text told: whether it is UTF-8 and, where it is not, some of it that is not. */
export interface Utf8 {
  isValid: boolean;
  doubtful?: Buffer;
}

/** The outcome of a check that has seen everything. */
export function utf8Of(validity: Utf8Stream): Utf8 {
  const isValid = validity.end();
  return {isValid, doubtful: validity.doubtful};
}
