import {banner, empty, grid, html, oneLine, pageHead, type Html} from "../../../components/index.ts";
import type {Context} from "../../../context.ts";
import {backLink} from "../backLink.ts";
import {caseOf} from "./cases.ts";
import {finding} from "./finding.ts";
import {kpiStrip} from "./kpiStrip.ts";
import {listPanel} from "./listPanel.ts";
import {loopEffect} from "./loopEffect.ts";
import {monthPanel} from "./monthPanel.ts";
import type {CaseRow, LoopEffectRow, LoopMonthRow, LoopSummary} from "./rows.ts";

/** What the page is made of. */
export interface LoopData {
  summary: LoopSummary | undefined;
  months: readonly LoopMonthRow[];
  effects: readonly LoopEffectRow[];
  cases: readonly CaseRow[];
  /** Names of themes. */
  labels: Readonly<Record<string, string>>;
}

/** The page from top to bottom. */
export function body(title: string, {summary, months, effects, cases, labels}: LoopData, c: Context): string {
  const eyebrow = backLink(c);
  if (!summary || summary.cases === 0)
    return oneLine([
      pageHead({eyebrow, title, finding: c.t("Nobody is known to be unhappy yet.", "尚无已知的不满客户。")}),
      nothing(summary, c)
    ]);
  return oneLine([
    pageHead({eyebrow, title, finding: finding(summary, c)}),
    !summary.has_activities && noContacts(c),
    kpiStrip(summary, c),
    grid([
      listPanel(
        {
          list: cases.map(caseOf),
          all: summary.cases,
          unidentified: summary.unidentified,
          labels,
          hasContacts: summary.has_activities
        },
        c
      )
    ]),
    grid([monthPanel(months, summary, c), loopEffect(effects, summary.promise_days, c)])
  ]);
}

const noContacts = ({t}: Context) =>
  banner(
    html`${t(
      "No call, e-mail, meeting or reply to a ticket is on record, so nobody can say who was followed up: add an export of kind ",
      "没有电话、邮件、会面或工单回复的记录，无法得知谁已回访：请添加类型为 "
    )}<code>activities</code>${t(" or ", " 或 ")}<code>tickets</code>${t(".", " 的导出。")}`
  );

function nothing(summary: LoopSummary | undefined, {t, f}: Context): Html {
  if (summary && summary.unidentified > 0)
    return empty({
      title: t("Nobody can be come back to", "无从回访"),
      text: t(
        `${f.count(summary.unidentified)} unfavourable answers and complaints carry no key, e-mail or phone that leads to a customer.`,
        `${f.count(summary.unidentified)} 份差评与投诉没有可指向客户的编号、邮箱或电话。`
      )
    });
  return empty({
    title: t("No detractors, low ratings or complaints", "没有贬损者、低分或投诉"),
    text: html`${t("Add an export of kind ", "请在 perennial.config.ts 中添加类型为 ")}<code>feedback</code>${t(" or ", " 或 ")}<code>tickets</code>${t(
        " to perennial.config.ts, then run ",
        " 的导出，再运行 "
      )}<code>perennial run</code>${t(".", "。")}`
  });
}
