import {compact} from "./compact.ts";
import {compactRange} from "./compactRange.ts";
import {currencySign} from "./currency.ts";
import {signed} from "./digits.ts";
import type {Lang} from "./lang.ts";
import {numbers} from "./numbers.ts";
import {present, type Numeric} from "./signs.ts";

/** Money in one currency; values are whole units (pounds), not minor ones. */
export interface Money {
  /** £9,999 · £12.3k · £4.82m; £1.23万 · £482万 */
  money(value: Numeric, options?: {plus?: boolean}): string;
  /** £12,345, or with decimals £4.20: exact, for tables */
  moneyExact(value: Numeric, decimals?: number): string;
  /** £41k to £151k · £4.1万 至 £15.1万 */
  moneyRange(low: Numeric, high: Numeric, options?: {plus?: boolean}): string;
  /** The formatter of a money axis that ends at `max` */
  axisMoney(max: number): (value: number) => string;
  /** £ */
  sign: string;
}

/** The money formats of a language: the currency belongs to the data, scale words to the language. */
export function money(lang: Lang, currency: string): Money {
  const unit = currencySign(currency);
  return {
    sign: unit,
    money: (value, {plus = false} = {}) => present(value, (number) => compact(lang, number, {unit, plus})),
    moneyExact: (value, decimals = 0) => present(value, (number) => signed(number, decimals, false, unit)),
    moneyRange: (low, high, {plus = false} = {}) =>
      present(low, (a) =>
        present(high, (b) => compactRange(lang, a, b, {unit, plus}).join(lang === "zh" ? " 至 " : " to "))
      ),
    axisMoney: (max) => numbers(lang).axis(max, unit)
  };
}
