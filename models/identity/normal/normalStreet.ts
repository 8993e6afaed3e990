import {hanStreet} from "./hanStreet.ts";
import {hasHan, simplified} from "./han.ts";
import {latinBesideHan} from "./latin.ts";
import {latinStreet} from "./latinStreet.ts";
import {isMasked} from "./masked.ts";
import {isAscii, tidy} from "./tidy.ts";

/** A street address in the forms that are compared. */
export interface Street {
  /** House number with its letter, in lower case: 12a, 12-14. */
  number: string | null;
  /** The street's words in lower-case ASCII, usual ones written short, or simplified Han. */
  street: string | null;
}

/**
 * The house number and the street of an address, both null where there is none or it is masked: "Flat 3, 12a High Street" is 12a and
 * high st, "Hauptstraße 5" is 5 and hauptstr, 建國路88號3棟502室 is 88 and 建国路. Flats, floors and rooms are dropped.
 */
export function normalStreet(raw: string | null): Street {
  if (raw === null || isMasked(raw)) return {number: null, street: null};
  const text = isAscii(raw) ? raw.toLowerCase() : latinBesideHan(simplified(tidy(raw)));
  return hasHan(text) ? hanStreet(text) : latinStreet(text);
}
