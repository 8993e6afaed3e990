import {RichText, unescaped, type StringPool} from "./xlsxStrings.ts";
import {numericText, type CellFormat, type Epoch} from "./xlsxValue.ts";
import {LONGEST, readXml, type XmlHandlers} from "./xlsxXml.ts";

/** What the cells of a sheet refer to. */
export interface SheetContext {
  strings: StringPool;
  formats: readonly (CellFormat | undefined)[];
  epoch: Epoch;
}

/** Formulas whose value the file does not store, as programs write them that do not compute; their cells are empty. */
export interface Uncomputed {
  cells: number;
  /** The first of them, such as `C5`. */
  first?: string;
}

/** A row of a sheet: its number from 1 and the text of its cells, without empty ones at the end. */
export interface SheetRow {
  row: number;
  cells: string[];
}

const [LAST_ROW, LAST_COLUMN] = [1_048_576, 16_384];

/**
 * The rows of a sheet that hold anything, in order, some at a time.
 *
 * The value of a formula is the one that the file stores; nothing is computed, and what is missing is counted. Throws a
 * UserError where rows are out of order or cells lie outside of a sheet.
 */
export async function* sheetRows(
  bytes: AsyncIterable<Buffer>,
  where: string,
  context: SheetContext,
  uncomputed: Uncomputed = {cells: 0}
): AsyncGenerator<SheetRow[]> {
  const sheet = new SheetReader(context, uncomputed);
  for await (const _ of readXml(bytes, where, sheet)) yield sheet.take();
}

class SheetReader implements XmlHandlers {
  finished = false;
  readonly #context: SheetContext;
  readonly #uncomputed: Uncomputed;
  readonly #rich = new RichText();
  #rows: SheetRow[] = [];
  #row = 0;
  #cells: string[] = [];
  #column = 0;
  #type = "";
  #style = "";
  #value = "";
  #inRow = false;
  #inValue = false;
  #inline = false;
  #formula = false;

  constructor(context: SheetContext, uncomputed: Uncomputed) {
    this.#context = context;
    this.#uncomputed = uncomputed;
  }

  take(): SheetRow[] {
    const rows = this.#rows;
    this.#rows = [];
    return rows;
  }

  opened(name: string, attributes: Record<string, string>): void {
    if (name === "c") {
      const place = attributes["r"];
      this.#column = place === undefined ? this.#column + 1 : columnOf(place);
      if (this.#column > LAST_COLUMN) throw new Error(`a cell beyond column ${LAST_COLUMN}`);
      this.#type = attributes["t"] ?? "n";
      this.#style = attributes["s"] ?? "0";
      this.#value = "";
      this.#rich.take();
      this.#formula = false;
    } else if (name === "v") this.#inValue = this.#inRow;
    else if (name === "row") this.#begin(attributes["r"]);
    else if (name === "is") this.#inline = this.#inRow;
    else if (name === "f") this.#formula = true;
    else if (this.#inline) this.#rich.opened(name, attributes);
  }

  text(piece: string): void {
    if (this.#inValue) {
      this.#value += piece;
      if (this.#value.length > LONGEST) throw new Error(`a cell over ${LONGEST} characters`);
    } else if (this.#inline) this.#rich.text(piece);
  }

  closed(name: string): void {
    if (name === "v") this.#inValue = false;
    else if (name === "c") this.#put();
    else if (name === "row") this.#end();
    else if (name === "is") this.#inline = false;
    else if (this.#inline) this.#rich.closed(name);
    else if (name === "sheetData") this.finished = true;
  }

  #begin(number: string | undefined): void {
    const row = number === undefined ? this.#row + 1 : Number(number);
    if (!(row > this.#row)) throw new Error(`row ${number} after row ${this.#row}`);
    if (!Number.isInteger(row) || row > LAST_ROW) throw new Error(`a row beyond ${LAST_ROW}`);
    this.#row = row;
    this.#cells = [];
    this.#column = 0;
    this.#inRow = true;
  }

  #put(): void {
    const text = this.#text();
    if (text === "" || !this.#inRow) {
      // An empty text that was computed has its type.
      if (this.#formula && this.#type !== "str") this.#miss();
      return;
    }
    while (this.#cells.length < this.#column) this.#cells.push("");
    this.#cells[this.#column - 1] = text;
  }

  #miss(): void {
    this.#uncomputed.cells++;
    this.#uncomputed.first ??= `${columnName(this.#column)}${this.#row}`;
  }

  #end(): void {
    this.#inRow = false;
    if (this.#cells.length) this.#rows.push({row: this.#row, cells: this.#cells});
  }

  #text(): string {
    const value = this.#value;
    const {strings, formats, epoch} = this.#context;
    switch (this.#type) {
      case "s": {
        if (value === "") return "";
        const text = strings.at(Number(value));
        if (text === undefined) throw new Error(`unknown shared string ${value}`);
        return text;
      }
      case "n":
        // Some writers leave the type of inline text out.
        return value === "" ? this.#rich.take() : numericText(value, formats[Number(this.#style)], epoch);
      case "inlineStr":
        return this.#rich.take() || unescaped(value);
      case "str":
        return unescaped(value);
      case "b":
        return value === "1" ? "true" : value === "0" ? "false" : value;
      case "d":
        return isoText(value);
      default:
        return value;
    }
  }
}

/** The column of a place such as `AB12`, from 1. */
function columnOf(place: string): number {
  let column = 0;
  for (let i = 0; i < place.length; i++) {
    const letter = place.charCodeAt(i) & ~32;
    if (letter < 65 || letter > 90) break;
    column = column * 26 + letter - 64;
  }
  if (column === 0) throw new Error(`invalid place "${place.slice(0, 20)}"`);
  return column;
}

/** The letters of a column counted from 1. */
export const columnName = (column: number): string =>
  (column > 26 ? columnName(Math.floor((column - 1) / 26)) : "") + String.fromCharCode(65 + ((column - 1) % 26));

/** 2026-06-24T14:05:00.000Z as other dates are written; anything else as it is. */
function isoText(value: string): string {
  const parts = /^(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d(?::\d\d)?)(?:\.0*)?(\.\d+)?Z?)?$/.exec(value);
  if (!parts) return value;
  const [, day, time, fraction = ""] = parts;
  return time ? `${day} ${time.length === 5 ? `${time}:00` : time}${fraction}` : day!;
}
