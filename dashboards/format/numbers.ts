import {compact} from "./compact.ts";
import {signed} from "./digits.ts";
import type {Lang} from "./lang.ts";
import {scaleFor} from "./scale.ts";
import {present, type Numeric} from "./signs.ts";

/** Counts and plain numbers. */
export interface Numbers {
  /** 12,345: exact, for tables and sentences */
  count(value: Numeric): string;
  /** 99,999, then 123k · 12.3万: for KPIs */
  kpi(value: Numeric): string;
  /** Fixed decimals with a true minus: 0.803 */
  number(value: Numeric, decimals?: number): string;
  /** Always signed: +31, −4 */
  score(value: Numeric, decimals?: number): string;
  /** The formatter of an axis that ends at `max`: one scale for all its ticks */
  axis(max: number, unit?: string): (value: number) => string;
}

/** The number formats of a language. */
export function numbers(lang: Lang): Numbers {
  return {
    count: (value) => present(value, (number) => signed(number, 0)),
    kpi: (value) => present(value, (number) => compact(lang, number, {from: 99_999.5})),
    number: (value, decimals = 0) => present(value, (number) => signed(number, decimals)),
    score: (value, decimals = 0) => present(value, (number) => signed(number, decimals, true)),
    axis(max, unit = "") {
      const {factor, word} = scaleFor(lang, max, 1e5);
      return (value) => (value === 0 ? "0" : signed(value / factor, tickDecimals(value / factor), false, unit) + word);
    }
  };
}

/** Decimals that a tick needs, at most two. */
const tickDecimals = (value: number): number => [0, 1].find((d) => Math.abs(value - +value.toFixed(d)) < 1e-9) ?? 2;
