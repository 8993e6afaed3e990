import {html, lines, numbers, readout, type Html, type Series, type Tone} from "../../components/index.ts";
import type {Locale} from "../../format/locale.ts";
import type {ToldDimension, ToldGroup} from "./curveData.ts";
import {bandOf, placeAt, stairs} from "./curveSteps.ts";
import {groupName, monthDays} from "./words.ts";

const tones: readonly Tone[] = ["c1", "c2", "c3", "c4", "c5", "c6", "c7"];

/** The colour of a group: its own as long as there are six, grey for what is no group of its own. */
export const toneOf = (groups: readonly ToldGroup[], group: string): Tone =>
  group === "others" || group === "unknown"
    ? "c7"
    : tones[
        Math.min(
          tones.length - 1,
          groups.findIndex((one) => one.group === group)
        )
      ]!;

/** Above so many curves, bands would cover each other. */
const banded = 4;

/** The curves of a dimension under a crosshair that reads them month by month, with their numbers. */
export function curvesBody({dimension, groups}: ToldDimension, locale: Locale): Html {
  const {t, f} = locale;
  const longest = Math.max(monthDays, ...groups.map(({followed}) => followed));
  const months = Math.floor(longest / monthDays);
  const every = [1, 2, 3, 6, 12, 24, 36, 60, 120].find((step) => months / step <= 12) ?? 240;
  const upTo = (step: number) => Array.from({length: Math.floor(months / step) + 1}, (_, i) => i * step);
  const name = (group: string) => groupName(dimension, group, locale);
  const series = groups.map(({group, places}): Series => ({
    points: stairs(places),
    tone: toneOf(groups, group),
    width: groups.length > 1 ? 1.75 : 2,
    label: name(group),
    dashed: group === "unknown",
    band: groups.length > banded ? undefined : bandOf(places)
  }));
  const share = (group: ToldGroup, month: number) => {
    const place = placeAt(group, month * monthDays);
    if (!place) return null;
    const [, value, low, high] = place;
    const range = groups.length === 1 && low !== null && high !== null ? ` (${f.shareRange(low, high, 0)})` : "";
    return `${f.share(value, 0)}${range}`;
  };
  const after = (month: number) =>
    month === 0 ? t("At the start", "起始") : t(`After ${f.months(month)}`, `${f.months(month)}后`);
  const readings = upTo(Math.ceil(months / 36) || 1).map((month) => ({
    at: Number((((month * monthDays) / longest) * 100).toFixed(2)),
    text: `${after(month)}${t(": ", "：")}${groups.flatMap((group) => (share(group, month) === null ? [] : [`${name(group.group)} ${share(group, month)}`])).join(" · ")}`
  }));
  const ends = groups.map(({group, places}) => `${name(group)} ${f.share(places.at(-1)![1], 0)}`).join(t(", ", "，"));
  const label = t(`Share of contracts that last longer; at the end ${ends}`, `合同存续比例；末端 ${ends}`);
  const chart = lines({
    label,
    series,
    x: [0, longest],
    xTicks: upTo(every).map((month) => month * monthDays),
    xFormat: (days) => f.count(Math.round(days / monthDays)),
    every: 2,
    y: {min: 0, max: 1, format: (value) => f.share(value, 0)},
    height: 300
  });
  return html`${readout({
    label: `${label}${t("; arrow keys read it", "；用方向键逐点读取")}`,
    hint: t("Point at the chart, or use the arrow keys", "指向图表，或用方向键"),
    readings,
    chart
  })}${numbers(
    {
      caption: t("Share of contracts that last longer", "存续超过相应月数的合同比例"),
      columns: [t("Months", "月数"), ...groups.map(({group}) => name(group))],
      rows: upTo(every).map((month) => [f.count(month), ...groups.map((group) => share(group, month) ?? f.missing)])
    },
    locale
  )}`;
}
