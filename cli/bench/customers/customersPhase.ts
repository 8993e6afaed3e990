import {join} from "node:path";
import {abcSchema, rfmSchema} from "../../../ingest/rfmConfig.ts";
import {churnSchema, lifecycleSchema, valueSchema} from "../../../ingest/retentionConfig.ts";
import {createRows, inBuildOrder} from "../../../models/compile.ts";
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
import {Warehouse} from "../../../warehouse/warehouse.ts";
import {makeBase} from "./base.ts";
import {makeEvents} from "./events.ts";

/** One phase over so many customers, in a folder of its own. */
export interface CustomersTask {
  what: "make" | "plain" | "fit" | "score" | "churn";
  dir: string;
  customers: number;
}

/** What one phase took, in a process of its own: seconds of wall clock and of CPU, peak resident memory, seconds by part. */
export interface CustomersPhase {
  seconds: number;
  cpu: number;
  peakBytes: number;
  parts: Record<string, number>;
}

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

async function runPhase({what, customers}: CustomersTask, warehouse: Warehouse): Promise<Record<string, number>> {
  const parts: Record<string, number> = {};
  const timed = async <T>(name: string, work: () => Promise<T>): Promise<T> => {
    const started = performance.now();
    const done = await work();
    parts[name] = (performance.now() - started) / 1000;
    return done;
  };
  if (what === "make") {
    await timed("purchases", () => makeBase(warehouse, customers));
    await timed("tickets, answers, messages, points", () => makeEvents(warehouse));
  }
  if (what === "plain") for (const [name, sql] of Object.entries(plain)) await timed(name, () => warehouse.run(sql));
  if (what === "score" || what === "churn") {
    for (const model of what === "score" ? valueModels() : churnModels()) {
      await warehouse.run(`drop table if exists "${model.name}"`);
      await timed(model.name, () => createRows(model, {warehouse, settings, table: `"${model.name}"`}));
    }
  }
  if (what === "fit") {
    const {groups} = await timed("read groups", () => readGroups(warehouse, "whole"));
    await timed("BG/NBD", () => Promise.resolve(fitPurchase("bg_nbd", groups)));
    const spend = await timed("read spend", () => readSpend(warehouse, "whole"));
    await timed("Gamma–Gamma", () => Promise.resolve(fitSpend(spend)));
  }
  return parts;
}

const [task] = process.argv.slice(2);
if (process.send) {
  const asked = JSON.parse(task!) as CustomersTask;
  const warehouse = await Warehouse.open(join(asked.dir, "customers.duckdb"), {
    // Value is promised in 2 GiB of all; churn has what a configuration that says nothing gives.
    memory: asked.what === "churn" ? "2GB" : "1GB",
    temp: join(asked.dir, "spill")
  });
  const started = {wall: performance.now(), cpu: process.cpuUsage()};
  const parts = await runPhase(asked, warehouse);
  const used = process.cpuUsage(started.cpu);
  const seconds = (performance.now() - started.wall) / 1000;
  warehouse.close();
  const peakBytes = process.resourceUsage().maxRSS * 1024;
  process.send({seconds, cpu: (used.user + used.system) / 1e6, peakBytes, parts} satisfies CustomersPhase);
}
