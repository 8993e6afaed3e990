import {createWriteStream, type WriteStream} from "node:fs";
import {once} from "node:events";
import {csvFormatRow} from "d3";

const FULL = 1 << 20;

/**
 * A working copy that the engine reads: UTF-8, commas, one record per row, a line feed at the end of each.
 *
 * Cells are text; null and the empty text are the same. Memory: one mebibyte of text.
 */
export class CsvFile {
  readonly #out: WriteStream;
  #waiting: string[] = [];
  #length = 0;

  constructor(path: string) {
    this.#out = createWriteStream(path, {highWaterMark: 4 * FULL});
    // An error is thrown by the write that waits for it, or by close.
    this.#out.on("error", () => undefined);
  }

  /** Adds a row. Resolves when there is room for the next one. */
  async row(cells: readonly (string | null)[]): Promise<void> {
    const text = csvFormatRow(cells as string[]);
    this.#waiting.push(text, "\n");
    this.#length += text.length + 1;
    if (this.#length >= FULL) await this.#flush();
  }

  /** Ends the file. Throws where it could not be written. */
  async close(): Promise<void> {
    await this.#flush();
    this.#out.end();
    if (this.#out.errored) throw this.#out.errored;
    await once(this.#out, "close");
  }

  async #flush(): Promise<void> {
    if (this.#out.errored) throw this.#out.errored;
    const text = this.#waiting.join("");
    this.#waiting = [];
    this.#length = 0;
    if (!this.#out.write(text)) await once(this.#out, "drain");
  }
}
