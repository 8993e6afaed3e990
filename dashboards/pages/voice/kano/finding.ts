import {html, type Html} from "../../../components/index.ts";
import type {Locale} from "../../../format/locale.ts";
import type {KanoView} from "./features.ts";
import type {Category, KanoRow} from "./rows.ts";
import {everybody, whoseName} from "./words.ts";

/** Which features must be there and which delight: those whose category is clear; of more than three the strongest. */
export function finding({segment, features, answers}: KanoView, locale: Locale): Html {
  const {t, f} = locale;
  const clear = (category: Category, strength: (row: KanoRow) => number) =>
    features
      .filter((row) => row.category === category && row.is_clear)
      .toSorted((a, b) => strength(b) - strength(a))
      .slice(0, 3)
      .map(({feature}) => feature)
      .join(t(", ", "、"));
  const worse = (row: KanoRow) => -(row.worse ?? 0);
  const better = (row: KanoRow) => row.better ?? 0;
  const [must, more, delights] = [
    clear("must_be", worse),
    clear("one_dimensional", worse),
    clear("attractive", better)
  ];
  const said = [
    must && t(`Must be there: ${must}`, `必备：${must}`),
    more && t(`The more the better: ${more}`, `越多越好：${more}`),
    delights && t(`Delights: ${delights}`, `带来惊喜：${delights}`)
  ].filter(Boolean);
  const who = segment === everybody ? "" : t(` of ${whoseName(segment, locale)}`, `（${whoseName(segment, locale)}）`);
  const n = t(
    `${f.count(features.length)} features, up to ${f.count(answers)} answers each${who}.`,
    `${f.count(features.length)} 项功能，每项至多 ${f.count(answers)} 份作答${who}。`
  );
  if (!said.length)
    return html`<b>${t("No feature belongs clearly to one category.", "没有功能明确属于某一类别。")}</b> ${n}`;
  return html`<b>${said.join(t(". ", "。"))}${t(".", "。")}</b> ${n}`;
}
