import {html, numbers, panel, sparkline, table, tooFew, type Html} from "../../components/index.ts";
import type {Context} from "../../context.ts";
import {withheldWords} from "../../withheld.ts";
import {segmentName} from "../customers/words.ts";
import type {Day} from "./sizes.ts";

/** How each segment grew or shrank over the month ends whose window was full. */
export function historyPanel(all: readonly Day[], c: Context): Html {
  const {t, f, minCell} = c;
  const title = t("Which segments grow, which shrink?", "哪些分群在扩大，哪些在缩小？");
  const days = all.filter(({isWindowFull}) => isWindowFull).toReversed();
  if (days.length < 3)
    return panel({
      span: 6,
      title,
      body: tooFew({
        title: t("No course yet", "尚无走势"),
        text: t(
          `Three month ends with a whole window of orders behind them are needed; there ${days.length === 1 ? "is" : "are"} ${days.length}.`,
          `需要三个评分窗口完整的月末；目前有 ${days.length} 个。`
        )
      })
    });
  const [first, last] = [days[0]!, days.at(-1)!];
  const names = last.sizes.map(({segment}) => segment);
  const course = (i: number) => days.map(({sizes}) => sizes[i]!.customers);
  const hasGap = days.some(({sizes}) => sizes.some(({customers}) => customers === null));
  return panel({
    id: "history",
    span: 6,
    title,
    sub: t(
      `Customers at the end of each month from ${f.month(first.on)}, each scored with what was known then; every line on its own scale`,
      `自 ${f.month(first.on)} 起各月末客户数，均按当时已知数据评分；各线自有刻度`
    ),
    body: html`${table({
      caption: title,
      columns: [
        t("Segment", "分群"),
        {head: f.date(first.on), right: true},
        {head: t("Course", "走势"), width: "44%"},
        {head: f.date(last.on), right: true}
      ],
      rows: names.map((name, i) => [
        segmentName(name, t),
        f.count(first.sizes[i]!.customers),
        sparkline({values: course(i).filter((n) => n !== null), running: isRunning(last.on)}),
        f.count(last.sizes[i]!.customers)
      ])
    })}${numbers(
      {
        caption: t("Customers by segment and month end", "各月末各分群客户数"),
        columns: [t("Day", "日期"), ...names.map((name) => segmentName(name, t))],
        rows: days
          .filter(({monthsBefore}) => monthsBefore % 3 === 0)
          .map(({on, sizes}) => [f.date(on), ...sizes.map(({customers}) => f.count(customers))])
      },
      c
    )}`,
    note: hasGap && `– : ${withheldWords(minCell, c)}`
  });
}

/** The month of a day is not over on it. */
const isRunning = (on: Date): boolean => new Date(on.getTime() + 86_400_000).getUTCDate() !== 1;
