import {once} from "node:events";
import {createWriteStream, mkdirSync, statSync} from "node:fs";
import {dirname} from "node:path";
import {pipeline} from "node:stream/promises";
import {PassThrough} from "node:stream";
import {createGzip} from "node:zlib";
import {encoderOf, type Encoding} from "./encoders.ts";

/** A text file that is being written. */
export interface TextSink {
  /** Waits for the disk where it must. */
  write: (text: string) => Promise<void>;
  /** Resolves to the bytes on disk. */
  close: () => Promise<number>;
}

/** Opens a text file, gzipped where its name ends in `.gz`; folders are made. The same texts give the same bytes. */
export function textSink(path: string, encoding: Encoding = "utf-8"): TextSink {
  mkdirSync(dirname(path), {recursive: true});
  const encode = encoderOf(encoding);
  const input = new PassThrough();
  const disk = createWriteStream(path);
  // Node writes no time and no name into the header.
  const done = path.endsWith(".gz") ? pipeline(input, createGzip({level: 9}), disk) : pipeline(input, disk);
  done.catch(() => undefined);
  return {
    write: async (text) => {
      if (!input.write(encode(text))) await Promise.race([once(input, "drain"), done]);
    },
    close: async () => {
      input.end();
      await done;
      return statSync(path).size;
    }
  };
}
