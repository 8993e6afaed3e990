import {sum} from "d3";
import type {Context} from "../../context.ts";
import {html, panel, table, type Html} from "../../components/index.ts";
import {pathText} from "./pathText.ts";
import {reasonWords} from "./reasonWords.ts";
import type {LoadRow, RejectRow} from "./rows.ts";

const MOST = 40;

/** Which rows were rejected, and why: source, column, reason, how many, where the first stands. Never the values. */
export function rejects(rows: readonly RejectRow[], loads: readonly LoadRow[], c: Context): Html {
  const {t, f} = c;
  const known = new Map(loads.map((load) => [load.load_id, load]));
  const sorted = [...rows].sort((a, b) => b.rows - a.rows || (fileOf(a) < fileOf(b) ? -1 : 1));
  const rejected = sum(loads, (load) => load.rows_rejected);
  const shown = sorted.slice(0, MOST);
  const rest = sorted.slice(MOST);
  const body = shown.length
    ? table({
        caption: t("Reasons for rejection", "拒绝原因"),
        columns: [
          t("Source", "来源"),
          t("Column", "列"),
          {head: t("Why the value was refused", "拒绝原因"), width: "34%"},
          {head: t("Rows", "行数"), right: true},
          {head: t("First line", "首个行号"), right: true},
          t("File", "文件")
        ],
        rows: shown.map((row) => [
          known.get(row.load_id)?.source ?? f.missing,
          row.column_name === "whole row" ? t("whole row", "整行") : row.column_name,
          reasonWords(row.reason, c),
          f.count(row.rows),
          f.count(row.first_line),
          pathText(fileOf(row))
        ])
      })
    : html`<p>${t("Every row kept its contract.", "所有行均符合合约。")}</p>`;
  return panel({
    id: "rejects",
    title: t("Which rows were refused, and why?", "哪些行被拒绝，为什么？"),
    sub: t(
      `${f.count(rejected)} rejected rows by source, column and reason`,
      `${f.count(rejected)} 行被拒绝，按来源、列与原因`
    ),
    body,
    note:
      rows.length > 0 &&
      t(
        `A row that breaks its contract twice stands twice here. Values and records stay in the warehouse, in the table ledger.rejects.${rest.length ? ` ${f.count(rest.length)} further reasons (${f.count(sum(rest, (row) => row.rows))} rows) are there too.` : ""}`,
        `一行若违反多条规则，会出现多次。具体取值与原始记录仅保存在仓库的 ledger.rejects 表中。${rest.length ? `另有 ${f.count(rest.length)} 条原因（${f.count(sum(rest, (row) => row.rows))} 行）也在该表中。` : ""}`
      ),
    long: true
  });

  function fileOf({load_id}: RejectRow): string {
    return known.get(load_id)?.file ?? load_id;
  }
}
