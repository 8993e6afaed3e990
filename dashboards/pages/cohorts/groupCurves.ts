import {html, key, linesReadout, numbers, panel, type Html, type Series, type Tone} from "../../components/index.ts";
import type {Locale} from "../../format/locale.ts";
import {groupName} from "./groups.ts";
import type {GroupMeans, GroupsData} from "./groupsData.ts";
import {headPeriod} from "./periodWords.ts";
import {isMoney, meanOf, measureOf, newestOf, unitOf, type View} from "./view.ts";

/** The largest groups, in the order of their tones; others are drawn grey. */
const tones: readonly Tone[] = ["c1", "c2", "c3", "c4", "c5", "c6"];

/** Fewer customers than this give no curve. */
const enough = 50;

/** How the groups of a dimension fade, or what they bring: a curve each beside all customers. */
export function groupCurves(data: GroupsData, locale: Locale, view: View): Html {
  const {t, f} = locale;
  const measure = measureOf(view);
  const last = Math.min(newestOf[data.period], data.all.means.length);
  const pointsOf = ({means}: GroupMeans) =>
    means.slice(0, last).flatMap((mean, i): [number, number][] => {
      const value = mean && meanOf(measure, mean);
      return value == null ? [] : [[i + 1, value]];
    });
  const groups = data.groups.filter(({customers}) => customers !== null && customers >= enough);
  const write = isMoney(measure) ? (value: number) => f.money(value) : (value: number) => f.share(value, 0);
  const series: Series[] = [
    ...groups.map((group, i): Series => {
      const tone = tones[i];
      return tone
        ? {points: pointsOf(group), tone, label: groupName(group.name, locale)}
        : {points: pointsOf(group), tone: "ctx", width: 1};
    }),
    {points: pointsOf(data.all), tone: "ink", width: 2, label: t("All", "全部")}
  ];
  const highest = Math.max(0, ...series.flatMap(({points}) => points.map(([, value]) => value)));
  const shown = [...groups.slice(0, tones.length), data.all];
  const name = (group: GroupMeans) => (group === data.all ? t("All", "全部") : groupName(group.name, locale));
  const rows = Array.from({length: last}, (_, i) => [
    f.count(i + 1),
    ...shown.map(({means}) => {
      const value = means[i] && meanOf(measure, means[i]);
      return value == null ? f.missing : write(value);
    })
  ]);
  const title = t("Which groups fade faster?", "哪些分组衰减更快？");
  return panel({
    span: 6,
    id: "curves",
    title: isMoney(measure) ? t("Which groups bring more?", "哪些分组带来更多？") : title,
    sub: unitOf(measure, data.period, locale),
    body: html`${linesReadout(
      {
        label: t("Curves of the groups", "分组曲线"),
        series,
        x: [1, Math.max(2, last)],
        xTicks: Array.from({length: last}, (_, i) => i + 1).filter((tick) => last <= 18 || tick % 3 === 1),
        xFormat: (x) => String(x),
        y: {format: isMoney(measure) ? f.axisMoney(highest) : (share) => f.share(share, 0)},
        height: 215,
        name: (x) => headPeriod(data.period, x, locale),
        value: write
      },
      locale
    )}${numbers({caption: title, columns: [t("Period", "周期"), ...shown.map(name)], rows}, locale)}`,
    note: [
      groups.length > tones.length && key("line", t("smaller groups", "较小分组"), "ctx"),
      t(
        `Groups of ${enough} customers or more. These means carry no interval, so no difference is claimed.`,
        `至少 ${enough} 位客户的分组。这些均值没有区间，因此不对差异下结论。`
      )
    ]
  });
}
