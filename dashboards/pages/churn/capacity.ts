import type {Locale} from "../../format/locale.ts";
import type {Watched} from "./watched.ts";

/** The line inside the list: after how many rows it stands, and what it says. */
export interface Capacity {
  after: number;
  text: string;
}

export interface CapacityAsk {
  calls: number;
  /** In words: "13 weeks". */
  horizon: string;
  /** The list is a whole ranking by value at risk: only that can be compared with one by silence alone. */
  isCompared: boolean;
}

/** How far the team gets, how many above the line are expected to leave, and what silence alone would find. */
export function capacity(
  list: readonly Watched[],
  {calls, horizon, isCompared}: CapacityAsk,
  {t, f}: Locale
): Capacity | null {
  const above = list.slice(0, calls);
  const last = above.at(-1);
  if (!last) return null;
  const n = above.length;
  const first =
    n < calls
      ? t(
          `Your team can call ${f.count(calls)} a day: all of these.`,
          `团队每天可致电 ${f.count(calls)} 位：名单全部。`
        )
      : t(`Your team can call ${f.count(calls)} a day.`, `团队每天可致电 ${f.count(calls)} 位。`);
  const leavers = above.reduce((sum, {risk}) => sum + risk.share, 0);
  const value = above.reduce((sum, {risk}) => sum + risk.value, 0);
  const expected = t(
    ` Above this line ${f.number(leavers, 1)} of ${f.count(n)} are expected to leave within ${horizon} (the sum of their risks), ${f.money(value)} at risk`,
    `此线以上 ${f.count(n)} 位中预计 ${f.number(leavers, 1)} 位将在 ${horizon}内流失（风险之和），风险价值 ${f.money(value)}`
  );
  const silent =
    isCompared && last.silentest
      ? t(
          `; by silence alone the first ${f.count(n)} would hold ${f.number(last.silentest[0], 1)} who leave, but ${f.money(last.silentest[1])} at risk.`,
          `；若只按沉默天数，前 ${f.count(n)} 位中预计流失 ${f.number(last.silentest[0], 1)} 位，风险价值却只有 ${f.money(last.silentest[1])}。`
        )
      : t(".", "。");
  return {after: n, text: first + expected + silent};
}
