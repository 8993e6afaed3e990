import {hasHan} from "../../identity/normal/han.ts";
import {hanAddressSpans} from "./hanAddresses.ts";
import {spansOf, type Span} from "./masks.ts";
import {isOrdinary} from "./nameWords.ts";

const number = String.raw`(?<![\p{L}\d.,])\d{1,5}[a-zA-Z]?,? `;
const capital = String.raw`\p{Lu}[\p{L}'-]+`;
/** Kinds of street that are ordinary words as well count only behind names with a capital. */
const plainKinds = "street|road|avenue|lane|terrace|crescent|boulevard|blvd|ave|rd";
const kinds =
  "Street|St|Road|Rd|Avenue|Ave|Lane|Ln|Drive|Dr|Close|Court|Square|Terrace|Place|Crescent|Boulevard|Blvd|Gardens|Way";
const capitals = new RegExp(
  String.raw`${number}(?<x>(?:${capital} ){1,3})(?:${kinds})(?![\p{L}])(?! (?:to|for|of|in|where|that)(?!\p{L}))`,
  "gu"
);
const lowers = new RegExp(String.raw`${number}(?<x>(?:[\p{L}'-]{3,20} ){1,2})(?:${plainKinds})(?!\p{L})`, "giu");
/** German streets end in their kind and stand before the number, French ones begin with it. */
const town = String.raw`(?:,? (?:D-|F-)?\d{5} ${capital}(?:[ -]${capital})?)?`;
const german = new RegExp(
  String.raw`(?<!\p{L})\p{Lu}[\p{L}-]{2,30}(?:straße|strasse|str\.|weg|platz|allee|gasse|damm|ufer) \d{1,4} ?[a-z]?(?![\p{L}\d])${town}`,
  "gu"
);
const french = new RegExp(
  String.raw`(?<![\p{L}\d])\d{1,4}(?: ?(?:bis|ter))?,? (?:rue|avenue|boulevard|bd|place|chemin|allée|impasse|quai|via|viale|calle)(?: (?:de|du|la|le|des)| (?:d'|l')?${capital}){1,6}${town}`,
  "giu"
);
const box = /(?<!\p{L})(?:p\.? ?o\.? ?box|postfach|boîte postale|apartado) ?\d[\d ]{0,8}\d?/giu;
/** British: the last two letters are never C, I, K, M, O or V; sizes and ordinals look alike. */
const postcode =
  /(?<![A-Za-z0-9])[A-Z]{1,2}\d[A-Z\d]? (?!\d(?:x[ls]|nd|rd|st|th|pm|am|gb|tb|ft|lb|hp|ps|pp|ea|hr)(?![a-z]))\d[ABD-HJLNP-UW-Z]{2}(?![A-Za-z0-9])/gi;

/** Words of measure and time, after a number: "20 minutes down the road". */
const measures =
  /^(?:minutes?|mins?|hours?|days?|weeks?|months?|years?|miles?|metres?|meters?|yards?|pairs?|pieces?|times?|more|other|different|dirt|busy|main|shops?|stores?|boxes|bags|people|stars?)$/i;
const isName = (found: string): boolean =>
  found
    .trim()
    .split(" ")
    .every((word) => !measures.test(word) && (found.length < 3 || !isStop(word)));
const place = new Set(
  "high church park mill green king queen west north field hill brook long rose grace white black silver gold lily summer sun ford".split(
    " "
  )
);
const isStop = (word: string): boolean => isOrdinary(word.toLowerCase()) && !place.has(word.toLowerCase());

function streetSpans(flat: string, pattern: RegExp): Span[] {
  return [...flat.matchAll(pattern)].flatMap(({0: found, index, groups}): Span[] =>
    isName(groups!.x!) ? [{from: index, to: index + found.length, mask: "address"}] : []
  );
}

/** Streets with a number, rooms of a building, post boxes, British postcodes. */
export const postalSpans = (flat: string): Span[] => [
  ...(hasHan(flat) ? hanAddressSpans(flat) : []),
  ...(/\d/.test(flat)
    ? [
        ...[capitals, lowers].flatMap((pattern) => streetSpans(flat, pattern)),
        ...[german, french, box, postcode].flatMap((pattern) => spansOf(flat, pattern, "address"))
      ]
    : [])
];
