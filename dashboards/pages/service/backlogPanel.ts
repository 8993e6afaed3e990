import {group} from "d3";
import {empty, html, key, lines, numbers, panel, stackedAreas, type Html, type Tone} from "../../components/index.ts";
import type {Context} from "../../context.ts";
import type {BacklogGroupRow, BacklogRow} from "./rows.ts";

const tones: readonly Tone[] = ["r4", "r6", "c2", "c4"];

/** "6-14" as "6–14 days". */
const ageName = (value: string, {t}: Context): string => {
  const days = value.replace("-", "–");
  return t(`${days} days`, `${days} 天`);
};

/** How far back the course goes. */
const DAYS = 120;

const startOf = (value: string): number => parseInt(value, 10);

/** How much waits, and how long it has waited: open tickets at each day's end by age; where no age is known their number alone. */
export function backlogPanel(days: readonly BacklogRow[], groups: readonly BacklogGroupRow[], c: Context): Html {
  const {t, f} = c;
  const frame = {
    span: 8,
    id: "backlog",
    title: t("Does the backlog grow, and does it age?", "积压是否在增长、变旧？")
  } as const;
  const shown = days.toSorted((a, b) => +a.backlog_on - +b.backlog_on).slice(-DAYS);
  const byDay = group(groups, ({backlog_on: on}) => +on);
  const ages = [...new Set(groups.map(({value}) => value))].toSorted((a, b) => startOf(a) - startOf(b));
  if (shown.length > 1 && shown.every((day) => day.open_tickets === 0))
    return panel({
      ...frame,
      body: empty({
        title: t("No ticket was open", "没有未结工单"),
        text: t(
          `At the end of none of the last ${f.count(shown.length)} days a ticket was open.`,
          `近 ${f.count(shown.length)} 天每日末均无未结工单。`
        )
      })
    });
  if (shown.length < 2 || !byDay.size) return panel({...frame, body: openLine(shown, c)});
  const points = shown.map(({backlog_on: on}) =>
    ages.map((age) => byDay.get(+on)?.find(({value}) => value === age)?.open_tickets ?? 0)
  );
  const dates = shown.map(({backlog_on: on}) => on);
  const total = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);
  const last = points.at(-1)!;
  const highest = Math.max(1, ...points.map(total));
  const label = t(
    `Open tickets by age at the end of each of the last ${f.count(points.length)} days; now ${ages.map((age, i) => `${ageName(age, c)} ${f.count(last[i])}`).join(", ")}`,
    `近 ${f.count(points.length)} 天每日末按存续时长的未结工单；现为 ${ages.map((age, i) => `${ageName(age, c)} ${f.count(last[i])}`).join("，")}`
  );
  const starts = dates.flatMap((on, at) => (on.getUTCDate() === 1 ? [{at, text: f.axisMonth(on)}] : []));
  const rows = points.map((_, i) => i).filter((i) => (points.length - 1 - i) % 14 === 0);
  return panel({
    ...frame,
    sub: t(
      `Open tickets at the end of each of the last ${f.count(points.length)} days, by how long they have been open`,
      `近 ${f.count(points.length)} 天每日末的未结工单，按已存续时长`
    ),
    body: html`${stackedAreas({
      label,
      points,
      keys: ages.map((age, i) => ({name: ageName(age, c), tone: tones[Math.min(i, tones.length - 1)]!})),
      y: {format: f.axis(highest)},
      ticks: starts
    })}${numbers(
      {
        caption: t("Open tickets by age, every second week", "隔周按存续时长的未结工单"),
        columns: [t("Day", "日期"), ...ages.map((age) => ageName(age, c)), t("All", "合计")],
        rows: rows.map((i) => [f.date(dates[i]), ...points[i]!.map((n) => f.count(n)), f.count(total(points[i]!))])
      },
      c
    )}`,
    note: t(
      "Backlog = opened − solved so far. The last day is still running.",
      "积压 = 累计新建 − 累计解决。最后一天仍在进行。"
    )
  });
}

/** The number of open tickets alone. */
function openLine(shown: readonly BacklogRow[], {t, f}: Context): Html {
  if (shown.length < 2)
    return empty({
      title: t("Too short a history", "历史过短"),
      text: t("A course needs two days at least.", "至少需要两天才能画出走势。")
    });
  const highest = Math.max(1, ...shown.map((day) => day.open_tickets));
  const days = f.days(shown[0]!.old_days);
  const old = t(`over ${days}`, `超过 ${days}`);
  const draw = (of: (day: BacklogRow) => number) => shown.map((day, i): [number, number] => [i, of(day)]);
  return html`${lines({
      label: t("Open tickets day by day", "每日未结工单"),
      series: [
        {points: draw((day) => day.open_tickets), tone: "c1", width: 2, label: t("open", "未结")},
        {points: draw((day) => day.old_open_tickets), tone: "c4", label: old}
      ],
      x: [0, shown.length - 1],
      xTicks: shown.flatMap((day, i) => (day.backlog_on.getUTCDate() === 1 ? [i] : [])),
      xFormat: (i) => f.axisMonth(shown[i]!.backlog_on),
      y: {format: f.axis(highest)}
    })}
    <p class="note">${key("line", old, "c4")}</p>`;
}
