import {fixed} from "./digits.ts";
import type {Lang} from "./lang.ts";
import {decimalsFor, scaleFor, type Scale} from "./scale.ts";
import {signOf} from "./signs.ts";

/** How a compact number is written. */
export interface Compact {
  /** Write a plus before positive values. */
  plus?: boolean;
  /** Currency sign or other unit, between sign and digits. */
  unit?: string;
  /** Values below this stay plain integers; 10,000 unless told. */
  from?: number;
}

/** `scaled` to three significant digits. */
function rounded(scaled: number): number {
  const power = 10 ** decimalsFor(scaled);
  return Math.round(scaled * power * (1 + 1e-12)) / power;
}

const round = (value: number, scale: Scale): number =>
  scale.factor === 1 ? Math.round(value) : rounded(value / scale.factor) * scale.factor;

/**
 * A number in the words of the language: £12.3k, £4.82m; £1.23万, £482万, £1.23亿.
 *
 * Plain below 10,000, then three significant digits, never fewer than the integer part. Rounding comes before the choice
 * of the scale, so that 999,500 is 1.00m and 99,999,999 is 1.00亿.
 */
export function compact(lang: Lang, value: number, {plus = false, unit = "", from = 1e4}: Compact = {}): string {
  const size = Math.abs(value);
  const scale = scaleFor(lang, round(size, scaleFor(lang, size, from)), from);
  const scaled = scale.factor === 1 ? Math.round(size) : rounded(size / scale.factor);
  const text = fixed(scaled, scale.factor === 1 ? 0 : decimalsFor(scaled));
  return signOf(scaled === 0 ? 0 : value, plus) + unit + text + scale.word;
}
