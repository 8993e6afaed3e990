import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {model} from "../model.ts";
import * as s from "../sql.ts";
import {intCustomerPoints} from "./int_customer_points.ts";
import {intCustomerTouches} from "./int_customer_touches.ts";
import {intSnapshot} from "./int_snapshot.ts";

/** What marketing had reached of customers and what points they held at past month ends, one row per customer and snapshot with either. */
export const intSnapshotReach = model({
  name: "int_snapshot_reach",
  title: {
    en: "Messages and points at a snapshot, one row per customer and snapshot.",
    zh: "各快照日的营销触达与积分，每位客户每个快照一行。"
  },
  from: [intCustomerPoints, intCustomerTouches, intSnapshot],
  grain: ["customer_id", "snapshot_on"],
  shard: "customer_id",
  columns: z.strictObject({
    customer_id: c.id("The customer, as a pseudonym.", "客户（假名）。"),
    snapshot_on: c.day("The snapshot.", "快照日。"),
    touches_90d: c.count("Messages sent in the last 90 days.", "近 90 天触达次数。"),
    opened_90d: c.count("Of them opened by then.", "其中截至快照已打开。"),
    points_balance: c.number("Points held; null: no member.", "积分余额；空为非会员。").nullable()
  }),
  query: (db) =>
    db
      .with("messages", (db) =>
        db
          .selectFrom("int_customer_touches")
          .crossJoin("int_snapshot")
          .where("sent_on", "is not", null)
          .whereRef("sent_on", "<=", "snapshot_on")
          .where(({ref}) => s.compare(ref("sent_on"), ">", s.addDays(ref("snapshot_on"), s.num(-90))))
          .groupBy(["customer_id", "snapshot_on"])
          .select(({ref}) => [
            "customer_id",
            "snapshot_on",
            s.countRows().as("sent"),
            s
              .count(
                s.onlyWhen(s.compare(s.coalesce(ref("opened_on"), s.never), "<=", ref("snapshot_on")), ref("sent_on"))
              )
              .as("opened"),
            s.nothing<number>("double precision").as("points")
          ])
      )
      .with("balances", (db) =>
        db.selectFrom("int_customer_points").select(({ref}) => {
          const sequence = {partitionBy: [ref("customer_id")], orderBy: [ref("happened_at"), ref("entry_id")]};
          return [
            "customer_id",
            "happened_on",
            s.running(s.sum(ref("points")), sequence).as("points"),
            s.ordered(s.lead(ref("happened_on")), sequence).as("next_on")
          ];
        })
      )
      .with("held", (db) =>
        db
          .selectFrom("balances")
          .crossJoin("int_snapshot")
          .whereRef("happened_on", "<=", "snapshot_on")
          .where(({ref}) => s.compare(s.coalesce(ref("next_on"), s.never), ">", ref("snapshot_on")))
          .select(({ref}) => [
            "customer_id",
            "snapshot_on",
            s.num(0).as("sent"),
            s.num(0).as("opened"),
            s.toDouble(ref("points")).$castTo<number | null>().as("points")
          ])
      )
      .with("both", (db) =>
        db
          .selectFrom("messages")
          .select(["customer_id", "snapshot_on", "sent", "opened", "points"])
          .unionAll(db.selectFrom("held").select(["customer_id", "snapshot_on", "sent", "opened", "points"]))
      )
      .selectFrom("both")
      .groupBy(["customer_id", "snapshot_on"])
      .select(({ref}) => [
        "customer_id",
        "snapshot_on",
        s.toBigint(s.sum(ref("sent"))).as("touches_90d"),
        s.toBigint(s.sum(ref("opened"))).as("opened_90d"),
        s.max(ref("points")).$castTo<number | null>().as("points_balance")
      ])
});
