import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {model} from "../model.ts";
import * as s from "../sql.ts";
import {intCustomerTickets} from "./int_customer_tickets.ts";
import {intSnapshot} from "./int_snapshot.ts";

/**
 * What customers had asked of the service by past month ends, one row per customer and snapshot with a ticket in the year before.
 *
 * A ticket is solved from its last solution on: until then it counts as unsolved, whatever came between.
 */
export const intSnapshotService = model({
  name: "int_snapshot_service",
  title: {
    en: "Tickets of the year before a snapshot, one row per customer and snapshot.",
    zh: "各快照日前一年的工单，每位客户每个快照一行。"
  },
  from: [intCustomerTickets, intSnapshot],
  grain: ["customer_id", "snapshot_on"],
  shard: "customer_id",
  columns: z.strictObject({
    customer_id: c.id("The customer, as a pseudonym.", "客户（假名）。"),
    snapshot_on: c.day("The snapshot.", "快照日。"),
    tickets_90d: c.count("Tickets opened in the last 90 days.", "近 90 天工单数。"),
    complaints: c.count("Tickets opened in the days of the complaint rule.", "投诉规则天数内的工单数。"),
    tickets_365d: c.count("Tickets opened in the last 365 days.", "近 365 天工单数。"),
    unsolved_tickets: c.count("Of them unsolved.", "其中未解决。"),
    resolution_hours: c.hours("Mean hours to the solution of the solved ones.", "已解决工单的平均时长。").nullable()
  }),
  query: (db, {churn}) =>
    db
      .selectFrom("int_customer_tickets")
      .crossJoin("int_snapshot")
      .whereRef("opened_on", "<=", "snapshot_on")
      .where(({ref}) => s.compare(ref("opened_on"), ">", s.addDays(ref("snapshot_on"), s.num(-365))))
      .groupBy(["customer_id", "snapshot_on"])
      .select(({ref}) => {
        const within = (days: number) =>
          s.count(
            s.onlyWhen(s.compare(ref("opened_on"), ">", s.addDays(ref("snapshot_on"), s.num(-days))), ref("opened_on"))
          );
        const isSolved = s.compare(s.coalesce(ref("solved_on"), s.never), "<=", ref("snapshot_on"));
        return [
          "customer_id",
          "snapshot_on",
          within(90).as("tickets_90d"),
          within(churn.warnings.complaintDays).as("complaints"),
          s.countRows().as("tickets_365d"),
          s.count(s.onlyWhen(s.not(isSolved), ref("opened_on"))).as("unsolved_tickets"),
          s
            .round(
              s.ratio(
                s.sum(s.onlyWhen(isSolved, ref("resolution_hours"))),
                s.count(s.onlyWhen(isSolved, ref("resolution_hours")))
              ),
              6
            )
            .as("resolution_hours")
        ];
      })
});
