import {html, type Html} from "../../components/html.ts";
import type {Context} from "../../context.ts";
import {isWithheld} from "../../withheld.ts";
import {aheadWords} from "./aheadWords.ts";
import {atStart} from "./atStart.ts";
import {comingDays, comingMoney} from "./comingRange.ts";
import {holdOutOf, type HoldOut} from "./holdOut.ts";
import {comparedWords} from "./holdOutWords.ts";
import type {CandidateRow, SummaryRow} from "./rows.ts";
import {stateWords} from "./stateWords.ts";

/** From this share of one-time buyers on, what most customers will do rests on the assumptions of a model alone. */
export const MOSTLY_ONCE = 0.9;

/** What the customers are expected to spend, and whether such a forecast came true; one that erred more than a simple one says so first. */
export function finding(summary: SummaryRow | undefined, candidates: readonly CandidateRow[], c: Context): Html {
  const {t} = c;
  if (!summary || summary.customers === 0) return html`${t("No customer has ordered yet.", "尚无客户下单。")}`;
  if (summary.expected_days === null)
    return html`<b>${t("Nothing can be foretold: ", "无法预测：")}${reasonWords(summary, c)}</b>`;
  const verdict = holdOutOf(candidates);
  const compared = verdict && atStart(comparedWords(verdict, c));
  const [first, second] = verdict?.isWorse
    ? [`${compared}${t(": do not rank customers by it.", "：请勿据此给客户排序。")}`, claim(summary, c)]
    : [claim(summary, c), rest(summary, verdict, c)];
  return html`<b>${first}</b>${t(" ", "")}${second}`;
}

/** The title of a state, inside a sentence. */
function reasonWords(summary: SummaryRow, c: Context): string {
  const title = stateWords(summary, c)?.title ?? summary.state;
  return `${c.lang === "en" ? title[0]!.toLowerCase() + title.slice(1) : title}${c.t(".", "。")}`;
}

/** How much money, or where that cannot be told how many purchases, with the interval. */
function claim(summary: SummaryRow, {t, f}: Context): string {
  const ahead = aheadWords(summary.horizon_days, {f});
  const n = f.count(summary.customers);
  const isMoney = summary.clv !== null;
  const range = isMoney ? f.moneyRange(...comingMoney(summary)) : f.range(...comingDays(summary));
  const interval = range === f.missing ? "" : t(` (95% interval ${range})`, `（95% 区间 ${range}）`);
  const what = isMoney
    ? t(`spend ${f.money(summary.clv)}`, `消费 ${f.money(summary.clv)}`)
    : t(`buy ${f.count(summary.expected_days)} times`, `购买 ${f.count(summary.expected_days)} 次`);
  return t(
    `The ${n} customers are expected to ${what} in the next ${ahead}${interval}.`,
    `${n} 位客户未来 ${ahead}预计${what}${interval}。`
  );
}

/** What the top tenth hold and what the hold-out said; where nearly all bought once, that this is little to go by. */
function rest(summary: SummaryRow, verdict: HoldOut | null, c: Context): string {
  const {t, f, minCell} = c;
  const once = summary.one_time_customers / summary.customers;
  const untested = t(" and the forecast could not be tested", "，且预测未能检验");
  if (once >= MOSTLY_ONCE)
    return t(
      `${f.share(once, 0)} of them bought on one day alone${verdict ? "" : untested}, so what a single customer will do is nearly unknown: use the sum, not the ranking.`,
      `其中 ${f.share(once, 0)} 只在一个日子购买过${verdict ? "" : untested}，单个客户的走向几乎无从得知：宜用总数，不宜用排名。`
    );
  const share = f.share(summary.top_tenth_share, 0);
  const top =
    summary.top_tenth_share === null || isWithheld(Math.floor(summary.customers / 10), minCell)
      ? []
      : [t(`The top tenth hold ${share} of it`, `前十分之一占其中 ${share}`)];
  const tested = verdict ? comparedWords(verdict, c) : t("the forecast could not be tested", "预测未能检验");
  const parts = [...top, tested].join(t("; ", "；"));
  return atStart(parts) + t(".", "。");
}
