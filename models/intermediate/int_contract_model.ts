import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {hazardModel, modelStates} from "../contract/hazardModel.ts";
import {hazardPatterns, mostContracts} from "../contract/hazardPatterns.ts";
import {createFromRows} from "../createFromRows.ts";
import {model} from "../model.ts";
import {intContractGroup} from "./int_contract_group.ts";
import {intContractSpan} from "./int_contract_span.ts";

const columns = z.strictObject({
  state: c.oneOf(modelStates, "Whether there is a model, or why there is none.", "模型状态，或无模型的原因。"),
  contracts: c.count("Contracts it was fitted to.", "用于拟合的合同数。"),
  ended: c.count("Of them, ended.", "其中已终止。"),
  left_out: c.count(
    "Contracts of groups with too few ends, or of no known amount.",
    "因所在分组终止过少或金额未知而未纳入的合同数。"
  ),
  all_contracts: c.count(
    "All contracts with a length; over 100,000, a fixed sample is fitted.",
    "全部有时长的合同数；超过 10 万时取固定样本。"
  ),
  iterations: c.count("Newton steps taken.", "牛顿迭代次数。").nullable(),
  degrees: c.count("Coefficients.", "系数个数。").nullable(),
  likelihood_ratio: c.number("Likelihood ratio statistic of all coefficients.", "似然比统计量。").nullable(),
  likelihood_ratio_p: c.share("Its p-value.", "其 p 值。").nullable(),
  wald: c.number("Wald statistic.", "Wald 统计量。").nullable(),
  wald_p: c.share("Its p-value.", "其 p 值。").nullable(),
  score: c.number("Score statistic.", "得分统计量。").nullable(),
  score_p: c.share("Its p-value.", "其 p 值。").nullable(),
  concordance: c
    .share("Of two contracts, how often the one foretold to end first did; 0.5 is chance.", "一致性指数；0.5 为随机。")
    .nullable(),
  concordance_low: c.share("Lower end of its 95% interval.", "95% 区间下限。").nullable(),
  concordance_high: c.share("Upper end.", "95% 区间上限。").nullable(),
  proportional: c
    .number("Statistic of the test that hazard ratios stay the same over time.", "比例风险检验统计量。")
    .nullable(),
  proportional_p: c.share("Its p-value.", "其 p 值。").nullable(),
  levels: c.text("Every level of every term with its numbers, as JSON.", "各项各水平的数值（JSON）。")
});

/**
 * What ends contracts sooner (Cox's proportional hazards, ties after Efron), one row.
 *
 * Only what was known when a contract began enters: plan, amount, how the customer was won, whether they had ordered or had a contract
 * before, country, year. There are ten ends or more a coefficient, and five a level. The test of proportionality is Grambsch and Therneau's.
 */
export const intContractModel = model({
  name: "int_contract_model",
  title: {en: "Model of what ends contracts sooner, one row.", zh: "合同终止的风险模型，共一行。"},
  from: [intContractGroup, intContractSpan],
  grain: [],
  columns,
  procedure: {
    version: () => 1,
    make: async (step) => {
      const {n} = await step.warehouse.row<{n: number}>("select count(*) as n from int_contract_span where is_counted");
      const found = hazardModel(await hazardPatterns(step.warehouse, mostContracts));
      const {levels, likelihood_ratio, wald, score, proportional, ...rest} = found;
      const row = {
        ...rest,
        all_contracts: n,
        degrees: likelihood_ratio?.degrees ?? null,
        likelihood_ratio: likelihood_ratio?.chiSquare ?? null,
        likelihood_ratio_p: likelihood_ratio?.p ?? null,
        wald: wald?.chiSquare ?? null,
        wald_p: wald?.p ?? null,
        score: score?.chiSquare ?? null,
        score_p: score?.p ?? null,
        proportional: proportional?.chiSquare ?? null,
        proportional_p: proportional?.p ?? null,
        levels: JSON.stringify(levels)
      };
      await createFromRows({columns}, [row], step);
    }
  }
});
