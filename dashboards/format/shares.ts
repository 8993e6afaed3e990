import {fixed, signed} from "./digits.ts";
import type {Lang} from "./lang.ts";
import {DASH, NBSP, present, type Numeric} from "./signs.ts";

/** Shares in [0, 1] and their differences. */
export interface Shares {
  /** 16.4% */
  share(value: Numeric, decimals?: number): string;
  /** Relative change, signed: +6.1% */
  change(value: Numeric, decimals?: number): string;
  /** Share minus share, in points, signed: −4.4 pts · −4.4 个百分点, −4.4 点 where space is tight */
  points(value: Numeric, options?: {decimals?: number; tight?: boolean}): string;
  /** 15.1–17.9% · 15.1%–17.9% */
  shareRange(low: Numeric, high: Numeric, decimals?: number): string;
  /** Interval of a difference of shares, without unit: −6.1 to −2.8 · −6.1 至 −2.8 */
  pointsRange(low: Numeric, high: Numeric, decimals?: number): string;
  /** Interval of a signed number: +27 to +35 · +27 至 +35 */
  scoreRange(low: Numeric, high: Numeric, decimals?: number): string;
  /** Interval of a plain number: 27 to 35 · 27 至 35 */
  range(low: Numeric, high: Numeric, decimals?: number): string;
}

/** The share formats of a language. */
export function shares(lang: Lang): Shares {
  const to = (low: string, high: string) => (lang === "zh" ? `${low} 至 ${high}` : `${low} to ${high}`);
  const both = (low: Numeric, high: Numeric, join: (low: number, high: number) => string) =>
    present(low, (a) => present(high, (b) => join(a, b)));
  return {
    share: (value, decimals = 1) => present(value, (number) => `${signed(number * 100, decimals)}%`),
    change: (value, decimals = 1) => present(value, (number) => `${signed(number * 100, decimals, true)}%`),
    points: (value, {decimals = 1, tight = false} = {}) =>
      present(value, (number) => {
        const text = signed(number * 100, decimals, true) + NBSP;
        return text + (lang === "en" ? "pts" : tight ? "点" : "个百分点");
      }),
    shareRange: (low, high, decimals = 1) =>
      both(low, high, (a, b) =>
        a < 0
          ? to(`${signed(a * 100, decimals)}%`, `${signed(b * 100, decimals)}%`)
          : `${fixed(a * 100, decimals)}${lang === "zh" ? "%" : ""}${DASH}${fixed(b * 100, decimals)}%`
      ),
    pointsRange: (low, high, decimals = 1) =>
      both(low, high, (a, b) => to(signed(a * 100, decimals), signed(b * 100, decimals))),
    scoreRange: (low, high, decimals = 0) =>
      both(low, high, (a, b) => to(signed(a, decimals, true), signed(b, decimals, true))),
    range: (low, high, decimals = 0) => both(low, high, (a, b) => to(signed(a, decimals), signed(b, decimals)))
  };
}
