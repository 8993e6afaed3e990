import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {readDoubles} from "../../warehouse/doubleColumns.ts";
import {model} from "../model.ts";
import {fitPurchase} from "../statistics/purchase/fitPurchase.ts";
import {intCustomerSnapshot} from "./int_customer_snapshot.ts";

/** Customers that a fit looks at, at most; and needs at least, and of them who came back. */
const most = 20_000;
const least = {minCustomers: 50, minRepeatBuyers: 20};

/**
 * The purchase rhythm of the whole base as it could be known at past month ends, one row per snapshot.
 *
 * Parameters of the MBG/NBD (Batislam, Denizel & Filiztekin 2007) in weeks, by maximum likelihood on at most 20,000 customers of the
 * snapshot, the same of every snapshot; null where fewer than 50, or fewer than 20 who came back, were known, or no maximum was found.
 */
export const intChurnRhythm = model({
  name: "int_churn_rhythm",
  title: {
    en: "The purchase rhythm of the base as known at past month ends, one row per snapshot.",
    zh: "各快照日所知的整体购买节奏，每个快照一行。"
  },
  from: [intCustomerSnapshot],
  grain: ["snapshot_on"],
  columns: z.strictObject({
    snapshot_on: c.day("The snapshot.", "快照日。"),
    customers: c.count("Customers that were looked at.", "参与拟合的客户数。"),
    r: c.number("Shape of the purchase rate.", "购买率的形状参数。").nullable(),
    alpha: c.number("Rate of the purchase rate, in weeks.", "购买率的速率参数（周）。").nullable(),
    a: c.number("First parameter of the dropout probability.", "流失概率的第一参数。").nullable(),
    b: c.number("Second parameter of the dropout probability.", "流失概率的第二参数。").nullable()
  }),
  procedure: {
    version: () => [1, most, least],
    make: async ({warehouse, table}) => {
      await warehouse.run(`create or replace temp table rhythm_sample as select customer_id
        from (select distinct customer_id from int_customer_snapshot) order by md5(customer_id), customer_id limit ${most}`);
      await warehouse.run(`create or replace table ${table}
        (snapshot_on date, customers bigint, r double, alpha double, a double, b double)`);
      const snapshots = await warehouse.rows<{day: string}>(
        "select distinct cast(snapshot_on as varchar) as day from int_customer_snapshot order by 1"
      );
      for (const {day} of snapshots) {
        const [repeats, lastAge, age, customers] = await readDoubles(
          warehouse,
          `select (purchase_days - 1)::double, (last_order_on - first_order_on) / 7.0::double, (snapshot_on - first_order_on) / 7.0::double,
            count(*)::double
          from int_customer_snapshot semi join rhythm_sample using (customer_id) where snapshot_on = date '${day}' group by all order by all`
        );
        if (!repeats) continue;
        const fit = fitPurchase("mbg_nbd", {repeats, lastAge: lastAge!, age: age!, customers: customers!}, least);
        const isFound = (fit.state === "fitted" || fit.state === "bound") && fit.parameters.every(Number.isFinite);
        const parameters = isFound ? fit.parameters.join(", ") : "null, null, null, null";
        await warehouse.run(`insert into ${table} values (date '${day}', ${fit.customers}, ${parameters})`);
      }
      await warehouse.run("drop table rhythm_sample");
    }
  }
});
