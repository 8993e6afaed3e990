import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {model} from "../model.ts";
import * as s from "../sql.ts";
import {namesWhere, rulesOf, warnings} from "./churnWarnings.ts";
import {intChurnFeatures} from "./int_churn_features.ts";

/**
 * Customers of a snapshot by the warnings that the plain rules give, one row per snapshot, warnings given and rules that could judge.
 *
 * The one pass over the features from which shares of leavers, of one-time buyers and the usual revenue of a snapshot are counted.
 */
export const intChurnGroup = model({
  name: "int_churn_group",
  title: {
    en: "Customers by the warnings they give, one row per snapshot, warnings given and rules that could judge.",
    zh: "按预警划分的客户，每个快照、每种已触发与可判定规则的组合一行。"
  },
  from: [intChurnFeatures],
  grain: ["snapshot_on", "warned_of", "judged_by"],
  columns: z.strictObject({
    snapshot_on: c.day("The snapshot.", "快照日。"),
    warned_of: c.text("Warnings given, by commas.", "已触发的预警，以逗号分隔。"),
    judged_by: c.text("Rules that could judge, by commas.", "可判定的规则，以逗号分隔。"),
    is_horizon_closed: c.flag("The horizon after the snapshot is over.", "视野期是否已结束。"),
    customers: c.count("Customers.", "客户数。"),
    repeat_customers: c.count("Of them with two or more purchase days so far.", "其中已有两个及以上购买日者。"),
    churned: c.count("Of them without an order in the horizon; 0 while it runs.", "其中视野期内未下单；未结束为 0。"),
    net_revenue_365d: c.money(
      "Their net revenue of the last 365 days, each customer's not below zero.",
      "其近 365 天净收入，每位客户不低于零。"
    )
  }),
  query: (db, {churn}) =>
    db
      .with("judged", (db) =>
        db.selectFrom("int_churn_features").select(({ref}) => {
          const rules = rulesOf(churn.warnings, (feature) => ref(feature));
          return [
            "snapshot_on",
            "is_horizon_closed",
            "has_churned",
            "purchase_days",
            s.greatest(ref("net_revenue_365d"), s.amount("0")).as("year_revenue"),
            ...warnings.flatMap((warning) => [
              rules[warning].judges.as(`judged_${warning}`),
              rules[warning].warns.as(`warned_${warning}`)
            ])
          ];
        })
      )
      .with("counted", (db) =>
        db
          .selectFrom("judged")
          .groupBy(["snapshot_on", "is_horizon_closed", ...flags])
          .select(({ref}) => [
            "snapshot_on",
            "is_horizon_closed",
            ...flags,
            s.countRows().as("customers"),
            s
              .countRows()
              .filterWhere(s.compare(ref("purchase_days"), ">", s.num(1)))
              .as("repeat_customers"),
            s.countRows().filterWhere("has_churned", "=", true).as("churned"),
            s.sum(ref("year_revenue")).as("net_revenue_365d")
          ])
      )
      .selectFrom("counted")
      .select(({ref}) => [
        "snapshot_on",
        namesWhere((warning) => ref(`warned_${warning}`)).as("warned_of"),
        namesWhere((warning) => ref(`judged_${warning}`)).as("judged_by"),
        "is_horizon_closed",
        "customers",
        "repeat_customers",
        "churned",
        "net_revenue_365d"
      ])
});

const flags = warnings.flatMap((warning) => [`judged_${warning}`, `warned_${warning}`] as const);
