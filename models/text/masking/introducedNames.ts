import type {Span} from "./masks.ts";
import {isOrdinary} from "./nameWords.ts";

/** A name begins a word with a capital; up to three words of them are one. */
const capitals = /\p{Lu}[\p{L}\p{M}'-]*\.?(?: \p{Lu}[\p{L}\p{M}'-]+){0,2}/uy;
const twoCapitals = /\p{Lu}[\p{L}\p{M}'-]+ (?:\p{Lu}\.? )?\p{Lu}[\p{L}\p{M}'-]+/uy;
const lowers = /[\p{L}'-]{2,20}(?: [\p{L}'-]{2,20})?/uy;
const closed = /\s*(?:$|[\n.,!;，。！；(\-–—])/uy;

/** Words after which writers say who they are or whom they write to, and what must follow. */
const introductions: {after: RegExp; name: RegExp; isClosed?: boolean; isPlain?: boolean}[] = [
  {after: /(?<!\p{L})my (?:full )?name(?: is|'s) ?:?\s{1,2}/giu, name: capitals, isPlain: true},
  {after: /(?<!\p{L})(?:(?:full |first |last |family |contact )?name|signed|attn) ?:\s{0,2}/giu, name: capitals},
  {
    after:
      /(?<!\p{L})(?:(?:kind|best|warm|many)? ?regards|sincerely|yours (?:truly|faithfully)|best wishes)[,.!]?\s{1,3}/giu,
    name: capitals,
    isClosed: true
  },
  {after: /(?<!\p{L})(?:thanks|thank you|many thanks|thx|cheers)[,.!]?\s{1,3}/giu, name: capitals, isClosed: true},
  {after: /(?<!\p{L})(?:i'm|i am|this is)\s/giu, name: twoCapitals},
  {after: /(?<!\p{L})(?:mr|mrs)\.?\s/giu, name: capitals, isPlain: true},
  {after: /(?<!\p{L})(?:Ms|MS|Miss|Mister|Dr|Prof|Professor|Herrn?|Frau|Madame|Monsieur|Mme)\.?\s/gu, name: capitals},
  {after: /(?<!\p{L})dear\s(?!(?:mr|mrs|ms|miss|dr|prof)(?!\p{L}))/giu, name: capitals, isClosed: true}
];

/** Names by which writers in alphabets say who they are. */
export const introducedSpans = (flat: string): Span[] =>
  introductions.flatMap(({after, name, isClosed, isPlain}) =>
    [...flat.matchAll(after)].flatMap(({0: found, index}): Span[] => {
      const from = index + found.length;
      const length =
        nameLength(flat, from, name, isClosed ?? false) || (isPlain ? nameLength(flat, from, lowers, false) : 0);
      return length ? [{from, to: from + length, mask: "name"}] : [];
    })
  );

/** Units of the name that stands at a place, up to the first word that is an ordinary one; 0: none. */
function nameLength(flat: string, from: number, name: RegExp, isClosed: boolean): number {
  name.lastIndex = from;
  const found = name.exec(flat)?.[0];
  if (found === undefined) return 0;
  closed.lastIndex = from + found.length;
  if (isClosed && !closed.test(flat)) return 0;
  const parts = found.split(" ");
  const ordinary = parts.findIndex((part) => isOrdinary(part.replace(/\.$/, "").toLowerCase()));
  if (ordinary >= 0 && name === twoCapitals) return 0;
  return (ordinary < 0 ? parts : parts.slice(0, ordinary)).join(" ").replace(/\.$/, "").length;
}
