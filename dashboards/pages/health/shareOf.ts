import type {Formats} from "../../format/formats.ts";

/** A share of rows that never hides a few behind a zero: 0.06%, "under 0.01%", and "–" of nothing. */
export function shareOf(part: number, all: number, f: Formats): string {
  if (all === 0) return f.missing;
  const share = part / all;
  if (part > 0 && share < 0.0001) return `<${f.share(0.0001, 2)}`;
  if (part < all && share > 0.9999) return `>${f.share(0.9999, 2)}`;
  return f.share(share, share > 0 && share < 0.01 ? 2 : 1);
}
