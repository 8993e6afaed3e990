import {csvButton, html, panel, select, type Html} from "../../components/index.ts";
import type {Context} from "../../context.ts";
import {LONGEST, type Grouped} from "./groups.ts";
import {groupsTable} from "./groupsTable.ts";
import {dimensionName} from "./words.ts";

/** Who is served how: by channel, team, category, segment, product, priority, agent. */
export function groupPanel(groups: readonly Grouped[], c: Context): Html | false {
  const {t, f, minCell} = c;
  const [first] = groups;
  if (!first) return false;
  const isCut = groups.some(({rows}) => rows.length > LONGEST);
  return panel({
    id: "groups",
    title: t("Where is service better, where worse?", "哪里服务更好，哪里更差？"),
    sub: t("Tickets opened in the last 365 days; medians in business hours", "近 365 天新建工单；中位数以工作小时计"),
    actions: html`<span class="needs-script">
      ${select({
        name: "by",
        label: t("By", "按"),
        value: first.dimension,
        choices: groups.map(({dimension}) => ({value: dimension, name: dimensionName(dimension, c)}))
      })}
      ${csvButton(t("groups", "分组"))}
    </span>`,
    body: html`<div data-groups>${groupsTable(first, c)}</div>`,
    note: [
      t(
        "In time: against the target of the priority at the start of the clock. – : not known, or no target.",
        "及时率：按计时起点优先级的目标。“–”：未知或无目标。"
      ),
      isCut &&
        t(
          ` At most ${f.count(LONGEST)} groups are shown, all are in the CSV.`,
          ` 最多显示 ${f.count(LONGEST)} 组，全部见 CSV。`
        ),
      minCell > 1 &&
        t(
          ` Groups of fewer than ${f.count(minCell)} known customers are withheld.`,
          ` 少于 ${f.count(minCell)} 位已识别客户的组不予显示。`
        )
    ]
  });
}
