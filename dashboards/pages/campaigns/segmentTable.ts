import {html, intervalTrack, table, trackScale, type Content, type Html} from "../../components/index.ts";
import type {Locale} from "../../format/locale.ts";
import {known, pointsCell, shareOf, toneOf} from "./effectWords.ts";
import type {DimensionView} from "./views.ts";
import {dimensionName, groupName} from "./words.ts";

/** The effect in every segment of one dimension; which segments there are was known before the message. */
export function segmentTable({dimension, segments}: DimensionView, locale: Locale): Html {
  const {t, f} = locale;
  const ends = segments
    .flatMap((row) => known(shareOf(row)) ?? [])
    .flatMap(({low, high}) => [Math.abs(low), Math.abs(high)]);
  const widest = Math.max(0.01, ...ends);
  return table({
    caption: t(`Effect by: ${dimensionName(dimension, locale)}`, `效果：${dimensionName(dimension, locale)}`),
    columns: [
      dimensionName(dimension, locale),
      {head: t("Reached", "触达"), right: true},
      {head: t("Held back", "对照"), right: true},
      {head: t("Effect", "效果"), right: true},
      {
        head: trackScale(
          f.points(-widest, {tight: true, decimals: 0}),
          f.points(widest, {tight: true, decimals: 0}),
          t("Chart", "图")
        ),
        width: "24%"
      }
    ],
    rows: segments.map((row): Content[] => {
      const told = known(shareOf(row));
      const tone = told && row.is_clear ? toneOf(told) : "ctx";
      return [
        groupName(row.group_name, locale),
        f.count(row.treated),
        f.count(row.control),
        told ? pointsCell(told, locale, tone) : html`<span class="muted">${t("too few", "过少")}</span>`,
        told && intervalTrack({...told, target: 0, domain: [-widest, widest], tone})
      ];
    })
  });
}

/** Whether the segments of a dimension differ by more than chance. */
export function segmentVerdict({segments}: DimensionView, {t, f}: Locale): string {
  const p = segments[0]!.interaction_p_adjusted;
  if (p === null) return t("Too few to test whether they differ.", "人数过少，无法检验差异。");
  return p < 0.05
    ? t(
        `Segments differ by more than chance (p ${f.number(p, 3)}).`,
        `各分群效果差异超出偶然（p = ${f.number(p, 3)}）。`
      )
    : t(
        `Segments do not differ by more than chance (p ${f.number(p, 2)}).`,
        `各分群效果差异未超出偶然（p = ${f.number(p, 2)}）。`
      );
}
