import {chip, html, table, type Content, type Html} from "../../components/index.ts";
import type {Context} from "../../context.ts";
import {isWithheld} from "../../withheld.ts";
import type {Evidence} from "./evidence.ts";
import {measuresOf, shownValue, type MeasureWords} from "./measures.ts";
import {methodName, methods} from "./methodWords.ts";
import type {MethodRow} from "./rows.ts";

/** Every method on every measure, the best of each in bold; what cannot be told is a dash. */
export function methodsPart({methods: rows}: Evidence, c: Context): Html {
  const {t, f} = c;
  const measures = measuresOf(c);
  const ordered = methods.flatMap((method) => rows.filter((row) => row.method === method));
  const name = (row: MethodRow) =>
    html`${methodName(row.method, c)}${row.is_used && html` ${chip(t("ranks the list", "名单所用"))}`}`;
  const cell = (row: MethodRow, measure: MeasureWords): Content => {
    const value = shownValue(row, measure, c.minCell);
    const text = measure.write(value);
    const interval = intervalOf(row, measure, c);
    return html`${value !== null && value === bestOf(ordered, measure, c.minCell) ? html`<b>${text}</b>` : text}${
      value !== null && interval && html`<span class="under">${interval}</span>`
    }`;
  };
  return html`${table({
    id: "methods",
    caption: t("Methods against each other, held out", "各方法的留出检验对比"),
    columns: [t("Held out", "留出检验"), ...measures.map(({name}) => ({head: name, right: true}))],
    rows: ordered.map((row) => [name(row), ...measures.map((measure) => cell(row, measure))])
  })}
  ${
    ordered.some(({calls, method}) => method !== "base" && isWithheld(calls, c.minCell)) &&
    html`<p class="note">
      ${t(`– : fewer than ${f.count(c.minCell)} customers`, `– ：少于 ${f.count(c.minCell)} 位客户`)}
    </p>`
  }`;
}

function bestOf(rows: readonly MethodRow[], measure: MeasureWords, minCell: number): number | null {
  const values = rows.flatMap((row) => shownValue(row, measure, minCell) ?? []);
  if (values.length < 2) return null;
  return measure.isError ? Math.min(...values) : Math.max(...values);
}

function intervalOf(row: MethodRow, {id}: MeasureWords, {f}: Context): string | null {
  const [low, high] = {
    auc: [row.auc_low, row.auc_high],
    pr_auc: [row.pr_auc_low, row.pr_auc_high],
    brier: [row.brier_low, row.brier_high],
    log_loss: [row.log_loss_low, row.log_loss_high],
    precision_at_calls: [row.precision_low, row.precision_high],
    lift_top_tenth: [null, null]
  }[id] as [number | null, number | null];
  if (low === null || high === null) return null;
  return id === "precision_at_calls" ? f.shareRange(low, high, 0) : `${f.number(low, 3)}–${f.number(high, 3)}`;
}
