import {button} from "../../components/button.ts";
import {field, filterLine, filters, select} from "../../components/filters.ts";
import {html, type Html} from "../../components/html.ts";
import type {Locale} from "../../format/locale.ts";
import {bands, classes} from "../customers/filterBar.ts";
import {bandName, className, segmentName} from "../customers/words.ts";
import {takeWords} from "./countWords.ts";

/** Segment, class, risk, calls a day, and the list to take away. */
export function filterItems(
  segments: readonly string[],
  calls: number,
  shown: number,
  hasRisk: boolean,
  locale: Locale
): Html {
  const {t} = locale;
  const all = {value: "", name: t("All", "全部")};
  const silence = select({
    name: "silence",
    label: t("Silent", "沉默"),
    value: "",
    choices: [all, {value: "late", name: t("beyond usual", "超过常规")}]
  });
  const items = [
    select({
      name: "segment",
      label: t("Segment", "分群"),
      value: "",
      choices: [all, ...segments.map((value) => ({value, name: segmentName(value, t)}))]
    }),
    select({
      name: "abc",
      label: t("Class", "等级"),
      value: "",
      choices: [all, ...classes.map((value) => ({value, name: className(value)}))]
    }),
    hasRisk &&
      select({
        name: "band",
        label: t("Risk", "风险"),
        value: "",
        choices: [all, ...bands.map((value) => ({value, name: bandName(value, t)}))]
      }),
    hasRisk && silence,
    field({
      name: "calls",
      label: t("We can call", "每天可致电"),
      type: "number",
      value: calls,
      after: t("a day", "位")
    }),
    html`<span class="push"
      >${button({text: takeWords(shown, locale), kind: "primary", icon: "down", id: "take"})}</span
    >`
  ];
  return html`${filters(items)}${filterLine()}`;
}
