import {open, type FileHandle} from "node:fs/promises";
import {messageFacts, schemaMessage, type MessageFacts} from "./arrowMetadata.ts";
import {Unreadable} from "./unreadable.ts";

const MAGIC = "ARROW1";
const LONGEST = 2 ** 31 - 1;

/** Types that are not read, by their code. */
const UNREAD: Record<number, string> = {
  11: "interval",
  22: "run-end encoded",
  25: "list view",
  26: "large list view"
};
const VIEWS = [23, 24];
const LZ4 = 0;
const ZSTD = 1;

/** Codecs that this machine can unpack. */
export interface Codecs {
  zstd: boolean;
}

/**
 * The messages of an Arrow file or stream in order, as bytes of a stream: metadata with its prefix, then its body.
 *
 * A file is a stream between two magic words and with its schema at the end; its index is not needed. Memory: one message. Throws Unreadable for what is cut
 * off or damaged, and for types and compressions that are not read.
 */
export async function* arrowMessages(path: string, codecs: Codecs): AsyncGenerator<Uint8Array> {
  const handle = await open(path);
  try {
    const {size} = await handle.stat();
    const isFile = size >= 8 && text(await read(handle, 0, 6)) === MAGIC;
    let [at, end, schema] = [0, size, undefined as MessageFacts | undefined];
    if (isFile) {
      const footer = await footerOf(handle, size);
      const metadata = within(() => schemaMessage(footer));
      schema = within(() => messageFacts(metadata));
      check(schema, schema, codecs);
      yield framed(metadata);
      [at, end] = [8, size - 10 - footer.length];
    }
    while (at < end) {
      const [length, start] = await prefix(handle, at, end);
      if (length === 0) break;
      if (!schema && (length < 16 || start + length > end)) throw foreign();
      if (length < 0 || start + length > end) throw cutOff();
      const metadata = await read(handle, start, length);
      const facts = within(() => messageFacts(metadata));
      const {bodyLength} = facts;
      if (bodyLength < 0 || start + length + bodyLength > end) throw cutOff();
      if (bodyLength > LONGEST) throw new Unreadable("has a batch of more than 2 GiB; write it in smaller batches");
      if (facts.kind === "schema") schema ??= facts;
      else if (!schema) throw foreign();
      check(facts, schema, codecs);
      if (!isFile || facts.kind !== "schema") yield framed(metadata);
      if (bodyLength) yield await read(handle, start + length, bodyLength);
      at = start + length + bodyLength;
    }
    if (!schema) throw foreign();
    yield new Uint8Array([255, 255, 255, 255, 0, 0, 0, 0]);
  } finally {
    await handle.close();
  }
}

export const damaged = (cause?: unknown): Unreadable =>
  new Unreadable("is damaged: its parts do not fit together; export it again", {cause});
const cutOff = (): Unreadable => new Unreadable("is cut off: it ends within a batch; export it again");
const foreign = (): Unreadable => new Unreadable("is not an Arrow file or stream; export it again, or mend its name");

/** Length of the metadata and where they begin; old streams leave out the mark before the length. */
async function prefix(handle: FileHandle, at: number, size: number): Promise<[number, number]> {
  if (at + 4 > size) throw cutOff();
  const first = Buffer.from(await read(handle, at, 4)).readInt32LE();
  if (first !== -1) return [first, at + 4];
  if (at + 8 > size) throw cutOff();
  return [Buffer.from(await read(handle, at + 4, 4)).readInt32LE(), at + 8];
}

/** The description at a file's end; before it stand the batches, after it its length and the magic word. */
async function footerOf(handle: FileHandle, size: number): Promise<Uint8Array> {
  const tail = size < 18 ? undefined : Buffer.from(await read(handle, size - 10, 10));
  if (tail?.toString("latin1", 4) !== MAGIC) throw cutOff();
  const length = tail.readInt32LE();
  if (length < 8 || 8 + length + 10 > size) throw damaged();
  return read(handle, size - 10 - length, length);
}

function within<T>(reading: () => T): T {
  try {
    return reading();
  } catch (error) {
    throw error instanceof RangeError ? damaged(error) : error;
  }
}

function check({codec, types}: MessageFacts, schema: MessageFacts, {zstd}: Codecs): void {
  for (const type of types) {
    if (UNREAD[type]) {
      throw new Unreadable(
        `has a column of type ${UNREAD[type]}, which is not read; write it as another type, or as text`
      );
    }
  }
  if (codec === undefined) return;
  if (codec > ZSTD || (codec === ZSTD && !zstd)) {
    throw new Unreadable("is compressed with ZSTD, which this Node cannot unpack; write it with LZ4 or uncompressed");
  }
  if (VIEWS.some((type) => schema.types.has(type))) {
    const name = codec === LZ4 ? "LZ4" : "ZSTD";
    throw new Unreadable(`holds string views compressed with ${name}, which are not read; write it uncompressed`);
  }
}

/** The metadata behind their mark and length. */
function framed(metadata: Uint8Array): Uint8Array {
  const bytes = Buffer.alloc(8 + metadata.length);
  bytes.writeInt32LE(-1, 0);
  bytes.writeInt32LE(metadata.length, 4);
  bytes.set(metadata, 8);
  return bytes;
}

async function read(handle: FileHandle, at: number, length: number): Promise<Uint8Array> {
  const bytes = new Uint8Array(length);
  for (let done = 0; done < length;) {
    const {bytesRead} = await handle.read(bytes, done, length - done, at + done);
    if (!bytesRead) throw cutOff();
    done += bytesRead;
  }
  return bytes;
}

const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString("latin1");
