import {UserError} from "../../warehouse/error.ts";
import {LONGEST, readXml, type XmlHandlers} from "./xlsxXml.ts";

const MOST = 2 ** 31;

/** Strings in the order they were added, as UTF-8 outside the heap: about their bytes plus eight each. */
export class StringPool {
  #bytes = Buffer.allocUnsafe(1 << 16);
  #ends: number[] = [];

  add(text: string): void {
    const start = this.#ends.at(-1) ?? 0;
    const most = start + 3 * text.length;
    if (most > this.#bytes.length) {
      const larger = Buffer.allocUnsafe(Math.max(2 * this.#bytes.length, most));
      this.#bytes.copy(larger, 0, 0, start);
      this.#bytes = larger;
    }
    this.#ends.push(start + this.#bytes.write(text, start));
  }

  at(index: number): string | undefined {
    const end = this.#ends[index];
    return end === undefined ? undefined : this.#bytes.toString("utf8", this.#ends[index - 1] ?? 0, end);
  }

  get bytes(): number {
    return this.#ends.at(-1) ?? 0;
  }
}

/** Letters that XML cannot hold are written `_x000D_`, and an underscore that would begin such a sign `_x005F_`. */
export const unescaped = (text: string): string =>
  text.includes("_x")
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)))
    : text;

const isBlank = (code: number): boolean => code === 32 || code === 9 || code === 10 || code === 13;

/** Without the blanks of XML around it. */
function trimmed(text: string): string {
  let [start, end] = [0, text.length];
  while (start < end && isBlank(text.charCodeAt(start))) start++;
  while (end > start && isBlank(text.charCodeAt(end - 1))) end--;
  return text.slice(start, end);
}

/**
 * The text of a `si` or `is` element: plain, or runs of formatted text one after the other, without what is said of pronunciation.
 *
 * As in Excel, blanks around the text of a run count where it says that space is preserved. Throws an Error where the text is
 * longer than a cell may be.
 */
export class RichText {
  #text = "";
  #run: string | undefined;
  #keeps = false;
  #pronunciation = false;

  opened(name: string, attributes: Record<string, string>): void {
    if (name === "rPh") this.#pronunciation = true;
    else if (name === "t" && !this.#pronunciation) {
      this.#run = "";
      this.#keeps = attributes["xml:space"] === "preserve";
    }
  }

  text(piece: string): void {
    if (this.#run === undefined) return;
    this.#run += piece;
    if (this.#text.length + this.#run.length > LONGEST) throw new Error(`a cell over ${LONGEST} characters`);
  }

  closed(name: string): void {
    if (name === "rPh") this.#pronunciation = false;
    else if (name === "t" && this.#run !== undefined) {
      this.#text += unescaped(this.#keeps ? this.#run : trimmed(this.#run));
      this.#run = undefined;
    }
  }

  /** The whole text; the next begins empty. */
  take(): string {
    const text = this.#text;
    this.#text = "";
    return text;
  }
}

/** The texts that a workbook's cells refer to by number. */
export async function sharedStrings(bytes: AsyncIterable<Buffer>, where: string): Promise<StringPool> {
  const pool = new StringPool();
  const rich = new RichText();
  const handlers: XmlHandlers = {
    opened: (name, attributes) => rich.opened(name, attributes),
    text: (piece) => rich.text(piece),
    closed: (name) => {
      if (name !== "si") return rich.closed(name);
      pool.add(rich.take());
    }
  };
  for await (const _ of readXml(bytes, where, handlers)) {
    if (pool.bytes > MOST) throw new UserError(`ingest: ${where}: over 2 GiB of text; save it as CSV`);
  }
  return pool;
}
