import {DOUBLE} from "@duckdb/node-api";
import {appendColumns} from "../../warehouse/appendColumns.ts";
import {readDoubles} from "../../warehouse/doubleColumns.ts";
import type {Warehouse} from "../../warehouse/warehouse.ts";
import {logitsOf} from "../statistics/learning/learner.ts";
import {sigmoid} from "../statistics/learning/logistic.ts";
import {featureNames} from "./catalogue.ts";
import {learn, type Learnt} from "./learn.ts";
import {learningRows} from "./sample.ts";

/** Quarters that are tested, at most: the latest. */
const mostTested = 4;
/** Leads at the rate of all that the rate of a source starts with. */
const PRIOR = 20;

/**
 * Makes lead_foretold (n, logistic, trees, source, base, trained): temporary, one row per row of lead_row that could be foretold.
 *
 * Rows of a calendar quarter are foretold by what had been learnt from rows whose horizon was over as the quarter began.
 */
export async function foretell(warehouse: Warehouse): Promise<void> {
  await warehouse.run(`create or replace temp table lead_foretold
    (n double, logistic double, trees double, source double, base double, trained double)`);
  const quarters = await warehouse.rows<{quarter: string}>(
    "select distinct cast(date_trunc('quarter', seen_at) as varchar) as quarter from lead_row order by 1"
  );
  let choice: Learnt["choice"];
  for (const {quarter} of quarters.slice(-mostTested)) {
    const learnt = learn(await learningRows(warehouse, quarter), choice);
    choice = learnt.choice ?? choice;
    if (!learnt.learners) continue;
    const {logistic, trees} = learnt.learners;
    const [n, source, base, ...features] = await readDoubles(warehouse, testedRows(quarter));
    if (!n) continue;
    const chances = [logistic, trees].map((learner) => logitsOf(learner, features, n.length).map(sigmoid));
    const trained = new Float64Array(n.length).fill(learnt.leads);
    await appendColumns(warehouse, "lead_foretold", Array(6).fill(DOUBLE), [n, ...chances, source!, base!, trained]);
  }
}

/** The rows of a quarter, with what the rates of their moment and of their source there said when it began. */
const testedRows = (quarter: string): string => `
  with past as (from lead_row where closed_at <= timestamp '${quarter}'),
  whole as (select avg(has_converted::int) as share from past),
  moments as (select moment, (sum(has_converted::int) + ${PRIOR} * any_value(share)) / (count(*) + ${PRIOR}) as base from past, whole group by moment),
  sources as (
    select moment, lead_source, (sum(has_converted::int) + ${PRIOR} * any_value(base)) / (count(*) + ${PRIOR}) as source
    from past join moments using (moment) group by moment, lead_source
  )
  select n, coalesce(source, base, share) as source, coalesce(base, share) as base, ${featureNames}
  from lead_row cross join whole left join moments on moments.moment = lead_row.moment
  left join sources on sources.moment = lead_row.moment and sources.lead_source is not distinct from lead_row.lead_source
  where date_trunc('quarter', seen_at) = timestamp '${quarter}' order by n`;
