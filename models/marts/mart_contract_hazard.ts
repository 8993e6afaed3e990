import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {levelStates, type HazardLevel} from "../contract/hazardLevels.ts";
import {hazardTerms} from "../contract/hazardTerms.ts";
import {createFromRows} from "../createFromRows.ts";
import {intContractModel} from "../intermediate/int_contract_model.ts";
import {model} from "../model.ts";

const columns = z.strictObject({
  term: c.oneOf(hazardTerms, "What may tell contracts apart.", "可能影响合同终止的因素。"),
  level: c.text("Its value; “doubled” for an amount twice as high.", "取值；“doubled” 指金额翻倍。"),
  position: c.count("Place in the table, from 1.", "次序，从 1 开始。"),
  state: c.oneOf(levelStates, "Whether there is a number, or why there is none.", "是否有数值，或无数值的原因。"),
  contracts: c.count("Contracts of the level.", "该水平的合同数。"),
  ended: c.count("Of them, ended.", "其中已终止。"),
  coefficient: c.number("Log hazard ratio against the reference.", "相对参照的对数风险比。").nullable(),
  standard_error: c.number("Its standard error.", "标准误。").nullable(),
  hazard_ratio: c
    .number("How many times as fast such contracts end, all else alike.", "其他条件相同时终止速度的倍数。")
    .nullable(),
  low: c.number("Lower end of its 95% interval.", "95% 区间下限。").nullable(),
  high: c.number("Upper end.", "95% 区间上限。").nullable(),
  p_value: c
    .share("Chance of a ratio as far from 1 if it were 1 (Wald).", "若风险比为 1，出现如此偏离的概率（Wald）。")
    .nullable(),
  proportional_p: c
    .share(
      "Chance of such a drift over time of the term's ratios if there were none.",
      "若风险比不随时间变化，出现如此变化的概率。"
    )
    .nullable()
});

/**
 * Hazard ratios of contracts, one row per term of the model and level.
 *
 * A ratio of 2 means: on any day, such a contract is twice as likely to end as one of the reference that is alike in the other terms. An
 * association, not an effect. A level without a ratio says why: it is the reference, the only value, follows from other terms, separates
 * the ended from the rest, or has too few ends.
 */
export const martContractHazard = model({
  name: "mart_contract_hazard",
  title: {
    en: "Hazard ratios of contracts, one row per term and level.",
    zh: "合同终止的风险比，每个因素每个水平一行。"
  },
  from: [intContractModel],
  grain: ["term", "level"],
  columns,
  procedure: {
    version: () => 1,
    make: async (step) => {
      const {levels} = await step.warehouse.row<{levels: string}>("select levels from int_contract_model");
      const rows = (JSON.parse(levels) as HazardLevel[]).map((row, i) => ({...row, position: i + 1}));
      await createFromRows({columns}, rows, step);
    }
  }
});
