import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {names} from "../intermediate/churnWarnings.ts";
import {intChurnGroup} from "../intermediate/int_churn_group.ts";
import {wilsonHigh, wilsonLow} from "../intervals.ts";
import {model} from "../model.ts";
import * as s from "../sql.ts";
import {martChurnWarningTest} from "./mart_churn_warning_test.ts";

/**
 * What the warnings of a customer foretell, one row per combination of warnings that occurs.
 *
 * The greatest share of leavers among the useful warnings given, with the greatest ends of their intervals; where no useful one is given, the
 * share of all customer-snapshots without one. Counted over snapshots whose horizon is over; null while there is none.
 */
export const martChurnRule = model({
  name: "mart_churn_rule",
  title: {
    en: "What warnings foretell, one row per combination of them that occurs.",
    zh: "各预警组合所示的流失率，每种出现的组合一行。"
  },
  from: [intChurnGroup, martChurnWarningTest],
  grain: ["warned_of"],
  columns: z.strictObject({
    warned_of: c.text("Warnings given, by commas; empty: none.", "已触发的预警，以逗号分隔；空文本为无。"),
    is_warned: c.flag("A useful one is among them.", "其中是否有有用的预警。"),
    risk_share: c.share("Share of leavers.", "流失率。").nullable(),
    risk_low: c.share("Lower end of its 95 % interval.", "区间下限。").nullable(),
    risk_high: c.share("Upper end of its interval.", "区间上限。").nullable()
  }),
  query: (db) =>
    db
      .with("occurring", (db) =>
        db
          .selectFrom("int_churn_group")
          .groupBy("warned_of")
          .select(({ref}) => [
            "warned_of",
            s.coalesce(s.sum(s.onlyWhen(ref("is_horizon_closed"), ref("customers"))), s.num(0)).as("customers"),
            s.coalesce(s.sum(ref("churned")), s.num(0)).as("churned")
          ])
      )
      .with("warned", (db) =>
        db
          .selectFrom("occurring")
          .innerJoin("mart_churn_warning_test as test", (on) =>
            on.on("is_useful", "=", true).on(({ref}) => names(ref("warned_of"), ref("warning")))
          )
          .groupBy("warned_of")
          .select(({ref}) => [
            ref("warned_of").as("known_warned_of"),
            s.max(ref("churn_share")).as("share"),
            s.max(ref("low")).as("low"),
            s.max(ref("high")).as("high")
          ])
      )
      .with("snapshots", (db) =>
        db
          .selectFrom("int_churn_group")
          .select(({ref}) => s.countDistinct(s.onlyWhen(ref("is_horizon_closed"), ref("snapshot_on"))).as("snapshots"))
      )
      .with("spared", (db) =>
        db
          .selectFrom("occurring")
          .leftJoin("warned", "known_warned_of", "warned_of")
          .crossJoin("snapshots")
          .where("share", "is", null)
          .groupBy("snapshots")
          .having(({ref}) => s.compare(s.sum(ref("customers")), ">", s.num(0)))
          .select(({ref}) => {
            const mean = (x: "customers" | "churned") => s.ratio(s.sum(ref(x)), ref("snapshots")).$notNull();
            return [
              s.ratio(s.sum(ref("churned")), s.sum(ref("customers"))).as("spared_share"),
              wilsonLow(mean("churned"), mean("customers")).as("spared_low"),
              wilsonHigh(mean("churned"), mean("customers")).as("spared_high")
            ];
          })
      )
      .selectFrom("occurring")
      .leftJoin("warned", "known_warned_of", "warned_of")
      .leftJoin("spared", (on) => on.onTrue())
      .select(({ref}) => [
        "warned_of",
        s.isKnown(ref("share")).as("is_warned"),
        s.firstOf(ref("share"), ref("spared_share")).as("risk_share"),
        s.firstOf(ref("low"), ref("spared_low")).as("risk_low"),
        s.firstOf(ref("high"), ref("spared_high")).as("risk_high")
      ])
});
