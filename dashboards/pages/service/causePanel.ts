import {csvButton, empty, html, panel, type Html} from "../../components/index.ts";
import type {Context} from "../../context.ts";
import type {Cause} from "./causes.ts";
import {SHOWN, causesTable} from "./causesTable.ts";
import {causeName} from "./words.ts";

/** What customers write about, and what lies behind each cause. */
export function causePanel(causes: readonly Cause[], c: Context): Html {
  const {t, f, minCell} = c;
  const frame = {span: 5, id: "causes", title: t("What do customers complain about?", "客户在抱怨什么？")} as const;
  const [first] = causes;
  if (!first)
    return panel({
      ...frame,
      body: empty({
        title: t("No ticket names its category", "工单没有类别"),
        text: html`${t("Map ", "请在工单导出中映射 ")}<code>category</code>${t(" (and ", "（及 ")}<code>subcategory</code>${t(
          ") in the export of tickets, then run perennial run.",
          "），再运行 perennial run。"
        )}`
      })
    });
  const few = causes.findIndex(({row}) => (row.cumulative_share ?? 0) >= 0.8) + 1;
  const tops = few > 0 && few <= 4 ? causes.slice(0, few) : causes.slice(0, 2);
  const held = tops.at(-1)!.row.cumulative_share;
  const rest = causes.length - SHOWN;
  return panel({
    ...frame,
    sub: t(
      `Tickets of the last 365 days: ${f.count(tops.length)} of ${f.count(causes.length)} causes (${tops.map(({category}) => causeName(category, c)).join(", ")}) make ${f.share(held, 0)}`,
      `近 365 天工单：${f.count(causes.length)} 类原因中 ${f.count(tops.length)} 类（${tops.map(({category}) => causeName(category, c)).join("、")}）占 ${f.share(held, 0)}`
    ),
    actions: html`<span class="needs-script">${csvButton(t("causes", "原因"))}</span>`,
    body: html`<div data-causes>${causesTable(causes, first.category, c)}</div>`,
    note: [
      t(
        "Change: share of the tickets against the 365 days before, in points, where it clears its 95% interval.",
        "变化：占比较此前 365 天的差（百分点），仅在超出 95% 区间时给出。"
      ),
      rest > 0 && t(` ${f.count(rest)} rarer causes are in the CSV.`, ` 另有 ${f.count(rest)} 类较少的原因见 CSV。`),
      minCell > 1 &&
        t(
          ` Causes of fewer than ${f.count(minCell)} customers are withheld.`,
          ` 少于 ${f.count(minCell)} 位客户的原因不予显示。`
        )
    ]
  });
}
