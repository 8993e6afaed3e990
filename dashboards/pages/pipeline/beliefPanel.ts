import {html, key, linesReadout, numbers, panel, tooFew, type Html} from "../../components/index.ts";
import type {Context} from "../../context.ts";
import type {ForecastRow} from "./rows.ts";

/** What was expected at past days of the three months to come, and what came. */
export function beliefPanel(rows: readonly ForecastRow[], c: Context): Html {
  const {t, f} = c;
  const frame = {
    span: 6,
    id: "belief",
    title: t("What did we believe, and what came?", "当时怎么预期，实际如何？")
  } as const;
  const known = rows
    .filter((row) => row.is_over && row.expected_value !== null)
    .toSorted((a, b) => +a.as_of_month - +b.as_of_month)
    .slice(-24);
  if (known.length < 2)
    return panel({
      ...frame,
      body: tooFew({
        title: t("No past forecast can be checked yet", "尚无可检验的既往预测"),
        text: t(
          "A forecast needs three months to come true, and an earlier outcome to learn from.",
          "预测需三个月方见分晓，并需更早的结果可供学习。"
        )
      })
    });
  const points = (value: (row: ForecastRow) => number | string | null) =>
    known.flatMap((row, i) => (value(row) === null ? [] : [[i, Number(value(row))] as const]));
  const banded = known.flatMap(({low, high}, i) => (low === null || high === null ? [] : [[i, low, high] as const]));
  const top = Math.max(...known.map((row) => Math.max(Number(row.came_value), row.high ?? 0)));
  return panel({
    ...frame,
    sub: t(
      `On the same day of each month as today: expected to the end of the second month after it, and what was won`,
      `每月同一日：至其后第二个月末的预期与实际赢单金额`
    ),
    body: html`${linesReadout(
      {
        label: t("Expected and won by the day of the forecast", "按预测日的预期与实际"),
        series: [
          {points: points((row) => row.naive_value), tone: "ctx", width: 1, label: t("as before", "照旧")},
          {
            points: points((row) => row.expected_value),
            tone: "c2",
            width: 2,
            dashed: true,
            band: banded,
            label: t("expected", "预期")
          },
          {points: points((row) => row.came_value), tone: "c1", width: 2, dots: true, label: t("came", "实际")}
        ],
        x: [0, known.length - 1],
        xTicks: known.map((_, i) => i).filter((i) => i % Math.ceil(known.length / 8) === 0),
        xFormat: (i) => f.axisMonth(known[i]!.as_of_month),
        every: 2,
        y: {format: f.axisMoney(top)},
        name: (i) => f.date(known[i]!.believed_on),
        value: (y) => f.money(y)
      },
      c
    )}${numbers(
      {
        caption: t("What was believed and what came", "预期与实际"),
        columns: [
          t("On", "预测日"),
          t("Open", "未结"),
          t("Wins expected of them", "其预期赢单"),
          t("won", "实际赢单"),
          t("Expected", "预期"),
          t("95% interval", "95% 区间"),
          t("As before", "照旧"),
          t("Came", "实际")
        ],
        rows: known.map((row) => [
          f.date(row.believed_on),
          f.count(row.open_opportunities),
          f.number(row.expected_open_won, 1),
          f.count(row.came_open_won),
          f.money(row.expected_value),
          row.low === null ? f.missing : f.moneyRange(row.low, row.high),
          f.money(row.naive_value),
          f.money(row.came_value)
        ])
      },
      c
    )}`,
    note: html`${key("dashed", t("expected, band: its 95% interval", "预期，带状为 95% 区间"), "c2")}${key(
      "dot",
      t("came", "实际"),
      "c1"
    )}${key("line", t("as the three months before", "与此前三个月相同"), "ctx")}`
  });
}
