import {Transform} from "node:stream";
import {UserError} from "../../warehouse/error.ts";

/** What decompression may give before it is taken for an attack. */
export interface Limits {
  /** Bytes out for one byte in. */
  ratio: number;
  /** Bytes out below which the ratio does not count. */
  free: number;
  /** Bytes out, whatever came in. */
  total: number;
}

export const usualLimits: Limits = {ratio: 200, free: 256 * 2 ** 20, total: 64 * 2 ** 30};

/** How much was read of a compressed file so far, in bytes, and what it may become. */
export interface Bounds {
  compressed: () => number;
  limits?: Limits;
}

/** Counts bytes that come out of `name` (as messages name it). The function returned throws a UserError past the limits. */
export function counter(name: string, {compressed, limits = usualLimits}: Bounds): (bytes: number) => void {
  let out = 0;
  return (bytes) => {
    out += bytes;
    if (out <= limits.free && out <= limits.total) return;
    const read = compressed();
    const most =
      out > limits.total ? megabytes(limits.total) : out > limits.ratio * read && `${limits.ratio} times its size`;
    if (!most) return;
    throw new UserError(
      `ingest: ${name}: unpacks to more than ${most} (${megabytes(out)} from ${megabytes(read)} so far), as a zip bomb does; unpack it yourself if you trust it`
    );
  };
}

/** Passes decompressed bytes on, and fails with a UserError past the limits. */
export function bounded(name: string, bounds: Bounds): Transform {
  const take = counter(name, bounds);
  return new Transform({
    transform(chunk: Buffer, _, done) {
      try {
        take(chunk.length);
      } catch (error) {
        return done(error as Error);
      }
      done(null, chunk);
    }
  });
}

const megabytes = (bytes: number): string => `${Number((bytes / 1e6).toPrecision(3))} MB`;
