import {createReadStream} from "node:fs";
import {open} from "node:fs/promises";
import {promisify} from "node:util";
import {inflate} from "node:zlib";
import {Bytecode} from "./savBytecode.ts";
import {SavBytes} from "./savBytes.ts";
import type {SavDictionary} from "./savDictionary.ts";
import {damaged} from "./savRecords.ts";
import {Unreadable} from "./unreadable.ts";

/** SPSS writes blocks of about 4 MiB. */
const LARGEST_BLOCK = 64 << 20;

/**
 * The cases of a file in order, many whole ones to a buffer, `caseBytes` each.
 *
 * Memory: one block of the file and one case. Throws Unreadable where the file is cut off or holds other cases than it states.
 */
export async function* savCases(path: string, size: number, dictionary: SavDictionary): AsyncGenerator<Buffer> {
  const {compression, caseBytes, cases} = dictionary;
  const stored = compression === 2 ? inflated(path, size, dictionary) : file(path, dictionary.dataAt);
  const bytecode = compression ? new Bytecode(dictionary) : undefined;
  let rest: Buffer[] = [];
  let held = 0;
  let done = 0;
  for await (const chunk of stored) {
    const block = bytecode ? bytecode.expand(chunk) : chunk;
    rest.push(block);
    held += block.length;
    if (held < caseBytes) continue;
    const all = rest.length > 1 ? Buffer.concat(rest) : block;
    const whole = held - (held % caseBytes);
    done += whole / caseBytes;
    yield all.subarray(0, whole);
    rest = [all.subarray(whole)];
    held -= whole;
  }
  if (held || (cases === undefined ? bytecode?.isWithinElement : done < cases)) {
    const stated = cases === undefined ? "" : ` of ${cases}`;
    throw new Unreadable(`is cut off: it ends within case ${done + 1}${stated}; export it again`);
  }
  if (cases !== undefined && done > cases) throw damaged(`it states ${cases} cases and holds ${done}`);
}

async function* file(path: string, start: number): AsyncGenerator<Buffer> {
  for await (const chunk of createReadStream(path, {start, highWaterMark: 1 << 20})) yield chunk as Buffer;
}

/** The blocks of a .zsav file, found by the index at its end. */
async function* inflated(path: string, size: number, {dataAt, little}: SavDictionary): AsyncGenerator<Buffer> {
  const handle = await open(path);
  try {
    const bytes = SavBytes.file(handle.fd, size);
    bytes.little = little;
    bytes.position = dataAt + 8;
    bytes.position = bytes.int64();
    const index = bytes.position;
    if (index <= dataAt || index + 24 > size)
      throw new Unreadable("is cut off: its index of blocks is not there; export it again");
    bytes.take(20);
    for (let left = bytes.int32(); left > 0; left--) {
      bytes.int64();
      const at = bytes.int64();
      const [full, packed] = [bytes.int32(), bytes.int32()];
      if (at < 0 || packed < 0 || at + packed > size || full < 0 || full > LARGEST_BLOCK) {
        throw damaged("its index of blocks is wrong");
      }
      const {buffer} = await handle.read(Buffer.alloc(packed), 0, packed, at);
      yield await unpacked(buffer, full);
    }
  } finally {
    await handle.close();
  }
}

async function unpacked(block: Buffer, length: number): Promise<Buffer> {
  const bytes = await promisify(inflate)(block, {maxOutputLength: Math.max(1, length)}).catch(() => undefined);
  if (bytes?.length !== length) throw damaged("a compressed block does not unpack to its stated size");
  return bytes;
}
