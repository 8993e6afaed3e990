import {group, sum} from "d3";
import {numbers, panel, stackedMonths, tooFew, html, type Html} from "../../components/index.ts";
import type {Tone} from "../../components/tone.ts";
import type {Context} from "../../context.ts";
import type {PastRow} from "./rows.ts";
import {stageName} from "./words.ts";

const tones: readonly Tone[] = ["r4", "r5", "r6", "r7", "c2", "c3", "c7"];

/** The open pipeline by stage as it stood on past days. */
export function pastPanel(rows: readonly PastRow[], c: Context): Html {
  const {t, f} = c;
  const frame = {span: 6, id: "past", title: t("What was in the pipeline then?", "当时管道里有什么？")} as const;
  const days = [...new Set(rows.map(({believed_on: on}) => +on))].toSorted((a, b) => a - b).slice(-18);
  if (days.length < 2)
    return panel({
      ...frame,
      body: tooFew({
        title: t("No past day to look at", "没有可回看的日期"),
        text: t("The first opportunity is younger than a month.", "最早的商机不足一个月。")
      })
    });
  const stages = stagesOf(rows);
  const byDay = group(rows, (row) => +row.believed_on);
  const months = days.map((day, i) => {
    const own = byDay.get(day) ?? [];
    return {
      day: new Date(day),
      count: sum(own, (row) => row.open_opportunities),
      name: f.axisMonth(new Date(day)),
      values: stages.map((stage) =>
        sum(own, (row) => (foldOf(row.stage, stages) === stage ? Number(row.open_value) : 0))
      ),
      running: i === days.length - 1
    };
  });
  const top = Math.max(...months.map(({values}) => sum(values)));
  const name = (stage: string) => (stage === "others" ? t("other stages", "其他阶段") : stageName(stage, c));
  return panel({
    ...frame,
    sub: t(
      "What open deals might bring, by the stage they were in, on the same day of each month; the last is today",
      "每月同一日未结商机可能带来的金额，按当时阶段；最后一列为今日"
    ),
    body: html`${stackedMonths({
      label: t("Open pipeline by stage over months", "各月未结管道（按阶段）"),
      months,
      keys: stages.map((stage, i) => ({
        name: name(stage),
        tone: stage === "unknown" ? "c7" : tones[i % tones.length]!
      })),
      y: {format: f.axisMoney(top)},
      every: 3
    })}${numbers(
      {
        caption: t("Open pipeline by stage", "各阶段未结管道"),
        columns: [t("On", "日期"), t("Deals", "商机"), ...stages.map(name)],
        rows: months.map((row) => [f.date(row.day), f.count(row.count), ...row.values.map((value) => f.money(value))])
      },
      c
    )}`,
    note: stages.includes("unknown")
      ? t("Without a history of stages nobody knows where a deal stood.", "没有阶段历史则无从得知当时所处阶段。")
      : undefined
  });
}

/** Stages in their order, the first of the pipeline at the bottom; beyond seven the smallest are one. */
function stagesOf(rows: readonly PastRow[]): string[] {
  const place = new Map<string, number>();
  for (const row of rows)
    place.set(row.stage, Math.min(place.get(row.stage) ?? 1e6, row.stage === "unknown" ? 1e6 : (row.place ?? 1e5)));
  const all = [...place].toSorted((a, b) => a[1] - b[1] || (a[0] < b[0] ? -1 : 1)).map(([stage]) => stage);
  return all.length <= 6 ? all : [...all.slice(0, 5), "others"];
}

const foldOf = (stage: string, stages: readonly string[]): string => (stages.includes(stage) ? stage : "others");
