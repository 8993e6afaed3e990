import type {Context} from "../../context.ts";
import {isWithheld} from "../../withheld.ts";
import {horizonWords} from "../churn/horizonWords.ts";
import {choiceWords, rateWords} from "./leadWords.ts";
import type {SummaryRow} from "./leadsData.ts";

/** What share of leads converts within the horizon, how many are open, and what ranks them. */
export function finding(summary: SummaryRow | undefined, c: Context): string {
  const {t, f, minCell} = c;
  if (!summary?.leads) return t("No leads are loaded.", "未载入线索。");
  const {conversion_share: share, conversion_low: low, conversion_high: high} = summary;
  const few = isWithheld(summary.closed_leads, minCell);
  const horizon = horizonWords(summary.horizon_days, c);
  const stale = summary.stale_leads;
  const open = t(
    `${f.count(summary.open_leads)} ${summary.open_leads === 1 ? "is" : "are"} open${stale > 0 ? `, ${f.count(stale)} of them older than ${horizon} and not ranked` : ""}`,
    `跟进中 ${f.count(summary.open_leads)} 条${stale > 0 ? `，其中 ${f.count(stale)} 条已超过 ${horizon}，不参与排列` : ""}`
  );
  const rate =
    share === null || low === null || high === null || few
      ? t(
          `No rate yet: too few leads are older than ${horizon}; ${open}.`,
          `尚无转换率：超过 ${horizon}的线索过少；${open}。`
        )
      : t(
          `Within ${horizon} ${rateWords(share, low, high, c)} of ${f.count(summary.closed_leads)} leads converted; ${open}.`,
          `${horizon}内 ${f.count(summary.closed_leads)} 条线索的转换率为 ${rateWords(share, low, high, c)}；${open}。`
        );
  return `${rate} ${choiceWords(summary, minCell, c)}`;
}
