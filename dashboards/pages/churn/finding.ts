import {html, type Html} from "../../components/html.ts";
import type {Locale} from "../../format/locale.ts";
import {horizonWords} from "./horizonWords.ts";
import type {SummaryRow} from "./rows.ts";
import type {Watched} from "./watched.ts";

/** How many are expected to leave with what at stake, and what the calls of one day hold. */
export function finding(all: SummaryRow | undefined, list: readonly Watched[], calls: number, locale: Locale): Html {
  const {t} = locale;
  if (!all) return html`${t("No customer has ordered yet.", "尚无客户下单。")}`;
  const [claim, rest] = sentences(all, list, calls, locale);
  return html`<b>${claim}</b>${rest && t(" ", "")}${rest}`;
}

function sentences(all: SummaryRow, list: readonly Watched[], calls: number, locale: Locale): [string, string?] {
  const {t, f} = locale;
  const horizon = horizonWords(all.horizon_days, locale);
  if (!list.length && all.closed_snapshots)
    return [t("Nobody who bought in the last 365 days puts revenue at risk.", "近 365 天的买家均无风险价值。")];
  if (!list[0]?.risk)
    return [
      t(`No risk can be told yet: no month end is ${horizon} old.`, `暂时无法判断风险：尚无满 ${horizon}的月末。`),
      t("The list stands by silence measured in each customer’s own rhythm.", "名单按沉默天数与客户自身节奏之比排列。")
    ];
  const first = list.slice(0, calls);
  const value = first.reduce((sum, {risk}) => sum + risk!.value, 0);
  const late = first.filter(({ratio}) => ratio > 1).length;
  const part = f.share(value / all.value_at_risk, 0);
  const [n, leavers, buyers] = [first.length, Math.round(all.expected_leavers), all.buyers].map((count) =>
    f.count(count)
  );
  const atRisk = f.money(all.value_at_risk);
  return [
    t(
      `About ${leavers} of the ${buyers} customers who bought in the last 365 days are expected not to order again within ${horizon}: ${atRisk} at risk.`,
      `近 365 天的 ${buyers} 位买家中，预计约 ${leavers} 位在 ${horizon}内不再下单，风险价值 ${atRisk}。`
    ),
    t(
      `The first ${n} on the list hold ${f.money(value)} of it (${part}); ${late} of them ${late === 1 ? "is" : "are"} silent beyond the usual rhythm.`,
      `名单前 ${n} 位占 ${f.money(value)}（${part}），其中 ${late} 位的沉默已超过常规节奏。`
    )
  ];
}
