import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {contractExits} from "../contract/contractExits.ts";
import {createFromRows} from "../createFromRows.ts";
import {intContractExit} from "../intermediate/int_contract_exit.ts";
import {intContractSpan} from "../intermediate/int_contract_span.ts";
import {model} from "../model.ts";
import {expectedLoss, type Running} from "../statistics/survival/expectedLoss.ts";
import {lifeTable} from "../statistics/survival/lifeTable.ts";

const horizons = [30, 90, 365];

const columns = z.strictObject({
  horizon_days: c.count("Days from as_of on: 30, 90 or 365.", "自截止日起的天数：30、90 或 365。"),
  monthly_amount: c.money("What running contracts bring a month.", "有效合同每月金额。"),
  expected_loss: c.money("Of it, expected to end within the horizon.", "其中预计在期内终止的金额。"),
  loss_low: c.money("Lower end of the expectation's 95% interval.", "预计值 95% 区间下限。"),
  loss_high: c.money("Upper end.", "95% 区间上限。")
});

/**
 * How much recurring revenue is expected to end, one row per horizon.
 *
 * Σ monthly amount × (1 − S(age + horizon) ÷ S(age)) over running contracts, S over all contracts: by the curve as far as ten are at risk,
 * beyond by ended ÷ days at risk. The interval says how well the expectation is known.
 */
export const martContractLoss = model({
  name: "mart_contract_loss",
  title: {en: "Recurring revenue expected to end, one row per horizon.", zh: "预计终止的经常性收入，每个期限一行。"},
  from: [intContractExit, intContractSpan],
  grain: ["horizon_days"],
  columns,
  procedure: {
    version: () => 1,
    make: async (step) => {
      const all = (await contractExits(step.warehouse)).find(({dimension}) => dimension === "all");
      const running = await step.warehouse.rows<Running>(
        `select duration_days as age, sum(monthly_amount)::double as amount from int_contract_span
         where state = 'running' group by all order by all`
      );
      const total = running.reduce((sum, {amount}) => sum + amount, 0);
      const table = lifeTable(all?.exits ?? []);
      const rows = all
        ? horizons.map((horizon_days) => ({horizon_days, ...expectedLoss(table, running, horizon_days)}))
        : [];
      await createFromRows(
        {columns},
        rows.map(({horizon_days, loss, low, high}) => ({
          horizon_days,
          monthly_amount: rounded(total),
          expected_loss: rounded(loss),
          loss_low: rounded(low),
          loss_high: rounded(high)
        })),
        step
      );
    }
  }
});

const rounded = (amount: number): number => Math.round(amount * 10_000) / 10_000;
