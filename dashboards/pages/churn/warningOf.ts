import type {Locale} from "../../format/locale.ts";
import type {BacktestRow} from "./rows.ts";
import {verdictOf} from "./verdict.ts";
import type {Watched} from "./watched.ts";

/** What a reader of the list must know before its first row; nothing where it has stood its test. */
export function warningOf(
  list: readonly Watched[],
  backtest: readonly BacktestRow[],
  horizon: string,
  {t}: Locale
): string | undefined {
  if (!list.length) return undefined;
  if (!list[0]!.risk)
    return t(
      `No month end is ${horizon} old yet, so nobody knows how many of such customers leave. Until then the list ranks by silence and claims no risk.`,
      `尚无满 ${horizon}的月末，无从得知此类客户的流失比例。在此之前，名单只按沉默排列，不给出风险。`
    );
  const verdict = verdictOf(backtest);
  if (!verdict)
    return t(
      "The risks are not tested yet: no snapshot has rates older than itself. Read them as shares of the past.",
      "风险尚未经过检验：没有早于快照的流失率。请仅视为历史比例。"
    );
  if (verdict.ranksBetter) return undefined;
  return t(
    "In its test, the risk did not tell who leaves better than days of silence alone. What the list adds is the order by money at stake; see “Can we trust this list?”.",
    "检验表明，在判断谁会流失上，该风险并不优于只看沉默天数；名单的价值在于按金额排序。详见“这份名单可信吗？”。"
  );
}
