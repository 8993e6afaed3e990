import type {Locale} from "../../format/locale.ts";
import {MOSTLY_ONCE} from "./finding.ts";
import {holdOutOf} from "./holdOut.ts";
import type {CandidateRow, SummaryRow} from "./rows.ts";

/** Why a list of customers by value says little here, as a sentence with its space; "" where it may be used. */
export function cautionWords(candidates: readonly CandidateRow[], summary: SummaryRow, {t, f}: Locale): string {
  const once = summary.one_time_customers / summary.customers;
  if (once >= MOSTLY_ONCE)
    return t(
      `With ${f.share(once, 0)} one-time buyers the order of this list says little. `,
      `一次性买家占 ${f.share(once, 0)}，本名单的次序意义不大。`
    );
  return holdOutOf(candidates)?.isWorse
    ? t(
        "The model erred more than a simple forecast: the order of this list is not to be relied on. ",
        "模型误差大于简单预测，本名单的次序不可依赖。"
      )
    : "";
}
