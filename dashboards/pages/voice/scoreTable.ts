import {html, intervalTrack, table, trackScale, type Content, type Html} from "../../components/index.ts";
import type {Locale} from "../../format/locale.ts";
import {LONGEST, type ScoreGroups} from "./scoreGroups.ts";
import type {ScoreRow} from "./rows.ts";
import {groupedBy, instrumentName, scoreChange, scoreRange, scoreText, valueName} from "./words.ts";

/** Where the scale of an instrument begins and ends. */
export const endsOf = (instrument: string): readonly [number, number] =>
  instrument === "nps" ? [-100, 100] : instrument === "csat" ? [0, 100] : instrument === "ces" ? [1, 7] : [1, 5];

/** Scores of groups beside each other; a difference from all others is named where it clears its interval. */
export function scoreTable({instrument, dimension, rows, all}: ScoreGroups, locale: Locale): Html {
  const {t, f} = locale;
  const [low, high] = endsOf(instrument);
  const line = (row: ScoreRow, name: Content, isAll: boolean): Content[] => {
    const tone = !isAll && row.is_clear && row.change !== null ? (row.change < 0 ? "bad" : "good") : undefined;
    return [
      name,
      html`<b>${scoreText(instrument, row.score, locale)}</b><br /><span class="muted nowrap"
          >${scoreRange(instrument, row.low, row.high, locale)}</span
        >`,
      intervalTrack({
        value: row.score,
        low: row.low,
        high: row.high,
        target: isAll ? undefined : all?.score,
        domain: [low, high],
        tone: tone ?? (isAll ? "c1" : "ctx")
      }),
      tone
        ? html`<b class="${tone}">${scoreChange(instrument, row.change, locale)}</b>`
        : html`<span class="muted">${isAll ? "" : t("no clear", "不显著")}</span>`,
      f.count(row.answers)
    ];
  };
  return table({
    caption: t("Scores by group", "各组得分"),
    columns: [
      groupedBy(dimension, locale),
      {head: instrumentName(instrument, locale), right: true},
      {head: trackScale(String(low).replace("-", "−"), String(high), t("Chart", "图")), width: "30%"},
      {head: t("Against the others", "与其他组相比"), right: true},
      {head: "n", right: true}
    ],
    rows: [
      ...(all ? [line(all, html`<b>${t("All", "全部")}</b>`, true)] : []),
      ...rows.slice(0, LONGEST).map((row) => line(row, valueName(dimension, row.value, locale), false))
    ]
  });
}
