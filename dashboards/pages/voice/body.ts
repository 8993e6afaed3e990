import {empty, grid, html, oneLine, pageHead, type Html} from "../../components/index.ts";
import type {Context} from "../../context.ts";
import {driverPanel} from "./driverPanel.ts";
import {finding} from "./finding.ts";
import {groupPanel} from "./groupPanel.ts";
import {kpiStrip} from "./kpiStrip.ts";
import type {LoopSummary} from "./loop/rows.ts";
import {readingPanel} from "./readingPanel.ts";
import {responsePanel} from "./responsePanel.ts";
import {roundsOf} from "./rounds.ts";
import type {
  BiasRow,
  DriverRow,
  ExampleRow,
  LanguageRow,
  ResponseRow,
  ScoreRow,
  SentimentRow,
  ThemeMonthRow,
  ThemeRow,
  ThemeTierRow,
  VerbatimRow,
  WeightedRow
} from "./rows.ts";
import {saidOf} from "./said.ts";
import {saidPanel} from "./saidPanel.ts";
import {scoreGroupsOf} from "./scoreGroups.ts";
import {scorePanel} from "./scorePanel.ts";
import {sentimentPanel} from "./sentimentPanel.ts";
import {themeChoices} from "./themeChoices.ts";
import {themeMonthPanel} from "./themeMonths.ts";
import {newPanel} from "./newPanel.ts";
import {themeLabel} from "./themes.ts";
import {themePanel} from "./themePanel.ts";
import {themeTierPanel} from "./themeTiers.ts";

/** What the page is made of. */
export interface VoiceData {
  scores: readonly ScoreRow[];
  responses: readonly ResponseRow[];
  bias: readonly BiasRow[];
  weighted: WeightedRow | undefined;
  drivers: readonly DriverRow[];
  themes: readonly ThemeRow[];
  themeMonths: readonly ThemeMonthRow[];
  themeTiers: readonly ThemeTierRow[];
  verbatims: readonly VerbatimRow[];
  sentiment: readonly SentimentRow[];
  loop: LoopSummary | undefined;
  hasKano: boolean;
  examples: readonly ExampleRow[];
  languages: readonly LanguageRow[];
}

/** The page from top to bottom. */
export function body(title: string, data: VoiceData, c: Context): string {
  const {scores, themes, verbatims} = data;
  const texts = data.languages.reduce((sum, row) => sum + row.verbatims, 0);
  if (!scores.length && !texts) return oneLine(nothing(title, c));
  const rounds = roundsOf(scores);
  const said = verbatims.map(saidOf);
  const labels = Object.fromEntries(themes.map((row) => [row.theme, themeLabel(row, c)]));
  return oneLine([
    pageHead({title, finding: finding(rounds, data.drivers, labels, c)}),
    further(data.hasKano, c),
    kpiStrip({...data, rounds}, c),
    grid([
      rounds && scorePanel(rounds, c),
      driverPanel(data.drivers, {hasNps: scores.some(({instrument}) => instrument === "nps"), labels}, c),
      responsePanel(data.responses, data.bias, data.weighted, c),
      groupPanel(scoreGroupsOf(scores, c.minCell), c),
      themePanel(themes, texts, c),
      themeMonthPanel(themes, data.themeMonths, c),
      themeTierPanel(themes, data.themeTiers, c),
      newPanel(themes, data.examples, c),
      saidPanel({list: said, ...themeChoices(themes, said, c), hasTexts: texts > 0}, c),
      sentimentPanel(data.sentiment, data.languages, c),
      readingPanel(c)
    ])
  ]);
}

/** The ways to the pages below. */
const further = (hasKano: boolean, {t, href}: Context): Html =>
  html`<p class="sub no-print">
    <a href="${href("/voice/loop")}">${t("Closed loop: whom to come back to", "闭环：该回访谁")}</a> ·
    <a href="${href("/voice/kano")}"
      >${hasKano ? t("Kano: what delights, what is a must", "Kano：何为惊喜，何为必备") : t("Kano (no survey yet)", "Kano（尚无问卷）")}</a
    >
  </p>`;

const nothing = (title: string, {t}: Context): Html[] => [
  pageHead({title, finding: t("No source tells what customers think yet.", "尚无来源提供客户意见。")}),
  empty({
    title: t("No feedback", "没有反馈"),
    text: html`${t("Add an export of kind ", "请在 perennial.config.ts 中添加类型为 ")}<code>feedback</code>${t(
        " (who, when, score, comment) to perennial.config.ts, then run ",
        " 的导出（作答者、时间、评分、评语），再运行 "
      )}<code>perennial run</code>${t(".", "。")}`
  })
];
