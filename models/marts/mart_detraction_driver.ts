import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {createFromRows} from "../createFromRows.ts";
import {
  associations,
  detractionDrivers,
  leastDetractors,
  leastSide,
  type DetractionDriver
} from "../feedback/detraction.ts";
import {intFeedbackAnswer} from "../intermediate/int_feedback_answer.ts";
import {intFeedbackExposure} from "../intermediate/int_feedback_exposure.ts";
import {model} from "../model.ts";
import {martChurnRisk} from "./mart_churn_risk.ts";

/** Values of a driver that are looked at: the most frequent ones. */
const mostValues = 20;

const columns = z.strictObject({
  driver: c.oneOf(detractionDrivers, "What happened in the 180 days before the answer.", "作答前 180 天内的经历。"),
  value: c.text("Which of its kinds; any: whichever.", "具体类别；any 为任意。"),
  customers: c.count("Customers who answered the NPS question in the last 365 days.", "近 365 天作答 NPS 的客户数。"),
  exposed: c.count("Of them, those to whom it happened.", "其中有此经历者。"),
  share_exposed: c.share("Those ÷ customers.", "有此经历者占比。"),
  detractors: c.count("Detractors among the exposed.", "有此经历者中的贬损者数。"),
  detractor_share: c.share("Those ÷ exposed.", "有此经历者的贬损占比。"),
  other_detractor_share: c
    .share("The same share of all others; null: none.", "其余客户的贬损占比；无则为空。")
    .nullable(),
  log_odds: c.number(
    "Log odds of being a detractor with it against without.",
    "有此经历相对无此经历成为贬损者的对数优势比。"
  ),
  low: c.number("Lower end of its 95 % interval.", "95% 区间下限。"),
  high: c.number("Upper end of its 95 % interval.", "95% 区间上限。"),
  p_value: c
    .share("Chance of as much if it did not matter; null: too few.", "若无关联，出现如此差异的概率；过少为空。")
    .nullable(),
  p_adjusted: c
    .share("The same, adjusted for all that were tested (Holm).", "经多重检验校正（Holm）后的概率。")
    .nullable(),
  is_clear: c.flag("The adjusted chance is under 5%.", "校正后概率低于 5%。"),
  net_revenue_365d: c.money(
    "Net revenue of the exposed detractors, last 365 days.",
    "有此经历的贬损者近 365 天净收入。"
  ),
  rank: c.count(
    "Place: clear ones that raise detraction first, by that revenue.",
    "名次：显著推高贬损者在前，按该净收入排列。"
  )
});

/**
 * What goes with being a detractor, one row per driver and value that happened to anybody who answered; an association, not an effect.
 *
 * Log odds of an NPS answer of 0–6 among customers to whom it had happened in the 180 days before their last answer of the last 365 days,
 * against all others who answered, with 95 % intervals. Under 10 customers on either side or 5 detractors nothing is tested; of each driver the 20 most frequent
 * values are looked at. Drivers overlap: a late ticket is a ticket too.
 */
export const martDetractionDriver = model({
  name: "mart_detraction_driver",
  title: {
    en: "What goes with being a detractor, one row per driver and value.",
    zh: "与贬损相关的因素，每项每值一行。"
  },
  from: [intFeedbackAnswer, intFeedbackExposure, martChurnRisk],
  grain: ["driver", "value"],
  columns,
  procedure: {
    version: () => [1, mostValues, leastSide, leastDetractors],
    make: async (step) => {
      const rows = await step.warehouse.rows<Counted>(countedSql);
      const found = associations(rows);
      const told = rows.map((row, i) => {
        const {logOdds, low, high, p, adjusted} = found[i]!;
        const others = row.all - row.exposed;
        return {
          driver: row.driver,
          value: row.value,
          customers: row.all,
          exposed: row.exposed,
          share_exposed: row.exposed / row.all,
          detractors: row.exposedDetractors,
          detractor_share: row.exposedDetractors / row.exposed,
          other_detractor_share: others ? (row.allDetractors - row.exposedDetractors) / others : null,
          log_odds: logOdds,
          low,
          high,
          p_value: p,
          p_adjusted: adjusted,
          is_clear: adjusted !== null && adjusted < 0.05,
          net_revenue_365d: row.revenue
        };
      });
      const order = (row: (typeof told)[number]) => (row.is_clear ? (row.log_odds > 0 ? 0 : 2) : 1);
      const ranked = told.toSorted(
        (a, b) => order(a) - order(b) || b.net_revenue_365d - a.net_revenue_365d || b.exposed - a.exposed
      );
      await createFromRows(
        {columns},
        ranked.map((row, i) => ({...row, rank: i + 1})),
        step
      );
    }
  }
});

interface Counted {
  driver: DetractionDriver;
  value: string;
  all: number;
  allDetractors: number;
  exposed: number;
  exposedDetractors: number;
  revenue: number;
}

const countedSql = `
  with answers as (
    select customer_id, verdict = 'unfavourable' as is_detractor from int_feedback_answer
    where instrument = 'nps' and is_last and answer_window = 'year'),
  counted as (
    select driver, value, count(*) as exposed, count(*) filter (is_detractor) as detractors,
      coalesce(sum(net_revenue_365d) filter (is_detractor), 0) as revenue
    from int_feedback_exposure join answers using (customer_id) left join mart_churn_risk using (customer_id) group by 1, 2)
  select driver, value, exposed, detractors as "exposedDetractors", revenue,
    (select count(*) from answers) as "all", (select count(*) from answers where is_detractor) as "allDetractors"
  from counted qualify row_number() over (partition by driver order by exposed desc, value) <= ${mostValues}
  order by driver, value`;
