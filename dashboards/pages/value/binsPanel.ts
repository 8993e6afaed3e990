import {html, lines, numbers, panel, type Html, type Series} from "../../components/index.ts";
import type {Context} from "../../context.ts";
import {withheldParts, withheldWords} from "../../withheld.ts";
import {aheadWords} from "./aheadWords.ts";
import {modelWords} from "./modelWords.ts";
import {notTested} from "./notTested.ts";
import type {BinRow, CandidateRow, SummaryRow} from "./rows.ts";

/** The last bin holds those with so many repeat purchases or more. */
const LAST = 7;

/** Did the forecast come true: held-out purchases by earlier repeat purchases, what came, what the model and the own pace foretold. */
export function binsPanel(
  rows: readonly BinRow[],
  candidates: readonly CandidateRow[],
  summary: SummaryRow,
  c: Context
): Html {
  const {t, f, minCell} = c;
  const title = t("Did such a forecast come true?", "这样的预测应验了吗？");
  const used = candidates.find((row) => row.is_chosen);
  const chosen = used?.model;
  const own = rows.filter((row) => row.model === chosen).toSorted((a, b) => a.repeat_days - b.repeat_days);
  if (!used || !chosen || own.length === 0) return panel({span: 6, title, body: notTested(candidates, summary, c)});
  const withheld = withheldParts(
    own.map((row) => row.customers),
    minCell
  );
  const shown = own.filter((_, i) => !withheld[i]);
  const of = (model: string, bin: BinRow) =>
    rows.find((row) => row.model === model && row.repeat_days === bin.repeat_days)?.expected_days;
  const curve = (model: string): [number, number][] =>
    shown.flatMap((row) => {
      const value = of(model, row);
      return value === undefined ? [] : [[row.repeat_days, value]];
    });
  const binName = (bin: number) => (bin === LAST ? `${LAST}+` : String(bin));
  const models = [...new Set(rows.map(({model}) => model))].toSorted((a, b) => order(a, chosen) - order(b, chosen));
  const series: Series[] = [
    {points: curve("naive"), tone: "ctx", dashed: true, label: modelWords("naive", c)},
    {points: curve(chosen), tone: "c1", width: 2, dots: true, label: modelWords(chosen, c)},
    {
      points: shown.map((row) => [row.repeat_days, row.actual_days]),
      tone: "ink",
      width: 2,
      dots: true,
      label: t("Actual", "实际")
    }
  ];
  const span = aheadWords(used.horizon_days, c);
  const customers = own.reduce((sum, row) => sum + row.customers, 0);
  return panel({
    span: 6,
    title,
    sub: t(
      `Purchases per customer in the ${span} held out, by repeat purchases before; ${f.count(customers)} customers, models fitted without that part`,
      `留出的 ${span}内人均购买次数，按此前的重复购买次数；${f.count(customers)} 位客户，拟合时未用该部分`
    ),
    body: html`${lines({
      label: t(
        `Held-out purchases by earlier repeat purchases: actual against ${modelWords(chosen, c)} and own pace`,
        `按此前重复购买次数的留出期购买：实际、${modelWords(chosen, c)} 与自身速度`
      ),
      series: series.filter(({points}) => points.length > 0),
      x: [0, LAST],
      xTicks: Array.from({length: LAST + 1}, (_, i) => i),
      xFormat: binName,
      every: 1,
      y: {format: (value) => f.number(value, value < 10 && value % 1 !== 0 ? 1 : 0)},
      height: 250
    })}${numbers(
      {
        caption: t("Held-out purchases per customer", "留出期人均购买次数"),
        columns: [
          t("Repeats before", "此前重复"),
          t("Customers", "客户"),
          t("Actual", "实际"),
          ...models.map((model) => modelWords(model, c))
        ],
        rows: own.map((row, i) =>
          withheld[i]
            ? [binName(row.repeat_days), ...Array<string>(2 + models.length).fill(f.missing)]
            : [
                binName(row.repeat_days),
                f.count(row.customers),
                f.number(row.actual_days, 2),
                ...models.map((model) => f.number(of(model, row), 2))
              ]
        )
      },
      c
    )}`,
    note: html`${t(
      "Above the actual line too much was foretold, below it too little. Own pace: purchases so far ÷ time so far × time held out.",
      "高于实际即预测过多，低于即过少。自身速度：至今购买 ÷ 至今时长 × 留出时长。"
    )}${withheld.includes(true) && ` – : ${withheldWords(minCell, c)}.`}`
  });
}

/** The chosen model first, then the other models, then the simple forecasts. */
const order = (model: string, chosen: string): number =>
  model === chosen ? 0 : ["bg_nbd", "mbg_nbd", "pareto_nbd", "naive", "base"].indexOf(model) + 1;
