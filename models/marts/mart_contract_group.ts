import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {contractExits} from "../contract/contractExits.ts";
import {createFromRows} from "../createFromRows.ts";
import {contractDimensions} from "../intermediate/contractDimensions.ts";
import {intContractExit} from "../intermediate/int_contract_exit.ts";
import {intContractGroup} from "../intermediate/int_contract_group.ts";
import {intContractSpan} from "../intermediate/int_contract_span.ts";
import {model} from "../model.ts";
import {z95} from "../statistics/survival/distributions.ts";
import {kaplanMeier} from "../statistics/survival/kaplanMeier.ts";
import {lifeTable} from "../statistics/survival/lifeTable.ts";
import {medianSurvival} from "../statistics/survival/medianSurvival.ts";
import {restrictedMean} from "../statistics/survival/restrictedMean.ts";
import {survivalAt} from "../statistics/survival/survivalAt.ts";
import {groupTotals} from "../contract/groupTotals.ts";

const year = 365;

const columns = z.strictObject({
  dimension: c.oneOf(contractDimensions, "What contracts are grouped by.", "分组维度。"),
  group_name: c.text("The group.", "分组。"),
  contracts: c.count("Contracts with a length.", "有时长的合同数。"),
  customers: c.count("Customers who have or had them.", "所属客户数。"),
  ended: c.count("Of the contracts, ended.", "其中已终止。"),
  monthly_amount: c.money("What the running ones bring a month.", "有效合同每月金额。"),
  followed_days: c.count("Length of the longest.", "最长合同的天数。"),
  median_days: c
    .number("Days after which half have ended; null where so many have not.", "半数终止的天数；未达则空。")
    .nullable(),
  median_low: c.number("Lower end of its 95% interval.", "95% 区间下限。").nullable(),
  median_high: c.number("Upper end; null where nobody can tell yet.", "95% 区间上限；尚不可知则空。").nullable(),
  year_survival: c
    .share(
      "Share that lasts longer than 365 days; null where none was followed so long.",
      "存续超过 365 天的比例；观察不足则空。"
    )
    .nullable(),
  year_low: c.share("Lower end of its 95% interval.", "95% 区间下限。").nullable(),
  year_high: c.share("Upper end.", "95% 区间上限。").nullable(),
  first_year_days: c
    .number(
      "Of the first 365 days, how many a contract lasts on average (restricted mean).",
      "前 365 天内合同平均存续天数（限制均值）。"
    )
    .nullable(),
  first_year_low: c.number("Lower end of its 95% interval.", "95% 区间下限。").nullable(),
  first_year_high: c.number("Upper end.", "95% 区间上限。").nullable()
});

/**
 * How long the contracts of a group last, one row per dimension and group.
 *
 * The median's interval is Brookmeyer and Crowley's; the restricted mean of the first year is the area under the curve up to day 365.
 */
export const martContractGroup = model({
  name: "mart_contract_group",
  title: {en: "How long contracts last, one row per dimension and group.", zh: "合同存续时长，每个维度每个分组一行。"},
  from: [intContractExit, intContractGroup, intContractSpan],
  grain: ["dimension", "group_name"],
  columns,
  procedure: {
    version: () => 1,
    make: async (step) => {
      const totals = await groupTotals(step.warehouse);
      const rows = (await contractExits(step.warehouse)).map(({dimension, group, exits}) => {
        const curve = kaplanMeier(lifeTable(exits));
        const followed = curve.at(-1)!.time;
        const {median, low, high} = medianSurvival(curve);
        const after = followed >= year || curve.at(-1)!.survival === 0 ? survivalAt(curve, year) : null;
        const mean = after && restrictedMean(curve, year);
        const half = mean ? z95 * mean.standardError : 0;
        return {
          dimension,
          group_name: group,
          ...totals(dimension, group),
          ended: exits.reduce((sum, {ended}) => sum + ended, 0),
          followed_days: followed,
          median_days: median,
          median_low: low,
          median_high: high,
          year_survival: after?.survival ?? null,
          year_low: after?.low ?? null,
          year_high: after?.high ?? null,
          first_year_days: mean?.mean ?? null,
          first_year_low: mean && Math.max(0, mean.mean - half),
          first_year_high: mean && Math.min(year, mean.mean + half)
        };
      });
      await createFromRows({columns}, rows, step);
    }
  }
});
