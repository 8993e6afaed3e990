import {Unreadable} from "./unreadable.ts";

/** What a message's metadata says about what follows it. */
export interface MessageFacts {
  kind: "schema" | "dictionary" | "batch" | "other";
  bodyLength: number;
  /** Code of the codec of its buffers, where they are compressed: 0 LZ4, 1 ZSTD. */
  codec?: number;
  /** Codes of the types of all fields; of a schema. */
  types: Set<number>;
}

const KINDS: Record<number, MessageFacts["kind"]> = {1: "schema", 2: "dictionary", 3: "batch"};

const MOST_FIELDS = 100_000;
const DEEPEST = 64;

/**
 * Checks a message's flatbuffer before the library reads it, since that believes every count in it.
 *
 * Throws a RangeError where a table or vector leaves the bytes, and Unreadable for a schema that is too large.
 */
export function messageFacts(bytes: Uint8Array): MessageFacts {
  const buffer = new Flatbuffer(bytes);
  const message = buffer.root();
  const kind = KINDS[message.uint8(1)] ?? "other";
  const facts: MessageFacts = {kind, bodyLength: message.int64(3), types: new Set()};
  const header = message.table(2);
  keyValues(message, 4);
  if (kind === "schema") {
    if (header.uint8(0)) throw new Unreadable("is big-endian; write it on a little-endian machine");
    keyValues(header, 2);
    let fields = 0;
    const visit = (parent: Table, id: number, depth: number): void => {
      for (const field of parent.tables(id)) {
        if (++fields > MOST_FIELDS || depth > DEEPEST) {
          throw new Unreadable(`has more than ${MOST_FIELDS} columns, or nests deeper than ${DEEPEST}; write fewer`);
        }
        facts.types.add(field.uint8(2));
        field.length(0, 1);
        keyValues(field, 6);
        visit(field, 5, depth + 1);
      }
    };
    visit(header, 1, 1);
  } else if (kind !== "other") {
    const batch = kind === "dictionary" ? header.table(1) : header;
    batch.length(1, 16);
    batch.length(2, 16);
    batch.length(4, 8);
    if (batch.has(3)) facts.codec = batch.table(3).uint8(0);
  }
  return facts;
}

/**
 * The schema message of a file: some writers put the schema into the footer alone.
 *
 * A message's table is set before the footer and leads into it. Throws a RangeError where the footer has no schema.
 */
export function schemaMessage(footer: Uint8Array): Uint8Array {
  const before = 32;
  const bytes = new Uint8Array(before + footer.length);
  bytes.set(footer, before);
  const table = new Flatbuffer(footer).root();
  const view = new DataView(bytes.buffer);
  // The root at 16; its fields from 4 on: size of their list and of the table, then the places of version, kind and header.
  view.setUint32(0, 16, true);
  [12, 12, 8, 10, 4, 0].forEach((entry, i) => view.setUint16(4 + 2 * i, entry, true));
  view.setInt32(16, 12, true);
  view.setUint32(20, before + table.table(1).at - 20, true);
  view.setInt16(24, table.uint8(0), true);
  view.setUint8(26, 1);
  return bytes;
}

function keyValues(table: Table, id: number): void {
  for (const pair of table.tables(id)) {
    pair.length(0, 1);
    pair.length(1, 1);
  }
}

class Flatbuffer {
  readonly view: DataView;
  /** Bytes of vectors seen; parts that are used again and again would make it many times the whole. */
  #seen = 0;

  constructor(bytes: Uint8Array) {
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  root(): Table {
    return new Table(this, this.target(0));
  }

  /** The place that the offset here leads to. */
  target(at: number): number {
    return at + this.view.getUint32(at, true);
  }

  /** Begin and count of the vector here. */
  vector(at: number, size: number): [number, number] {
    const start = this.target(at);
    const count = this.view.getUint32(start, true);
    this.#seen += count * size;
    if (start + 4 + count * size > this.view.byteLength || this.#seen > 4 * this.view.byteLength) {
      throw new RangeError("a vector leaves its message");
    }
    return [start + 4, count];
  }
}

class Table {
  readonly #buffer: Flatbuffer;
  readonly at: number;

  constructor(buffer: Flatbuffer, at: number) {
    this.#buffer = buffer;
    this.at = at;
  }

  has(id: number): boolean {
    return this.#field(id) !== 0;
  }

  uint8(id: number): number {
    const at = this.#field(id);
    return at && this.#buffer.view.getUint8(at);
  }

  int64(id: number): number {
    const at = this.#field(id);
    return at && Number(this.#buffer.view.getBigInt64(at, true));
  }

  table(id: number): Table {
    const at = this.#field(id);
    if (!at) throw new RangeError("a message lacks its header");
    return new Table(this.#buffer, this.#buffer.target(at));
  }

  /** Number of elements of so many bytes. */
  length(id: number, size: number): number {
    const at = this.#field(id);
    return at && this.#buffer.vector(at, size)[1];
  }

  *tables(id: number): Generator<Table> {
    const at = this.#field(id);
    if (!at) return;
    const [start, count] = this.#buffer.vector(at, 4);
    for (let i = 0; i < count; i++) yield new Table(this.#buffer, this.#buffer.target(start + 4 * i));
  }

  /** Where a field stands, 0 where it is left out. */
  #field(id: number): number {
    const {view} = this.#buffer;
    const offsets = this.at - view.getInt32(this.at, true);
    const place = 4 + 2 * id;
    const offset = place + 2 <= view.getUint16(offsets, true) ? view.getUint16(offsets + place, true) : 0;
    return offset && this.at + offset;
  }
}
