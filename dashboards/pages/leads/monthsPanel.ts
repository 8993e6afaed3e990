import {lines, numbers, panel, html, tooFew, type Html} from "../../components/index.ts";
import type {Context} from "../../context.ts";
import {horizonWords} from "../churn/horizonWords.ts";
import {periodsOf} from "./periods.ts";
import type {MonthRow, SummaryRow} from "./leadsData.ts";

/** Conversion by when leads came in; periods in which the horizon is still open are left hollow. */
export function monthsPanel(rows: readonly MonthRow[], summary: SummaryRow, c: Context): Html {
  const {t, f, minCell} = c;
  const {unit, periods} = periodsOf(rows, minCell);
  const horizon = horizonWords(summary.horizon_days, c);
  const closed = periods.filter((one) => !one.isOpen);
  const at = (i: number) => periods[i]!.from;
  const label = (i: number) =>
    unit === "month"
      ? f.axisMonth(at(i))
      : unit === "quarter"
        ? `${at(i).getUTCFullYear()} Q${Math.floor(at(i).getUTCMonth() / 3) + 1}`
        : String(at(i).getUTCFullYear());
  const point = (one: (typeof periods)[number]) => periods.indexOf(one);
  const open = periods.filter((one) => one.isOpen);
  const joined = [...closed.slice(-1), ...open];
  const name = {month: t("month", "月"), quarter: t("quarter", "季度"), year: t("year", "年")}[unit];
  return panel({
    id: "months",
    span: 6,
    title: t("Do newer leads convert as often?", "新线索的转换率有变化吗？"),
    sub: t(
      `Share converted within ${horizon}, by ${name} of arrival, with 95% interval`,
      `按创建${name}的 ${horizon}内转换率及 95% 区间`
    ),
    body:
      closed.length < 2
        ? tooFew({
            title: t("Too few leads to compare", "线索过少，无法比较"),
            text: t(`Two periods of ${minCell} leads are needed.`, `需要两个至少 ${minCell} 条线索的时段。`)
          })
        : html`${lines({
            label: t(`Conversion by ${name} of arrival`, `按创建${name}的转换率`),
            height: 230,
            x: [0, periods.length - 1],
            xTicks: periods.flatMap((_, i) => (i % Math.ceil(periods.length / 6) ? [] : [i])),
            xFormat: label,
            y: {format: (value) => f.share(value, 0)},
            series: [
              {
                points: closed.map((one) => [point(one), one.share]),
                band: closed.map((one) => [point(one), one.low, one.high]),
                tone: "c1",
                dots: true,
                label: open.length ? undefined : t("converted", "转换率")
              },
              ...(open.length
                ? [
                    {
                      points: joined.map((one): [number, number] => [point(one), one.share]),
                      tone: "c1" as const,
                      dashed: true,
                      label: t("so far", "截至目前")
                    }
                  ]
                : [])
            ]
          })}${numbers(
            {
              caption: t(`Conversion by ${name} of arrival`, `按创建${name}的转换率`),
              columns: [
                name,
                {head: t("Leads", "线索"), right: true},
                {head: t("Converted", "转换率"), right: true},
                {head: t("95% interval", "95% 区间"), right: true}
              ],
              rows: periods.map((one, i) => [
                `${label(i)}${one.isOpen ? t(" (so far)", "（截至目前）") : ""}`,
                f.count(one.leads),
                f.share(one.share),
                f.shareRange(one.low, one.high)
              ])
            },
            c
          )}`,
    note:
      open.length > 0 &&
      t(
        `Dashed: some of these leads may still convert within ${horizon}; the share can only rise.`,
        `虚线：部分线索仍可能在 ${horizon}内转换，比例只会上升。`
      )
  });
}
