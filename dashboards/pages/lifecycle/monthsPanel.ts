import {html, numbers, panel, stackedMonths, type Html} from "../../components/index.ts";
import type {Context} from "../../context.ts";
import {isWithheld, withheldParts, withheldWords} from "../../withheld.ts";
import {axisNames} from "../cohorts/axisNames.ts";
import type {MonthRow} from "./rows.ts";
import {buyers, originName, toneOf} from "./stageTones.ts";

/** Every n-th month is named under the axis. */
const every = 4;

interface Month {
  on: Date;
  running: boolean;
  settled: boolean;
  /** By stage; null is withheld. */
  counts: (number | null)[];
}

/** Month ends with anybody who had ordered, oldest first; one too near in size to the next would tell how few ordered first in between. */
export function monthsOf(rows: readonly MonthRow[], minCell: number): Month[] {
  const days = [...new Set(rows.map(({month_on}) => +month_on))].sort((a, b) => b - a);
  const sizeOf = (day: number) =>
    rows.reduce((sum, row) => sum + (+row.month_on === day && row.stage !== "prospect" ? row.customers : 0), 0);
  const kept: number[] = [];
  for (const day of days) {
    const next = kept[0];
    if (next === undefined || !isWithheld(sizeOf(next) - sizeOf(day), minCell)) kept.unshift(day);
  }
  return kept.flatMap((day) => {
    const of = rows.filter(({month_on}) => +month_on === day);
    const counts = buyers.map((stage) => of.find((row) => row.stage === stage)?.customers ?? 0);
    if (!counts.some(Boolean)) return [];
    const hidden = withheldParts(counts, minCell);
    const [first] = of;
    return [
      {
        on: first!.month_on,
        running: first!.is_partial,
        settled: first!.is_settled,
        counts: counts.map((n, i) => (hidden[i] ? null : n))
      }
    ];
  });
}

/** How many were in which stage at the end of every month. */
export function monthsPanel(rows: readonly MonthRow[], c: Context): Html {
  const {t, f, minCell} = c;
  const months = monthsOf(rows, minCell);
  const title = t("How did the stages grow?", "各阶段如何变化？");
  const names = axisNames(
    months.map(({on}) => on),
    every,
    c
  );
  const last = months.at(-1)!;
  const settled = months.find((month) => month.settled);
  const ends = new Set(rows.flatMap((row) => (row.customers && row.stage !== "prospect" ? [+row.month_on] : []))).size;
  const withheld = months.some(({counts}) => counts.includes(null));
  const sum = (values: readonly (number | null)[]) => values.reduce<number>((total, n) => total + (n ?? 0), 0);
  const keys = buyers.map((stage) => ({name: originName(stage, c), tone: toneOf[stage]}));
  return panel({
    span: 6,
    id: "months",
    title,
    sub: t(
      "Customers with an order by stage at each month's end, as known by then",
      "有订单的客户在各月末所处阶段，按当时所知"
    ),
    body: html`${stackedMonths({
      label: t(
        `Customers by stage at ${f.count(months.length)} month ends, the last ${f.date(last.on)}`,
        `${f.count(months.length)} 个月末的阶段人数，最近为${f.date(last.on)}`
      ),
      months: months.map(({counts, running}, i) => ({name: names[i]!, values: counts.map((n) => n ?? 0), running})),
      keys,
      every,
      y: {format: f.axis(Math.max(...months.map(({counts}) => sum(counts))))},
      height: 260
    })}${numbers(
      {
        caption: title,
        columns: [t("Month end", "月末"), ...keys.map(({name}) => name)],
        rows: months.map(({on, running, counts}) => [
          f.date(on) + (running ? t(" (so far)", "（进行中）") : ""),
          ...counts.map((n) => f.count(n))
        ])
      },
      c
    )}`,
    note: [
      last.running && t(`Pale: ${f.month(last.on)} is not over.`, `浅色：${f.month(last.on)}未结束。`),
      !last.settled
        ? t(
            " Orders reach back less than twice as far as “lost” begins: nobody could be told lost for long.",
            " 订单历史不足“流失”所需天数的两倍，流失尚难判定。"
          )
        : settled !== months[0] &&
          t(
            ` Before ${f.month(settled!.on)} the history was short: thresholds rest on short gaps.`,
            ` ${f.month(settled!.on)}之前历史较短，阈值来自偏短的间隔。`
          ),
      ends > months.length &&
        t(
          ` Left out, because fewer than ${minCell} ordered first after them: ${f.count(ends - months.length)} month ends.`,
          ` 略去 ${f.count(ends - months.length)} 个月末：其后首购者少于 ${minCell} 位。`
        ),
      withheld && ` – : ${withheldWords(minCell, c)}`
    ]
  });
}
