import type {Locale} from "../format/locale.ts";
import {html, type Html} from "./html.ts";
import {key, ramp} from "./key.ts";

/** What the tints of a cohort triangle mean. */
export interface HeatKey {
  name: string;
  breaks: readonly number[];
  /** How a break is written. */
  edge: (value: number) => string;
  /** Cells of fewer customers are outlines. */
  small: number;
  /** Cells of fewer are withheld. */
  least: number;
}

/** The key of a cohort triangle, for its note. */
export function heatKey({name, breaks, edge, small, least}: HeatKey, {t}: Locale): Html {
  const [low, high] = [breaks[0] ?? 0, breaks.at(-1) ?? 0];
  return html` ${ramp(name, t("under ", "低于 ") + edge(low), edge(high) + t(" and over", " 及以上"))}
  ${key("hatch", t("still running, not in the mean", "进行中，不计入平均"))}
  ${key("outline", t(`under ${small} customers`, `少于 ${small} 位客户`))}
  ${least > 1 && key("dots", t(`withheld, under ${least}`, `少于 ${least} 位，不显示`))}`;
}
