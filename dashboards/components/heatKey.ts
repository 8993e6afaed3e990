import type {Locale} from "../format/locale.ts";
import {html, type Html} from "./html.ts";
import {key, ramp} from "./key.ts";

/** The key of a cohort triangle, for its note. */
export function heatKey(name: string, breaks: readonly number[], small: number, least: number, {f, t}: Locale): Html {
  const edge = (value: number | undefined) => f.share(value, 0);
  return html` ${ramp(name, t("under ", "低于 ") + edge(breaks[0]), edge(breaks.at(-1)) + t(" and over", " 及以上"))}
  ${key("hatch", t("still running, not in the mean", "进行中，不计入平均"))}
  ${key("outline", t(`under ${small} customers`, `少于 ${small} 位客户`))}
  ${least > 1 && key("dots", t(`withheld, under ${least}`, `少于 ${least} 位，不显示`))}`;
}
