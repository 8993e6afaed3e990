import {html, numbers, points, tooFew, type Html} from "../../components/index.ts";
import type {Locale} from "../../format/locale.ts";
import {known, shareOf, toneOf} from "./effectWords.ts";
import type {TenthRow} from "./rows.ts";
import type {CampaignView} from "./views.ts";

/** What the campaign changed from the best customers down, as dots with intervals. */
export function upliftBody({name, tenths}: CampaignView, locale: Locale): Html {
  const {t, f} = locale;
  const rows = tenths.flatMap((row) => {
    const told = known(shareOf(row));
    return told ? [{row, told}] : [];
  });
  if (rows.length < 2)
    return tooFew({
      title: t("Too few to split", "人数过少，无法分段"),
      text: t("Each part needs thirty customers reached and thirty held back.", "每段需触达与对照各三十人。")
    });
  const label = t(`Effect on who orders by spend before, ${name}`, `按前期消费的下单率效果，${name}`);
  const ends = rows.flatMap(({told}) => [told.low, told.high]);
  const widest = Math.ceil(Math.max(...ends.map(Math.abs)) * 20) / 20;
  return html`${points({
    label,
    rows: rows.map(({row, told}) => ({
      name: partName(row),
      ...told,
      tone: toneOf(told) === "ctx" ? "c7" : toneOf(told)
    })),
    y: {min: -widest, max: widest, format: (value) => f.points(value, {tight: true, decimals: 0})},
    reference: {value: 0, label: t("no effect", "无效果")},
    every: 1,
    height: 230
  })}${numbers(
    {
      caption: label,
      columns: [
        t("Part", "分段"),
        t("Spend before", "前期消费"),
        t("Reached", "触达"),
        t("Held back", "对照"),
        t("Effect", "效果"),
        t("Interval", "区间"),
        t("Gained so far", "累计增量下单")
      ],
      rows: rows.map(({row, told}) => [
        partName(row),
        f.moneyExact(row.revenue_before),
        f.count(row.treated),
        f.count(row.control),
        f.points(told.value, {tight: true}),
        f.pointsRange(told.low, told.high),
        f.score(Math.round(row.gained_orderers))
      ])
    },
    locale
  )}`;
}

/** Which tenths a part holds. */
const partName = ({tenth, last_tenth: last}: TenthRow): string => (tenth === last ? String(tenth) : `${tenth}–${last}`);

/** Whether the parts differ by more than chance. */
export function upliftNote({tenths}: CampaignView, {t, f}: Locale): string {
  const [first] = tenths;
  if (!first || first.interaction_p === null) return "";
  const p = f.number(first.interaction_p, 2);
  return first.interaction_p < 0.05
    ? t(`Parts differ by more than chance (p ${p}).`, `各段差异超出偶然（p = ${p}）。`)
    : t(
        `Parts do not differ by more than chance (p ${p}): do not pick the highest.`,
        `各段差异未超出偶然（p = ${p}），不宜据此挑选最高一段。`
      );
}
