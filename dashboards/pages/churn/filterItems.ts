import {button} from "../../components/button.ts";
import {field, filterLine, filters, select, type Choice} from "../../components/filters.ts";
import {html, type Html} from "../../components/html.ts";
import type {Locale} from "../../format/locale.ts";
import {bands, classes} from "../customers/filterBar.ts";
import {bandName, className, segmentName} from "../customers/words.ts";
import {takeWords} from "./countWords.ts";
import {warningName} from "./warningWords.ts";
import type {Offered} from "./watchFilter.ts";

/** Segment, class, risk, warning, owner, calls a day, and the list to take away; what does not occur is not offered. */
export function filterItems(offered: Offered, calls: number, shown: number, locale: Locale): Html {
  const {t} = locale;
  const choose = (name: string, label: string, values: readonly string[], nameOf: (value: string) => string) => {
    const choices: Choice[] = values.map((value) => ({value, name: nameOf(value)}));
    return select({name, label, value: "", choices: [{value: "", name: t("All", "全部")}, ...choices]});
  };
  const {segments, owners, warnings} = offered;
  const items = [
    choose("segment", t("Segment", "分群"), segments, (value) => segmentName(value, t)),
    choose("abc", t("Class", "等级"), classes, className),
    choose("band", t("Risk", "风险"), bands, (value) => bandName(value, t)),
    warnings.length > 0 &&
      choose("warning", t("Warning", "预警"), warnings, (value) => warningName(value as (typeof warnings)[0], locale)),
    owners.length > 0 && choose("owner", t("Owner", "负责人"), owners, (value) => value),
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
