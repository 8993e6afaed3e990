import {csvButton, html, key, panel, select, type Html} from "../../components/index.ts";
import type {Context} from "../../context.ts";
import {LONGEST, type Grouped} from "./groups.ts";
import {groupsTable} from "./groupsTable.ts";
import {dimensionName} from "./words.ts";

/** Who sells how: by rep, team, source, product, type, segment, pipeline. */
export function groupPanel(groups: readonly Grouped[], c: Context): Html | false {
  const {t, f, minCell} = c;
  const [first] = groups;
  if (!first) return false;
  const isCut = groups.some(({rows}) => rows.length > LONGEST);
  return panel({
    id: "groups",
    title: t("Where do we win, and how fast?", "哪里赢得多、赢得快？"),
    sub: t(
      "Open deals now; deals that ended in the last 365 days, with 95% interval of the win rate",
      "当前未结；近 365 天结单，赢单率附 95% 区间"
    ),
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
    note: html`${key("tick", t("all opportunities", "全部商机"))}${t(
      "Pale: no clear difference from all.",
      "浅色：与全部无显著差异。"
    )}${
      isCut &&
      t(
        ` At most ${f.count(LONGEST)} groups are shown, all are in the CSV.`,
        ` 最多显示 ${f.count(LONGEST)} 组，全部见 CSV。`
      )
    }${
      minCell > 1 &&
      t(
        ` Groups with fewer than ${f.count(minCell)} deals or customers that ended are withheld.`,
        ` 结单或客户少于 ${f.count(minCell)} 的组不予显示。`
      )
    }`
  });
}
