import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {intIdentityChange} from "../intermediate/int_identity_change.ts";
import {model} from "../model.ts";
import * as s from "../sql.ts";

/** How many customers of each kind of change the list holds. */
const MOST = 20;

/**
 * What the last run that changed anything did to customers, one row per kind of change and place, most records first.
 *
 * A merged customer lives on in `into_id`; one that split off has left `into_id`. `customers` counts all of that kind, listed or not; the first run
 * names none of them.
 */
export const martIdentityChange = model({
  name: "mart_identity_change",
  title: {
    en: "What the last run did to customers, one row per kind of change and place.",
    zh: "最近一次运行使客户发生的变化，每种变化与名次一行。"
  },
  from: [intIdentityChange],
  grain: ["change", "place"],
  columns: z.strictObject({
    change: c.oneOf(
      ["new", "merged", "split", "grown", "gone", "revived"],
      "new, merged, split, grown, gone or revived.",
      "新增、合并、拆分、增长、消失或恢复。"
    ),
    place: c.count("Place among its kind, from 1.", "同类中的名次，从 1 开始。"),
    run: c.count("Number of the run.", "运行序号。"),
    customers: c.count("Customers of this kind.", "该类客户数。"),
    customer_id: c
      .id("The customer, as a pseudonym; null: too many to name.", "客户（假名）；空为不逐一列出。")
      .nullable(),
    into_id: c.id("Whom it merged into, or left, as a pseudonym.", "并入或拆出的客户（假名）。").nullable(),
    records: c.count("Records concerned.", "所涉记录数。")
  }),
  query: (db) =>
    db
      .with("placed", (db) =>
        db
          .selectFrom("int_identity_change")
          .where("is_latest", "=", true)
          .select(({ref}) => [
            "change",
            "run",
            "customer_id",
            "into_id",
            "records",
            s
              .ordered(s.rowNumber(), {
                partitionBy: [ref("change")],
                orderBy: [s.descending(ref("records")), ref("customer_id"), ref("change_id")]
              })
              .as("place"),
            s
              .overall(s.sum(s.when(s.isNull(ref("customer_id")), ref("records"), s.num(1))), ref("change"))
              .as("customers")
          ])
      )
      .selectFrom("placed")
      .where("place", "<=", MOST)
      .select(["change", "place", "run", "customers", "customer_id", "into_id", "records"])
});
