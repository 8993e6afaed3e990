import {createWriteStream} from "node:fs";
import {pipeline} from "node:stream/promises";
import {UserError} from "../../warehouse/error.ts";
import {decoder} from "./charset.ts";

const MIB = 1 << 20;

/** Text is decoded in blocks of whole lines: no byte of another character is a line end in any encoding that is read. */
const BLOCK = 2 * MIB;

/** No line is longer; the engine refuses one over 16 MiB itself. */
const LONGEST = 64 * MIB;

const [CONTROLS, STRANGE] = [/[\x80-\x9f]/, /[\ufffd\x80-\x9f]/];

/** The byte that stands where a byte could not be decoded. UTF-8 never holds it, so that the engine refuses the row. */
const INVALID = Buffer.of(0xff);

/**
 * Writes text as UTF-8 without byte order mark and resolves to the number of invalid characters.
 *
 * Each of them becomes the byte FF, which is not UTF-8 either: the engine rejects the row that holds it and loads the others.
 * Text that is UTF-8 already is copied byte for byte. Memory: some blocks of 2 MiB, or one line of at most 64 MiB.
 */
export async function toUtf8(source: AsyncIterable<Buffer>, label: string, out: string): Promise<{replaced: number}> {
  const {encoding} = new TextDecoder(label);
  const file = createWriteStream(out, {highWaterMark: 2 * BLOCK});
  if (encoding === "utf-8") {
    await pipeline(source, withoutMark, file);
    return {replaced: 0};
  }
  const text = new Text(encoding);
  await pipeline(source, (chunks: AsyncIterable<Buffer>) => text.utf8(chunks), file);
  return {replaced: text.replaced};
}

async function* withoutMark(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let head: Buffer | null = Buffer.alloc(0);
  for await (const chunk of chunks) {
    if (!head) yield chunk;
    else {
      head = Buffer.concat([head, chunk]);
      if (head.length < 3) continue;
      yield head.subarray(head.readUIntBE(0, 3) === 0xefbbbf ? 3 : 0);
      head = null;
    }
  }
  if (head?.length) yield head;
}

/** Text in one encoding on its way to UTF-8. */
class Text {
  replaced = 0;
  readonly #width: 1 | 2;
  readonly #strict: (bytes: Buffer) => string;
  readonly #lenient: (bytes: Buffer) => string;
  /** Encodings that have no characters U+0080–U+009F: where they turn up, a byte stood for nothing. */
  readonly #hasControls: boolean;

  constructor(readonly encoding: string) {
    this.#width = encoding.startsWith("utf-16") ? 2 : 1;
    this.#strict = decoder(encoding, {fatal: true});
    this.#lenient = decoder(encoding);
    this.#hasControls = /^(utf-16|gb)/.test(encoding);
  }

  async *utf8(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    let first = true;
    for await (const block of this.#blocks(chunks)) {
      const whole = this.#decode(block);
      const bytes = whole === undefined ? this.#mended(block) : Buffer.from(whole);
      const marked = first && bytes.length >= 3 && bytes.readUIntBE(0, 3) === 0xefbbbf;
      yield marked ? bytes.subarray(3) : bytes;
      first = false;
    }
  }

  async *#blocks(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    let pieces: Buffer[] = [];
    let held = 0;
    let enough = BLOCK;
    for await (const chunk of chunks) {
      pieces.push(chunk);
      held += chunk.length;
      if (held < enough && held <= LONGEST) continue;
      const bytes = pieces.length === 1 ? chunk : Buffer.concat(pieces);
      const end = this.#lastLineEnd(bytes);
      if (end > 0) yield bytes.subarray(0, end);
      pieces = [bytes.subarray(end)];
      held -= end;
      if (held > LONGEST) throw new UserError("a line is longer than 64 MiB; is it a text file?");
      enough = Math.max(BLOCK, 2 * held);
    }
    if (held) yield Buffer.concat(pieces);
  }

  /** Offset after the last line end, 0 where there is none. */
  #lastLineEnd(bytes: Buffer): number {
    if (this.#width === 1) return 1 + Math.max(bytes.lastIndexOf(10), bytes.lastIndexOf(13));
    for (let end = bytes.length & ~1; end > 0; end -= 2) if (this.#isLineEnd(bytes, end - 2)) return end;
    return 0;
  }

  #isLineEnd(bytes: Buffer, at: number): boolean {
    const code =
      this.#width === 1 ? bytes[at] : this.encoding === "utf-16le" ? bytes.readUInt16LE(at) : bytes.readUInt16BE(at);
    return code === 10 || code === 13;
  }

  /** The text, or undefined where a byte is invalid. */
  #decode(bytes: Buffer): string | undefined {
    try {
      const text = this.#strict(bytes);
      return !this.#hasControls && CONTROLS.test(text) ? undefined : text;
    } catch {
      return undefined;
    }
  }

  /** Line by line: one that is invalid is written with FF in the place of what could not be decoded. */
  #mended(block: Buffer): Buffer {
    const parts: Buffer[] = [];
    for (let start = 0; start < block.length;) {
      let end = start;
      while (end + this.#width <= block.length && !this.#isLineEnd(block, end)) end += this.#width;
      end = Math.min(end + this.#width, block.length);
      const line = block.subarray(start, end);
      const text = this.#decode(line);
      if (text !== undefined) parts.push(Buffer.from(text));
      else {
        const valid = this.#lenient(line).split(this.#hasControls ? "\ufffd" : STRANGE);
        this.replaced += valid.length - 1;
        parts.push(...valid.flatMap((text, i) => (i ? [INVALID, Buffer.from(text)] : [Buffer.from(text)])));
      }
      start = end;
    }
    return Buffer.concat(parts);
  }
}
