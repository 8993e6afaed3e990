import {createReadStream} from "node:fs";
import {pipeline, Readable} from "node:stream";
import {crc32, createInflateRaw} from "node:zlib";
import {openPromise, type Entry, type Options} from "yauzl";
import {messageOf, UserError} from "../../warehouse/error.ts";
import {counter, usualLimits, type Limits} from "./bounds.ts";

/** A file within a ZIP archive. */
export interface ArchiveEntry {
  /** As the archive spells it, control characters as \u0000. A label: nothing is ever written under it. */
  name: string;
  /** Bytes in the archive. */
  compressed: number;
  /** Bytes unpacked. */
  uncompressed: number;
  /** 0 stored, 8 deflated; nothing else is read. */
  method: number;
  crc32: number;
  /** Offset of its header in the archive. */
  offset: number;
  encrypted: boolean;
}

const MOST = 10_000;
const STORED = 0;
const DEFLATED = 8;

/** A file's header in an archive is at least this long, in bytes. */
const HEADER = 30;

// Names are decoded here, so that a name that no file system takes is no error.
const options: Options = {decodeStrings: false};

/**
 * The files of a ZIP archive in their order: directories, dotfiles and what macOS adds left out.
 *
 * `name` is the archive as messages name it. Throws a UserError where the archive is damaged, holds more than 10,000 entries,
 * entries that share bytes or a name, or encrypted ones.
 */
export async function entriesOf(path: string, name: string): Promise<ArchiveEntry[]> {
  const entries = (await everyEntry(path, name)).filter((entry) => isExport(entry.name));
  const encrypted = entries.find((entry) => entry.encrypted);
  if (encrypted) throw new UserError(`ingest: ${name}/${encrypted.name}: encrypted; unpack it yourself`);
  const names = new Set<string>();
  for (const {name: label} of entries) {
    if (names.has(label)) throw new UserError(`ingest: ${name}/${label}: duplicate entry; unpack it yourself`);
    names.add(label);
  }
  return entries;
}

/** Everything that an archive lists, directories among it. */
export async function everyEntry(path: string, name: string): Promise<ArchiveEntry[]> {
  const found: ArchiveEntry[] = [];
  await readable(name, async () => {
    for await (const entry of (await openPromise(path, options)).eachEntry()) {
      if (found.length === MOST) {
        throw new UserError(`ingest: ${name}: more than ${MOST} entries; unpack it yourself, or make several of it`);
      }
      found.push(described(entry));
    }
  });
  const placed = found.toSorted((a, b) => a.offset - b.offset);
  const overlap = placed.findIndex(({offset}, i) => i > 0 && offset < endOf(placed[i - 1]!));
  if (overlap > 0) {
    const {name: label} = placed[overlap]!;
    throw new UserError(
      `ingest: ${name}/${label}: shares bytes with another entry, as in a zip bomb; make the archive again`
    );
  }
  return found;
}

/**
 * The bytes of an entry, unpacked, within the limits and checked against the archive's checksum.
 *
 * Throws a UserError where there is no such entry; the stream fails with one where the entry is damaged or unpacks too far.
 */
export async function openEntry(
  path: string,
  entry: string | ArchiveEntry,
  name: string,
  limits: Limits = usualLimits
): Promise<Readable> {
  const found = typeof entry === "string" ? await named(path, entry, name) : entry;
  const where = `${name}/${found.name}`;
  if (found.encrypted) throw new UserError(`ingest: ${where}: encrypted; unpack it yourself`);
  if (found.method !== STORED && found.method !== DEFLATED) {
    const method = found.method === 9 ? "Deflate64, as Windows does for large files" : `method ${found.method}`;
    throw new UserError(`ingest: ${where}: compressed with ${method}; unpack it yourself, or use Deflate`);
  }
  return Readable.from(unpacked(path, found, where, limits), {objectMode: false});
}

