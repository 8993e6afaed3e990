import {isMasked} from "./masked.ts";
import {tidy} from "./tidy.ts";

const ofCountry = /^[A-Z]{1,3}-(?=\d{4,5}$)/;
const zipPlusFour = /^(\d{5})-\d{4}$/;

/**
 * A postal code in capitals and digits without blanks, or null: sw1a 1aa is SW1A1AA. A country before the code goes (D-10115), as
 * do the last four digits of an American ZIP+4 and what a spreadsheet adds (10115.0). Zeros alone are null.
 */
export function normalPostal(raw: string | null): string | null {
  if (raw === null || isMasked(raw)) return null;
  const text = tidy(raw)
    .toUpperCase()
    .replace(/\.0+$/, "")
    .replace(/\s*-\s*/g, "-")
    .replace(ofCountry, "")
    .replace(zipPlusFour, "$1");
  const code = text.replace(/[^A-Z0-9]/g, "");
  return /[^0]/.test(code) ? code : null;
}
