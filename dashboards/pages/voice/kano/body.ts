import {
  csvButton,
  empty,
  filterLine,
  filters,
  grid,
  html,
  oneLine,
  pageHead,
  panel,
  select,
  type Html
} from "../../../components/index.ts";
import type {Context} from "../../../context.ts";
import {backLink} from "../backLink.ts";
import {defined} from "../defined.ts";
import {featureTable} from "./featureTable.ts";
import {viewsOf} from "./features.ts";
import {finding} from "./finding.ts";
import {plot} from "./plot.ts";
import type {KanoRow} from "./rows.ts";
import {segmentTable} from "./segmentTable.ts";
import {whoseName} from "./words.ts";

/** Which features delight and which are taken for granted. */
export function body(title: string, rows: readonly KanoRow[], c: Context): string {
  const {t, f, minCell} = c;
  const views = viewsOf(rows, minCell);
  const [all] = views;
  const eyebrow = backLink(c);
  if (!all) return oneLine([pageHead({eyebrow, title, finding: nothingSaid(rows, c)}), nothing(rows, c)]);
  const segments = segmentTable(views, c);
  return oneLine([
    pageHead({eyebrow, title, finding: finding(all, c)}),
    views.length > 1 &&
      filters(
        select({
          name: "segment",
          label: t("Answers of", "作答者"),
          value: all.segment,
          choices: views.map(({segment}) => ({value: segment, name: whoseName(segment, c)}))
        })
      ),
    filterLine(),
    grid([
      panel({
        span: 5,
        id: "plot",
        title: t("What pleases, and what is missed?", "什么令人满意，缺什么会不满？"),
        sub: t(
          "Each feature by how much it pleases when there and is missed when absent, with 95% intervals",
          "每项功能具备时带来的满意与缺失时引起的不满，含 95% 区间"
        ),
        body: html`<div data-plot>${plot(all, c)}</div>`
      }),
      panel(
        {
          span: 7,
          id: "features",
          definition: defined("kano", c),
          title: t("How do answers spread?", "作答如何分布？"),
          sub: t("Share of answers by category; must-be first", "各类别作答占比；必备型在前"),
          actions: html`<span class="needs-script">${csvButton(t("features", "功能"))}</span>`,
          body: html`<div data-features>${featureTable(all, c)}</div>`,
          note: [
            t(
              "Better = (attractive + one-dimensional) ÷ all four, worse = −(one-dimensional + must-be) ÷ all four; Wilson's intervals.",
              "better =（魅力 + 期望）÷ 四类之和，worse = −（期望 + 必备）÷ 四类之和；Wilson 区间。"
            ),
            minCell > 1 &&
              t(
                ` Features with fewer than ${f.count(minCell)} answers are withheld.`,
                ` 少于 ${f.count(minCell)} 份作答的功能不予显示。`
              )
          ]
        },
        c
      ),
      segments &&
        panel({
          id: "by-segment",
          title: t("Do segments differ?", "各分群是否不同？"),
          sub: t(
            "The category that most answers of a segment fall into; bold where it clearly leads the next",
            "各分群多数作答所属的类别；明确领先者加粗"
          ),
          body: segments,
          note: t("– : too few answers.", "“–”：作答过少。")
        })
    ])
  ]);
}

const nothingSaid = (rows: readonly KanoRow[], {t}: Context): string =>
  rows.length
    ? t("Too few answers to say.", "作答过少，尚无法判断。")
    : t("No source holds answers to paired questions yet.", "尚无来源提供正反成对问题的作答。");

/** What a Kano export is, and how to add it; or that there are too few answers yet. */
function nothing(rows: readonly KanoRow[], {t, f, minCell}: Context): Html {
  if (rows.length)
    return empty({
      title: t("Too few answers", "作答过少"),
      text: t(
        `No feature has ${f.count(minCell)} answers yet; fewer are not published.`,
        `尚无功能达到 ${f.count(minCell)} 份作答，少于此数不予发布。`
      )
    });
  return empty({
    title: t("No Kano survey", "没有 Kano 问卷"),
    text: html`${t(
        "Ask two questions about each feature: how would you feel if it were there, and how if it were not (1 like, 2 expect, 3 neutral, 4 tolerate, 5 dislike). Add the answers to perennial.config.ts as kind ",
        "对每项功能提两个问题：具备时您感觉如何，不具备时又如何（1 喜欢，2 理应如此，3 无所谓，4 可以忍受，5 不喜欢）。请将作答加入 perennial.config.ts，类型为 "
      )}<code>kano_answers</code>${t(" (respondent, feature, functional, dysfunctional), then run ", "（作答者、功能、正向、反向），再运行 ")}<code
        >perennial run</code
      >${t(".", "。")}`
  });
}
