import type {z} from "zod";
import * as c from "../../warehouse/columns.ts";

/** A share that may be unknown. */
export const share = (en: string, zh: string) => c.share(en, zh).nullable();

/** Columns of a promise: share kept with its interval and how many are decided, in the last 90 days and the 90 before. */
export function keptColumns<const Target extends string>(target: Target, en: string, zh: string) {
  const of = <const Which extends string>(which: Which, when: {en: string; zh: string}) =>
    ({
      [`${which}${target}_kept_share`]: share(`Of ${en} within the target, ${when.en}.`, `${zh}达成率（${when.zh}）。`),
      [`${which}${target}_kept_low`]: share("Lower end of its interval.", "区间下限。"),
      [`${which}${target}_kept_high`]: share("Upper end of its interval.", "区间上限。"),
      [`${which}${target}_kept_n`]: c.count(`Decided promises of ${en}.`, `已判定的${zh}承诺数。`)
    }) as Record<`${Which}${Target}_kept_${"share" | "low" | "high"}`, z.ZodNullable<z.ZodNumber>> &
      Record<`${Which}${Target}_kept_n`, z.ZodNumber>;
  return {
    ...of("", {en: "last 90 days", zh: "近 90 天"}),
    ...of("previous_", {en: "90 days before", zh: "此前 90 天"})
  };
}
