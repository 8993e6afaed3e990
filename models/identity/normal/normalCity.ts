import {hasHan, simplified} from "./han.ts";
import {latinBesideHan} from "./latin.ts";
import {isMasked} from "./masked.ts";
import {isAscii, tidy} from "./tidy.ts";

const shortened: Readonly<Record<string, string>> = {saint: "st", sainte: "ste", fort: "ft", mount: "mt"};

const ending = /(?<=..)(?:市|省|特别行政区|(?:壮族|回族|维吾尔)?自治区)+$/;

/**
 * A city or region in lower-case ASCII words, or in simplified Han without a final 市 or 省; null where there is none. What follows a comma is the
 * region (Portland, OR); Saint, Fort and Mount are written short.
 */
export function normalCity(raw: string | null): string | null {
  if (raw === null || isMasked(raw)) return null;
  const text = isAscii(raw) ? raw.toLowerCase() : latinBesideHan(simplified(tidy(raw)));
  const [city = ""] = text.split(",");
  const words = city
    .replace(/['`.]/g, "")
    .split(/[^a-z0-9\p{Script=Han}]+/u)
    .filter(Boolean);
  if (words.length === 0) return null;
  if (hasHan(city)) return words.join("").replace(ending, "");
  return words.map((word) => shortened[word] ?? word).join(" ");
}
