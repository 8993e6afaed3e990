import {facts, html, panel, table, type Content, type Html} from "../../components/index.ts";
import type {Context} from "../../context.ts";
import {aheadWords} from "./aheadWords.ts";
import {modelWords} from "./modelWords.ts";
import {parameterOrder, parameterWords} from "./parameterWords.ts";
import type {FitRow, ParameterRow, SummaryRow} from "./rows.ts";
import {reasonWords} from "./reasonWords.ts";
import {shortState} from "./shortState.ts";

/** The method card: parameters with their doubt, how the fit went, what is assumed, and when it misleads. */
export function methodPanel(
  summary: SummaryRow,
  parameters: readonly ParameterRow[],
  fits: readonly FitRow[],
  c: Context
): Html {
  const {t} = c;
  const used = [summary.model, ...(summary.clv === null ? [] : (["gamma_gamma"] as const))];
  const own = used.flatMap((model) =>
    parameterOrder.flatMap((name) =>
      parameters.filter((row) => row.span === "whole" && row.model === model && row.parameter === name)
    )
  );
  return panel({
    id: "method",
    title: t("How is it computed, and when does it mislead?", "如何计算，何时误导？"),
    body: html`<div class="grid">
      <div class="span-6">
        <h3>${t("What was learnt", "学到了什么")}</h3>
        ${facts(fitRows(summary, fits, used, c), {left: true})}
        ${
          own.length > 0 &&
          html`<h3>${t("Parameters", "参数")}</h3>
            ${parameterTable(own, c)}`
        }
      </div>
      <div class="span-6">
        <h3>${t("What it assumes, and when it misleads", "假设与误导之处")}</h3>
        ${facts(caveats(summary, c), {left: true})}
      </div>
    </div>`
  });
}

function parameterTable(rows: readonly ParameterRow[], c: Context): Html {
  const {t, f} = c;
  return table({
    id: "parameters",
    caption: t("Parameters with their standard errors", "参数及其标准误"),
    columns: [
      t("Parameter", "参数"),
      {head: t("Value", "取值"), right: true},
      {head: t("Standard error", "标准误"), right: true},
      {head: t("95% interval", "95% 区间"), right: true}
    ],
    rows: rows.map((row) => [
      html`${modelWords(row.model, c)} <i>${parameterWords(row.parameter, c)}</i>`,
      f.number(row.value, 3),
      f.number(row.standard_error, 3),
      f.range(row.low, row.high, 3)
    ])
  });
}

function fitRows(
  summary: SummaryRow,
  fits: readonly FitRow[],
  used: readonly (string | null)[],
  c: Context
): [string, Content][] {
  const {t, f} = c;
  const ahead = aheadWords(summary.horizon_days, c);
  return [
    [
      t("Horizon and discount", "期限与折现"),
      t(
        `${ahead} from as of; money to come is discounted by ${f.share(summary.discount_rate)} a year. Both are set in perennial.config.ts (value).`,
        `自截止日起 ${ahead}；未来的钱按每年 ${f.share(summary.discount_rate)} 折现。二者在 perennial.config.ts 的 value 中设定。`
      )
    ],
    ...used
      .flatMap((model) => fits.filter((row) => row.span === "whole" && row.model === model))
      .map((row): [string, Content] => [modelWords(row.model, c), fitWords(row, c)])
  ];
}

/** How a fit went: likelihood, customers, steps; or what stands in for it. */
function fitWords(row: FitRow, c: Context): string {
  const {t, f} = c;
  const why = reasonWords(row.reason, c);
  const because = why === null ? "" : t(` (${why})`, `（${why}）`);
  if (row.log_likelihood === null)
    return row.model === "gamma_gamma" && row.state === "fallback"
      ? t(`not used${because}: every purchase is valued at the mean of all`, `未使用${because}：每次购买按全体平均计`)
      : `${shortState(row.state, c)}${because}`;
  return t(
    `log-likelihood ${f.number(row.log_likelihood, 1)} over ${f.count(row.customers)} customers in ${f.count(row.groups)} kinds of history; ${shortState(row.state, c)} after ${f.count(row.iterations)} steps, gradient ${small(row.gradient_norm)}${because}`,
    `对数似然 ${f.number(row.log_likelihood, 1)}，${f.count(row.customers)} 位客户共 ${f.count(row.groups)} 种购买史；${f.count(row.iterations)} 步后${shortState(row.state, c)}，梯度 ${small(row.gradient_norm)}${because}`
  );
}

/** A gradient that is nearly nothing, with its power of ten. */
const small = (value: number | null): string =>
  value === null ? "–" : value === 0 ? "0" : value.toExponential(0).replace("-", "−");

function caveats(summary: SummaryRow, {t, f}: Context): [string, string][] {
  const once = f.share(summary.customers > 0 ? summary.one_time_customers / summary.customers : null, 0);
  return [
    [
      t("Assumes", "假设"),
      t(
        "everybody buys at a steady rate of their own until they stop for good, without season, trend or campaign; what a purchase brings does not depend on how often.",
        "每位客户以自身稳定的速率购买，直至永久停止；无季节、趋势与活动影响；每次金额与频率无关。"
      )
    ],
    [
      t("One-time buyers", "一次性买家"),
      t(
        `${once} bought on one day alone. Of them the model knows nothing but how long ago that was: all who came on one day get one forecast.`,
        `${once} 只在一个日子购买过。模型只知道距今多久：同一天到来者得到同一预测。`
      )
    ],
    [
      t("Contracts", "合约客户"),
      t(
        "who pays by subscription leaves on a known day; for them use survival, not this page.",
        "订阅付费者的离开日是已知的；请用生存分析，而非本页。"
      )
    ],
    [
      t("New ways of selling", "销售方式改变"),
      t(
        "a new channel, a price change or a migration breaks the steady rate: the weekly curve above shows it as a gap that stays.",
        "新渠道、调价或系统迁移会打破稳定速率：上方周曲线会出现持续的缺口。"
      )
    ],
    [
      t("Interval", "区间"),
      summary.coming_days_low === null
        ? t(
            "95%, from the doubt of the parameters alone: not whether the model is right, nor how customers vary by chance.",
            "95%，仅来自参数的不确定性：不含模型对错，也不含客户的随机波动。"
          )
        : t(
            "95%. Of the whole base: the doubt of the parameters and the chance of what customers then do. Of a tenth or one customer: the parameters alone. Neither says whether the model is right.",
            "95%。全体：参数的不确定性加客户行为的随机波动；单个十分位或客户：仅参数。两者都不说明模型是否正确。"
          )
    ]
  ];
}
