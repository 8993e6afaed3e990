import {html, shareStack, table, type Content, type Html} from "../../../components/index.ts";
import type {Locale} from "../../../format/locale.ts";
import type {KanoView} from "./features.ts";
import type {KanoRow} from "./rows.ts";
import {categories, categoryName, toneOf} from "./words.ts";

/** How answers spread over the categories, feature by feature. */
export function featureTable({features}: KanoView, locale: Locale): Html {
  const {t, f} = locale;
  const coefficient = (value: number | null, low: number | null, high: number | null) =>
    html`<b>${f.number(value, 2)}</b><br /><span class="muted nowrap">${f.range(low, high, 2)}</span>`;
  const line = (row: KanoRow): Content[] => [
    row.feature,
    html`${categoryName(row.category, locale)}<br /><span class="muted nowrap"
        >${row.is_clear ? t(`lead ${f.points(row.strength, {decimals: 0, tight: true})}`, `领先 ${f.points(row.strength, {decimals: 0, tight: true})}`) : t("not clear", "不明确")}</span
      >`,
    shareStack(
      categories.map((category) => ({
        name: categoryName(category, locale),
        share: row[category] / row.answers,
        tone: toneOf[category]
      })),
      locale
    ),
    coefficient(row.better, row.better_low, row.better_high),
    coefficient(row.worse, row.worse_low, row.worse_high),
    f.count(row.answers)
  ];
  return table({
    caption: t("Features by category", "各功能的类别"),
    columns: [
      t("Feature", "功能"),
      t("Most say", "多数认为"),
      {head: t("Share of answers", "作答占比"), width: "36%"},
      {head: t("Better", "better"), right: true},
      {head: t("Worse", "worse"), right: true},
      {head: "n", right: true}
    ],
    rows: features.map(line)
  });
}
