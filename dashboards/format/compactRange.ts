import {compact, type Compact} from "./compact.ts";
import {signed} from "./digits.ts";
import type {Lang} from "./lang.ts";
import {decimalsFor, scaleFor} from "./scale.ts";

/**
 * Two ends of an interval with equal scale and decimals: "£41k" and "£151k", "£4.1万" and "£15.1万".
 *
 * The larger end chooses both. An end smaller than a hundredth of the other keeps its own scale.
 */
export function compactRange(lang: Lang, low: number, high: number, options: Compact = {}): [string, string] {
  const {plus = false, unit = "", from = 1e4} = options;
  const [small, large] = [Math.abs(low), Math.abs(high)].sort((a, b) => a - b) as [number, number];
  const scale = scaleFor(lang, large, from);
  if (scale.factor === 1 || (small > 0 && small < large / 100)) {
    return [compact(lang, low, options), compact(lang, high, options)];
  }
  const decimals = decimalsFor(large / scale.factor);
  const text = (value: number) =>
    value === 0 ? `${unit}0` : signed(value / scale.factor, decimals, plus, unit) + scale.word;
  return [text(low), text(high)];
}
