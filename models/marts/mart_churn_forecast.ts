import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {intAsOf} from "../intermediate/int_as_of.ts";
import {model} from "../model.ts";
import * as s from "../sql.ts";
import {martChurnCell} from "./mart_churn_cell.ts";

/** Customer-snapshots that a test must have learnt from. */
const LEAST = 1000;

/**
 * What the rates known at a snapshot foretold for each band, one row per tested snapshot and band.
 *
 * The rates known are those of the snapshots whose horizon had closed by then. A band without a past gets the share of all bands.
 * A snapshot is tested once a thousand customer-snapshots are known: fewer say little of 24 bands.
 * Risks are whole ten-thousandths, so that what is summed over them is exact.
 */
export const martChurnForecast = model({
  name: "mart_churn_forecast",
  title: {en: "Foretold churn, one row per tested snapshot and band.", zh: "预测流失，每个检验快照每档一行。"},
  from: [intAsOf, martChurnCell],
  grain: ["snapshot_on", "silence_band", "orders_band"],
  columns: z.strictObject({
    snapshot_on: c.day("The tested snapshot.", "检验快照日。"),
    silence_band: c.integer("Silence band, 1–8.", "沉默档位，1–8。"),
    orders_band: c.integer("Orders band, 1–3.", "订单档位，1–3。"),
    customers: c.count("Customers in the band.", "该档客户数。"),
    churned: c.count("Of them churned.", "其中流失。"),
    risk_10k: c.count("Foretold risk in ten-thousandths.", "预测风险（万分之几）。"),
    base_10k: c.count("Share of all bands in ten-thousandths.", "全部档位的流失率（万分之几）。"),
    trained_snapshots: c.count(
      "Customer-snapshots learnt from: a customer counts once per snapshot.",
      "训练所用的客户快照数：每位客户在每个快照计一次。"
    )
  }),
  query: (db) =>
    db
      .with("tested", (db) =>
        db
          .selectFrom("mart_churn_cell")
          .groupBy("snapshot_on")
          .select(({ref}) => [ref("snapshot_on").as("tested_on"), s.countRows().as("bands")])
      )
      .with("learnt", (db) =>
        db
          .selectFrom("tested")
          .crossJoin("mart_churn_cell")
          .crossJoin("int_as_of")
          .where(({ref}) => s.compare(s.addDays(ref("snapshot_on"), ref("horizon_days")), "<=", ref("tested_on")))
          .groupBy(["tested_on", "silence_band", "orders_band"])
          .select(({ref}) => [
            "tested_on",
            ref("silence_band").as("learnt_silence"),
            ref("orders_band").as("learnt_orders"),
            s.sum(ref("customers")).as("learnt_customers"),
            s.sum(ref("churned")).as("learnt_churned")
          ])
      )
      .with("base", (db) =>
        db
          .selectFrom("learnt")
          .groupBy("tested_on")
          .having(({ref}) => s.sum(ref("learnt_customers")), ">=", LEAST)
          .select(({ref}) => [
            ref("tested_on").as("base_on"),
            s.toBigint(s.sum(ref("learnt_customers"))).as("trained_snapshots"),
            tenThousandths(s.sum(ref("learnt_churned")), s.sum(ref("learnt_customers"))).as("base_10k")
          ])
      )
      .selectFrom("mart_churn_cell")
      .innerJoin("base", "base_on", "snapshot_on")
      .leftJoin("learnt", (on) =>
        on
          .onRef("tested_on", "=", "snapshot_on")
          .onRef("learnt_silence", "=", "silence_band")
          .onRef("learnt_orders", "=", "orders_band")
      )
      .select(({ref}) => [
        "snapshot_on",
        "silence_band",
        "orders_band",
        "customers",
        "churned",
        s
          .firstOf(tenThousandths(ref("learnt_churned"), ref("learnt_customers")), ref("base_10k"))
          .$notNull()
          .as("risk_10k"),
        ref("base_10k").$notNull().as("base_10k"),
        "trained_snapshots"
      ])
});

const tenThousandths = (part: Parameters<typeof s.ratio>[0], whole: Parameters<typeof s.ratio>[1]) =>
  s.toBigint(s.round(s.ratio(s.multiply(part, s.num(10000)), whole)));
