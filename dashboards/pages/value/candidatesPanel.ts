import {html, panel, table, type Content, type Html} from "../../components/index.ts";
import type {Context} from "../../context.ts";
import {aheadWords} from "./aheadWords.ts";
import {atStart} from "./atStart.ts";
import {defined} from "./defined.ts";
import {holdOutOf} from "./holdOut.ts";
import {comparedWords} from "./holdOutWords.ts";
import {modelWords} from "./modelWords.ts";
import {notTested} from "./notTested.ts";
import type {CandidateRow, SummaryRow} from "./rows.ts";
import {shortState} from "./shortState.ts";

/** Which model was chosen and by how much it won on the part held out, with the simple forecasts beside it. */
export function candidatesPanel(rows: readonly CandidateRow[], summary: SummaryRow, c: Context): Html {
  const {t, f} = c;
  const title = t("Why this model?", "为何选此模型？");
  const tested = rows.filter((row) => row.expected_days !== null);
  if (tested.length === 0) return panel({span: 6, title, body: notTested(rows, summary, c)});
  const verdict = holdOutOf(rows);
  const ordered = rows.toSorted((a, b) => (a.rank ?? Infinity) - (b.rank ?? Infinity));
  const line = (row: CandidateRow): Content[] => {
    const name = modelWords(row.model, c);
    const label = row.is_chosen ? html`<b>${name}</b> <span class="muted">${t("chosen", "选用")}</span>` : name;
    if (row.expected_days === null)
      return [
        html`${label} <span class="muted">${shortState(row.state, c)}</span>`,
        ...Array<string>(4).fill(f.missing)
      ];
    return [
      label,
      f.number(row.deviance, 3),
      f.number(row.mean_absolute_error, 3),
      f.number(row.correlation, 2),
      html`${f.count(row.expected_days)}${
        row.actual_days && html` <span class="muted nowrap">${f.change(row.expected_days / row.actual_days - 1)}</span>`
      }`
    ];
  };
  const first = tested[0]!;
  const span = aheadWords(first.horizon_days, c);
  const said = verdict && comparedWords(verdict, c);
  return panel(
    {
      span: 6,
      title,
      definition: defined("deviance", c),
      sub: t(
        `Purchases of ${f.count(first.customers)} customers in the ${span} held out: ${f.count(first.actual_days)} came`,
        `${f.count(first.customers)} 位客户在留出的 ${span}内的购买：实际 ${f.count(first.actual_days)} 次`
      ),
      body: table({
        id: "candidates",
        caption: t("Forecasts of the part held out, best first", "对留出部分的预测，由优到劣"),
        columns: [
          t("Forecast", "预测"),
          {head: t("Deviance", "偏差"), right: true, sort: "ascending"},
          {head: t("Mean error", "平均误差"), right: true},
          {head: t("Correlation", "相关"), right: true},
          {head: t("Foretold", "预测数"), right: true}
        ],
        rows: ordered.map(line)
      }),
      note: html`${said && atStart(said) + t(". ", "。")}${t(
        "Deviance and mean error are per customer, smaller is better. Own pace: purchases so far ÷ time so far; mean of all: the same for everybody; a forecast of none counts as 0.001. A customer’s single forecast is far less sure than the sum.",
        "偏差与平均误差按人均，越小越好。自身速度：至今购买 ÷ 至今时长；全体平均：人人相同；预测为零按 0.001 计。单个客户的预测远不如总数可靠。"
      )}`
    },
    c
  );
}
