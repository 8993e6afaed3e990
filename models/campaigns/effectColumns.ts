import * as c from "../../warehouse/columns.ts";
import type {Difference} from "../statistics/experiments/shares.ts";
import {isClear, type Effect} from "./effects.ts";

/** What two arms differ by, as columns. */
export const effectColumns = {
  share_difference: c
    .number("Share with an order, the first less the second; null: not told.", "下单占比之差；不作判断为空。")
    .nullable(),
  share_low: c.number("Lower end of its 95 % interval.", "95% 区间下限。").nullable(),
  share_high: c.number("Upper end.", "95% 区间上限。").nullable(),
  share_p: c.number("Chance of as much by lot alone (Pearson's χ²).", "纯属偶然的概率（皮尔逊卡方）。").nullable(),
  is_share_clear: c.flag("That interval leaves zero out.", "该区间不含零。"),
  revenue_difference: c
    .number("Net revenue per customer, the first less the second.", "每位客户净收入之差。")
    .nullable(),
  revenue_low: c.number("Lower end of its 95 % interval (Welch).", "95% 区间下限（Welch）。").nullable(),
  revenue_high: c.number("Upper end.", "95% 区间上限。").nullable(),
  revenue_p: c.number("Chance of as much by lot alone.", "纯属偶然的概率。").nullable(),
  adjusted_difference: c
    .number("The same less what spend before foretells (CUPED).", "扣除前期消费可预测部分后的差（CUPED）。")
    .nullable(),
  adjusted_low: c.number("Lower end of its 95 % interval.", "95% 区间下限。").nullable(),
  adjusted_high: c.number("Upper end.", "95% 区间上限。").nullable(),
  adjusted_p: c.number("Chance of as much by lot alone.", "纯属偶然的概率。").nullable(),
  is_revenue_clear: c.flag("That interval leaves zero out.", "该区间不含零。")
};

const cells = <Name extends "share" | "revenue" | "adjusted">(name: Name, found: Difference | null) =>
  ({
    [`${name}_difference`]: found?.difference ?? null,
    [`${name}_low`]: found?.low ?? null,
    [`${name}_high`]: found?.high ?? null,
    [`${name}_p`]: found?.pValue ?? null
  }) as Record<`${Name}_${"difference" | "low" | "high" | "p"}`, number | null>;

/** The values of those columns. */
export const effectCells = ({share, revenue, adjusted}: Effect) => ({
  ...cells("share", share),
  is_share_clear: isClear(share),
  ...cells("revenue", revenue),
  ...cells("adjusted", adjusted),
  is_revenue_clear: isClear(adjusted)
});
