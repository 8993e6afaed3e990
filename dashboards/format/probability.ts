import type {Formats} from "./formats.ts";

/** A probability that is never written as certain or impossible: ">99.9%", "93.0%", "<0.1%". */
export function probability(share: number | null, f: Formats): string {
  if (share === null) return f.missing;
  if (share > 0.999) return `>${f.share(0.999)}`;
  if (share < 0.001) return `<${f.share(0.001)}`;
  return f.share(share);
}
