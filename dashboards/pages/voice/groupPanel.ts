import {csvButton, empty, html, panel, select, type Html} from "../../components/index.ts";
import type {Context} from "../../context.ts";
import type {ScoreGroups} from "./scoreGroups.ts";
import {scoreTable} from "./scoreTable.ts";
import {groupedBy, instrumentName} from "./words.ts";

/** Who is happier: scores of every question by segment, class, channel, product, language. */
export function groupPanel(groups: readonly ScoreGroups[], c: Context): Html {
  const {t, f, minCell} = c;
  const [first] = groups;
  const title = t("Who is happier, who is not?", "谁更满意，谁不满意？");
  if (!first)
    return panel({
      span: 6,
      id: "groups",
      title,
      body: empty({
        title: t("No groups to compare", "没有可比较的组"),
        text: t("Answers of known customers are needed, in two groups at least.", "需要至少两组已识别客户的作答。")
      })
    });
  return panel({
    span: 6,
    id: "groups",
    title,
    long: true,
    sub: t(
      "Answers of the last 365 days with 95% interval; tick: all together",
      "近 365 天的作答，含 95% 区间；竖线为全部"
    ),
    actions: html`<span class="needs-script">
      ${select({
        name: "by",
        label: t("By", "按"),
        value: first.key,
        choices: groups.map(({key, instrument, dimension}) => ({
          value: key,
          name: `${instrumentName(instrument, c)}${t(", ", "，")}${groupedBy(dimension, c).toLowerCase()}`
        }))
      })}
      ${csvButton(t("scores", "得分"))}
    </span>`,
    body: html`<div data-scores>${scoreTable(first, c)}</div>`,
    note:
      minCell > 1 &&
      t(
        `Groups of fewer than ${f.count(minCell)} answers are withheld.`,
        `少于 ${f.count(minCell)} 份作答的组不予显示。`
      )
  });
}
