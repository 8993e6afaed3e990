import {rollups, sum} from "d3";
import type {Context} from "../../context.ts";
import {html, panel, table, type Html} from "../../components/index.ts";
import type {LoadRow, SetAsideRow} from "./rows.ts";
import {shareOf} from "./shareOf.ts";

/** What named rules keep out, by source and rule; rules that took no row are counted. */
export function setAside(rows: readonly SetAsideRow[], loads: readonly LoadRow[], c: Context): Html {
  const {t, f} = c;
  const sourceOf = new Map(loads.map((load) => [load.load_id, load.source]));
  const readOf = (source: string) => sum(loads, (load) => (load.source === source ? load.rows_read : 0));
  const rules = rollups(
    rows,
    (group) => sum(group, (row) => row.rows),
    ({load_id}) => sourceOf.get(load_id) ?? load_id,
    ({rule}) => rule
  )
    .flatMap(([source, byRule]) => byRule.map(([rule, count]) => ({source, rule, count})))
    .sort((a, b) => b.count - a.count);
  const taking = rules.filter(({count}) => count > 0);
  const idle = rules.length - taking.length;
  return panel({
    id: "set-aside",
    title: t("What is kept out on purpose?", "哪些行被有意排除？"),
    sub: t(
      "Rows that rules of the configuration set aside: counted, kept, no error",
      "按配置规则搁置的行：计数、保留，不算错误"
    ),
    body: taking.length
      ? table({
          caption: t("Rows set aside, by rule", "按规则搁置的行"),
          columns: [
            t("Rule and source", "规则与来源"),
            {head: t("Rows", "行数"), right: true},
            {head: t("Of the source", "占该来源"), right: true}
          ],
          rows: taking.map(({source, rule, count}) => [
            html`${rule}<br /><span class="muted">${source}</span>`,
            f.count(count),
            shareOf(count, readOf(source), f)
          ])
        })
      : html`<p>${t("No rule keeps rows out.", "没有排除任何行的规则。")}</p>`,
    note:
      idle > 0 &&
      t(
        `${f.count(idle)} ${taking.length ? "further " : ""}${idle === 1 ? "rule" : "rules"} took no row.`,
        `${taking.length ? "另有 " : ""}${f.count(idle)} 条规则未搁置任何行。`
      ),
    span: 4
  });
}
