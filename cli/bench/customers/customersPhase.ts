import {abcSchema, rfmSchema} from "../../../ingest/rfmConfig.ts";
import {churnSchema, lifecycleSchema, valueSchema} from "../../../ingest/retentionConfig.ts";
import {inBuildOrder} from "../../../models/compile.ts";
import type {Model} from "../../../models/model.ts";
import {martChurnDriver} from "../../../models/marts/mart_churn_driver.ts";
import {martChurnLift} from "../../../models/marts/mart_churn_lift.ts";
import {martChurnRisk} from "../../../models/marts/mart_churn_risk.ts";
import {martChurnSummary} from "../../../models/marts/mart_churn_summary.ts";
import {martCustomerValue} from "../../../models/marts/mart_customer_value.ts";
import {readGroups, readSpend} from "../../../models/purchase/readGroups.ts";
import {fitSpend} from "../../../models/statistics/purchase/gammaGamma.ts";
import {fitPurchase} from "../../../models/statistics/purchase/fitPurchase.ts";
import {retentionSettings} from "../../../models/retentionSettings.ts";
import type {Settings} from "../../../models/settings.ts";
import {buildTimed, serveSteps} from "../stepProcess.ts";
import {makeBase} from "./base.ts";
import {makeEvents} from "./events.ts";

type What = "make" | "plain" | "score" | "fit" | "churn";

const settings = {
  ...retentionSettings({
    rfm: rfmSchema.parse({}),
    abc: abcSchema.parse({}),
    lifecycle: lifecycleSchema.parse({}),
    churn: churnSchema.parse({}),
    value: valueSchema.parse({})
  })
} as Settings;
/** What is generated stands for the models before these. */
const valueModels = () =>
  inBuildOrder([martCustomerValue as unknown as Model]).filter(
    ({name}) => name.startsWith("int_purchase_") || name === martCustomerValue.name
  );
const churnModels = () =>
  inBuildOrder([martChurnRisk, martChurnLift, martChurnDriver, martChurnSummary] as unknown as Model[]).filter(
    ({name}) => /^int_(snapshot|customer_snapshot|churn_)/.test(name) || name.startsWith("mart_churn_")
  );

/** The same grouping by hand: what no fit can do without. */
const plain = {
  history: `create or replace table plain_history as
    select customer_id, count(distinct ordered_on) - 1 as x, max(ordered_on) - min(ordered_on) as t, date '2025-12-31' - min(ordered_on) as age,
      sum(net_revenue) as revenue from int_customer_orders where not is_cancelled group by customer_id`,
  groups: "create or replace table plain_group as select x, t, age, count(*) as n from plain_history group by all"
};

await serveSteps<What>(
  // Value is promised in 2 GiB of all; churn has what a configuration that says nothing gives.
  (what) => (what === "churn" ? "2GB" : "1GB"),
  async ({what, size}, warehouse, timed) => {
    if (what === "make") {
      await timed("purchases", () => makeBase(warehouse, size));
      await timed("tickets, answers, messages, points", () => makeEvents(warehouse));
    }
    if (what === "plain") for (const [name, sql] of Object.entries(plain)) await timed(name, () => warehouse.run(sql));
    if (what === "score") await buildTimed(valueModels(), {warehouse, settings, timed});
    if (what === "churn") await buildTimed(churnModels(), {warehouse, settings, timed});
    if (what === "fit") {
      const {groups} = await timed("read groups", () => readGroups(warehouse, "whole"));
      await timed("BG/NBD", () => fitPurchase("bg_nbd", groups));
      const spend = await timed("read spend", () => readSpend(warehouse, "whole"));
      await timed("Gamma–Gamma", () => fitSpend(spend));
    }
  }
);