async function named(path: string, label: string, name: string): Promise<ArchiveEntry> {
  const entries = await entriesOf(path, name);
  const found = entries.find((entry) => entry.name === label);
  if (found) return found;
  const some = entries.slice(0, 10).map((entry) => entry.name);
  throw new UserError(`ingest: ${name}: missing entry "${label}"; it holds ${some.join(", ") || "no files"}`);
}

async function* unpacked(path: string, entry: ArchiveEntry, where: string, limits: Limits): AsyncGenerator<Buffer> {
  let [size, sum] = [0, 0];
  const [stream, read] = await readable(where, () => content(path, entry));
  const take = counter(where, {compressed: read, limits});
  const chunks = stream[Symbol.asyncIterator]() as AsyncIterator<Buffer>;
  try {
    for (;;) {
      const {done, value} = await readable(where, () => chunks.next());
      if (done) break;
      size += value.length;
      sum = crc32(value, sum);
      take(value.length);
      yield value;
    }
  } finally {
    stream.destroy();
  }
  if (size !== entry.uncompressed || sum !== entry.crc32) throw damaged(where, "its checksum differs");
}

/** An entry's bytes, unpacked, and how many compressed ones were read for them so far. */
async function content(path: string, entry: ArchiveEntry): Promise<[Readable, () => number]> {
  const zip = await openPromise(path, options);
  try {
    const place = {relativeOffsetOfLocalHeader: entry.offset, compressedSize: entry.compressed} as Entry;
    const {fileDataStart} = await zip.readLocalFileHeaderPromise(place, {minimal: true});
    const range = {start: fileDataStart, end: fileDataStart + entry.compressed - 1, highWaterMark: 1 << 16};
    const raw = entry.compressed ? createReadStream(path, range) : Readable.from([]);
    if (entry.method === STORED) return [raw, () => entry.compressed];
    const inflated = createInflateRaw({chunkSize: 1 << 16});
    // An error of either reaches who reads the last.
    pipeline(raw, inflated, () => undefined);
    return [inflated, () => inflated.bytesWritten];
  } finally {
    zip.close();
  }
}

function described(entry: Entry): ArchiveEntry {
  return {
    name: labelOf(entry),
    compressed: entry.compressedSize,
    uncompressed: entry.uncompressedSize,
    method: entry.compressionMethod,
    crc32: entry.crc32,
    offset: entry.relativeOffsetOfLocalHeader,
    encrypted: entry.isEncrypted()
  };
}

const endOf = ({offset, compressed}: ArchiveEntry): number => offset + HEADER + compressed;

/** UTF-8 where it is, whatever the flags say; else the Unicode name that Info-ZIP adds; else GBK, as Windows writes in China. */
function labelOf({fileNameRaw, extraFields}: Entry): string {
  return decoded(fileNameRaw, extraFields.find(({id}) => id === 0x7075)?.data.subarray(5)).replace(
    /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]/g,
    (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, "0")}`
  );
}

function decoded(raw: Buffer, unicode?: Buffer): string {
  for (const bytes of [raw, unicode]) {
    try {
      if (bytes) return new TextDecoder("utf-8", {fatal: true, ignoreBOM: true}).decode(bytes);
    } catch {
      // Not UTF-8.
    }
  }
  return new TextDecoder("gb18030").decode(raw);
}

const isExport = (label: string): boolean =>
  !/(^|[/\\])$/.test(label) && !/(^|[/\\])(__MACOSX[/\\]|\.(?!\.?[/\\]))/.test(label);

/** Says of an error of the archive's own that the archive is damaged. */
async function readable<Result>(where: string, read: () => Promise<Result>): Promise<Result> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof UserError || error instanceof TypeError || (error as NodeJS.ErrnoException).syscall)
      throw error;
    if (/encrypt/.test(messageOf(error))) throw new UserError(`ingest: ${where}: encrypted; unpack it yourself`);
    throw damaged(where, messageOf(error));
  }
}

const damaged = (where: string, why: string): UserError =>
  new UserError(
    `ingest: ${where}: a damaged archive (${why.replace(/\.$/, "")}); make it again, or unpack it yourself`
  );
