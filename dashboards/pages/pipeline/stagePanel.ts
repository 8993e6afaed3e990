import {
  empty,
  html,
  intervalTrack,
  key,
  panel,
  table,
  trackScale,
  type Content,
  type Html
} from "../../components/index.ts";
import type {Context} from "../../context.ts";
import {isWithheld} from "../../withheld.ts";
import {defined} from "./defined.ts";
import type {StageRow, Summary} from "./rows.ts";
import {stageName} from "./words.ts";

/** Stages that are shown at most. */
const MOST = 24;

/** Where deals stop: conversion and time of every stage, beside the chance that the CRM states. */
export function stagePanel(stages: readonly StageRow[], summary: Summary, c: Context): Html {
  const {t, f, minCell} = c;
  const frame = {id: "stages", title: t("Where do deals stop?", "商机止步于哪个阶段？")} as const;
  const shown = stages
    .filter((row) => row.stage !== "unknown" || row.open > 0)
    .toSorted((a, b) => (a.pipeline < b.pipeline ? -1 : a.pipeline > b.pipeline ? 1 : placeOf(a) - placeOf(b)))
    .slice(0, MOST);
  if (!shown.length)
    return panel({
      ...frame,
      body: empty({
        title: t("No stage is known", "没有阶段信息"),
        text: t("Map the column of the stage.", "请映射阶段列。")
      })
    });
  const hasPipelines = new Set(shown.map(({pipeline}) => pipeline)).size > 1;
  const name = (row: StageRow) =>
    hasPipelines && row.pipeline !== "unknown"
      ? `${row.pipeline}: ${stageName(row.stage, c)}`
      : stageName(row.stage, c);
  if (!summary.has_history)
    return panel({
      ...frame,
      sub: t("Open deals by their stage now", "当前未结商机所处阶段"),
      body: html`${table({
        caption: t("Open deals by stage", "各阶段未结商机"),
        columns: [
          t("Stage", "阶段"),
          {head: t("Open", "未结"), right: true},
          {head: t("Amount", "金额"), right: true},
          {head: t("CRM says", "系统赢率"), right: true}
        ],
        rows: shown.map((row) => [name(row), f.count(row.open), amountOf(row, c), stated(row, c)])
      })}${empty({
        title: t("No history of stages", "没有阶段历史"),
        text: html`${t(
          "Which stages closed deals went through, and for how long, nobody knows: add an export of kind ",
          "已结商机经过哪些阶段、停留多久，均无从得知：请添加类型为 "
        )}<code>opportunity_stages</code>${t(". Forecasts take all open deals alike.", " 的导出。预测对所有未结商机一视同仁。")}`
      })}`,
      note: orderWords(shown, c)
    });
  const rate = (row: StageRow, which: "conversion" | "win"): Content[] => {
    const [value, low, high] = [row[`${which}_share`], row[`${which}_low`], row[`${which}_high`]];
    const n = which === "win" ? row.won + row.lost : row.advanced + row.lost_here;
    if (value === null || low === null || high === null) return ["", f.missing];
    if (isWithheld(n, minCell)) return ["", html`<span class="muted">${t("too few", "过少")}</span>`];
    const chance = which === "win" && row.stated_percent !== null ? row.stated_percent / 100 : undefined;
    const isClear = chance === undefined || chance < low || chance > high;
    return [
      intervalTrack({value, low, high, target: chance, domain: [0, 1], tone: isClear ? "c1" : "ctx"}),
      html`<b>${f.share(value, 0)}</b> <span class="muted">${f.shareRange(low, high, 0)}</span>`
    ];
  };
  return panel(
    {
      ...frame,
      definition: defined("stage-conversion", c),
      sub: t(
        "Deals that entered a stage: how many went further, how many of them were won in the end, how long they stayed",
        "进入各阶段的商机：继续推进的比例、最终赢单的比例、停留时间"
      ),
      body: table({
        caption: t("Stages of the pipeline", "管道各阶段"),
        columns: [
          t("Stage", "阶段"),
          {head: t("Entered", "进入"), right: true},
          {head: t("Open now", "现未结"), right: true},
          {head: trackScale("0%", "100%", t("Conversion drawn", "转化率图示")), width: "13%"},
          t("Went further", "继续推进"),
          {head: trackScale("0%", "100%", t("Win rate drawn", "赢单率图示")), width: "13%"},
          t("Won in the end", "最终赢单"),
          {head: t("CRM says", "系统赢率"), right: true},
          {head: t("Days, median", "天数中位"), right: true},
          {head: t("nine of ten", "九成以内"), right: true},
          {head: t("Came back", "退回"), right: true}
        ],
        rows: shown.map((row): Content[] => [
          name(row),
          f.count(row.entered),
          f.count(row.open),
          ...rate(row, "conversion"),
          ...rate(row, "win"),
          stated(row, c),
          isWithheld(row.stays, minCell) ? f.missing : f.number(row.median_days, 1),
          isWithheld(row.stays, minCell) ? f.missing : f.number(row.p90_days, 1),
          f.count(row.came_back)
        ])
      }),
      note: html`${key("line", t("95% interval", "95% 区间"), "c1")}${key("tick", t("what the CRM says", "系统所给赢率"))}${orderWords(
        shown,
        c
      )}`
    },
    c
  );
}

const placeOf = ({place, open}: StageRow): number => place ?? 1e6 - open;
const stated = ({stated_percent: percent}: StageRow, {f}: Context): string =>
  percent === null ? f.missing : f.share(percent / 100, 0);
const amountOf = ({open_amount: amount}: StageRow, {f}: Context): string =>
  Number(amount) === 0 ? f.missing : f.moneyExact(amount);

/** What the order of the stages is taken from. */
function orderWords(rows: readonly StageRow[], {t}: Context): string {
  const from = new Set(rows.filter(({stage}) => stage !== "unknown").map((row) => row.order_from));
  return [
    from.has("history") &&
      t(
        "Order as most deals went; pipeline.stages in the configuration can fix it.",
        "顺序按多数商机的走向；可在配置 pipeline.stages 中指定。"
      ),
    from.has("chance") && t("Order by the chance that the CRM states.", "顺序按系统所给赢率。"),
    from.has("unknown") &&
      t(
        "The order of some stages is not known: say it under pipeline.stages in the configuration.",
        "部分阶段顺序未知：请在配置 pipeline.stages 中写明。"
      )
  ]
    .filter(Boolean)
    .join(t(" ", ""));
}
