import {html, type Html} from "../../components/html.ts";
import {isWithheld} from "../../withheld.ts";
import type {Context} from "../../context.ts";
import {choiceWords} from "./choiceWords.ts";
import {judged} from "./comparison.ts";
import {horizonWords} from "./horizonWords.ts";
import type {ChurnData} from "./churnData.ts";
import type {MethodRow, SummaryRow} from "./rows.ts";
import type {Watched} from "./watched.ts";

/** How many are expected to leave with what at stake, and how often such a list was right. */
export function finding(data: ChurnData, list: readonly Watched[], c: Context): Html {
  const {t} = c;
  const all = data.summary.find((row) => row.risk_band === "all");
  if (!data.state || !all || all.customers === 0) return html`${t("No customer has ordered yet.", "尚无客户下单。")}`;
  const [claim, ...rest] = sentences(data, all, list, c);
  return html`<b>${claim}</b>${rest.filter(Boolean).map((sentence) => html`${t(" ", "")}${sentence}`)}`;
}

function sentences(data: ChurnData, all: SummaryRow, list: readonly Watched[], c: Context): (string | undefined)[] {
  const {t, f} = c;
  const state = data.state!;
  if (state.uses === "nothing") return [useless(data, c), choiceWords(state, c)];
  if (!list.length)
    return [
      state.uses === "model"
        ? t("Nobody who bought in the last 365 days puts revenue at risk.", "近 365 天的买家均无风险价值。")
        : t("No buyer shows a warning sign today.", "目前没有买家出现预警。")
    ];
  const leavers = leaversWords(all, c);
  if (state.uses === "model")
    return [
      t(`${leavers.charAt(0).toUpperCase()}${leavers.slice(1)}.`, `${leavers}。`),
      precision(judged(data.methods), c)
    ];
  return [
    t(
      `${f.count(all.warned)} of ${f.count(all.customers)} customers show a warning sign today.`,
      `${f.count(all.customers)} 位客户中目前有 ${f.count(all.warned)} 位出现预警。`
    ),
    t(`Judged by what such signs foretold in the past, ${leavers}.`, `按此类预警过去的结果判断，${leavers}。`)
  ];
}

/** How many buyers are expected to leave with what at stake, and its doubt: a clause. */
function leaversWords(all: SummaryRow, c: Context): string {
  const {t, f} = c;
  const [leavers, buyers] = [Math.round(all.expected_leavers ?? 0), all.buyers].map((count) => f.count(count));
  const [horizon, value] = [horizonWords(all.horizon_days, c), f.money(all.value_at_risk)];
  const doubt =
    all.value_low === null || all.value_high === null
      ? ""
      : t(
          `, 95% interval ${f.moneyRange(all.value_low, all.value_high)}`,
          `，95% 区间 ${f.moneyRange(all.value_low, all.value_high)}`
        );
  return t(
    `about ${leavers} of the ${buyers} customers who bought in the last 365 days are expected not to order again within ${horizon}: ${value} at risk${doubt}`,
    `近 365 天的 ${buyers} 位买家中，预计约 ${leavers} 位在 ${horizon}内不再下单：风险价值 ${value}${doubt}`
  );
}

/** How many of those whom such a list put first had left, against how many of all. */
function precision(row: MethodRow | null, {t, f, minCell}: Context): string | undefined {
  if (!row || !row.customers || isWithheld(row.calls, minCell)) return undefined;
  const calls = f.count(row.calls);
  const [right, base] = [f.share(row.precision_at_calls, 0), f.share(row.churned / row.customers, 0)];
  const range = f.shareRange(row.precision_low, row.precision_high, 0);
  return t(
    `At past month ends ${right} (95% interval ${range}) of the ${calls} riskiest, whom five days of calls reach, did leave, against ${base} of all.`,
    `过去各月末，五天可致电的 ${calls} 位最高风险客户中 ${right}（95% 区间 ${range}）确实流失，全体为 ${base}。`
  );
}

/** A ranking that would be near useless is not given. */
function useless({state}: ChurnData, {t, f}: Context): string {
  const {one_time_share: once, customers, reason} = state!;
  if (reason === "no_closed_horizon") return t("No risk can be told yet.", "暂时无法判断风险。");
  if (once !== null && (reason === "one_time_only" || once >= 0.9))
    return t(
      `A ranking would be near useless: ${f.share(once)} of ${f.count(customers)} customers bought on one day alone.`,
      `排名几乎没有用处：${f.count(customers)} 位客户中 ${f.share(once)} 只在一天购买过。`
    );
  return t(
    "A ranking would be near useless: nothing known of the customers told who leaves.",
    "排名几乎没有用处：已知信息均不能判断谁会流失。"
  );
}
