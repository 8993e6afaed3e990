import {field, filters, select} from "../../components/filters.ts";
import type {Html} from "../../components/html.ts";
import type {Locale} from "../../format/locale.ts";
import {bandName, className, segmentName} from "./words.ts";

/** Classes by value, best first. */
export const classes = ["A+", "A", "A-", "B", "C"] as const;
export const bands = ["high", "medium", "low"] as const;

/** Search, and the three filters that are at hand; other pages link to further ones, which show as chips. */
export function filterBar(segments: readonly string[], locale: Locale): Html {
  const {t} = locale;
  const all = {value: "", name: t("All", "全部")};
  return filters([
    field({name: "q", label: t("Find", "查找"), placeholder: t("key or segment", "编号或分群"), width: 190}),
    select({
      name: "segment",
      label: t("Segment", "分群"),
      value: "",
      choices: [all, ...segments.map((segment) => ({value: segment, name: segmentName(segment, t)}))]
    }),
    select({
      name: "abc",
      label: t("Class", "等级"),
      value: "",
      choices: [all, ...classes.map((abc) => ({value: abc, name: className(abc)}))]
    }),
    select({
      name: "band",
      label: t("Risk", "风险"),
      value: "",
      choices: [all, ...bands.map((band) => ({value: band, name: bandName(band, t)}))]
    })
  ]);
}
