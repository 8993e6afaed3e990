import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {fromParts} from "../exact.ts";
import {intChurnForetold, methods} from "../intermediate/int_churn_foretold.ts";
import {model} from "../model.ts";
import * as s from "../sql.ts";
import {rankedRisks} from "./rankedRisks.ts";
import {caught, tenthsIn} from "../rankingMeasures.ts";

/**
 * How many leavers each tenth of a ranking holds, one row per method and tenth, over all tested snapshots.
 *
 * Every snapshot is cut in ten equal parts by foretold risk, the riskiest first. Customers of equal risk on both sides of a cut are
 * shared out in proportion, so that numbers of customers may have decimals and a ranking of equals has lift 1 everywhere.
 */
export const martChurnLift = model({
  name: "mart_churn_lift",
  title: {
    en: "How many leavers each tenth of a ranking holds, one row per method and tenth.",
    zh: "按风险排序的各十分位的流失客户，每种方法、每个十分位一行。"
  },
  from: [intChurnForetold],
  grain: ["method", "tenth"],
  columns: z.strictObject({
    method: c.oneOf(methods, "How it was ranked.", "排序方法。"),
    tenth: c.count("1: the riskiest tenth, … 10.", "1 为风险最高的十分之一，……，10 为最低。"),
    customers: c.number("Customer-snapshots in it.", "客户快照数。"),
    churned: c.number("Of them churned.", "其中流失。"),
    churn_share: c.share("Churned ÷ customers.", "流失率。"),
    lift: c
      .number("Churn of the tenth ÷ churn of all; null where nobody churned.", "该段流失率÷全体流失率；无人流失为空。")
      .nullable(),
    found_share: c
      .share(
        "Of all churned, those in this and the riskier tenths.",
        "该段及更高风险各段所含流失客户占全部流失的比例。"
      )
      .nullable()
  }),
  query: (db) =>
    db
      .with("ranked", rankedRisks)
      .with("tenths", (db) =>
        db
          .selectFrom("ranked")
          .crossJoin(s.series(1, 10, "place"))
          .select(({ref}) => {
            const row = {
              customers: ref("customers"),
              churned: ref("churned"),
              above: ref("above"),
              all_customers: ref("all_customers")
            };
            return ["method", "n", "customers", "churned", tenthsIn(row, ref("n")).as("tenths")];
          })
      )
      .with("totals", (db) =>
        db
          .selectFrom("tenths")
          .where("tenths", ">", 0)
          .groupBy(["method", "n"])
          .select(({ref}) => [
            "method",
            ref("n").as("tenth"),
            s.toBigint(s.sum(ref("tenths"))).as("tenths"),
            s
              .toBigint(s.sum(caught({customers: ref("customers"), churned: ref("churned")}, ref("tenths"))))
              .as("caught")
          ])
      )
      .selectFrom("totals")
      .select(({ref}) => {
        const sequence = {partitionBy: [ref("method")], orderBy: [ref("tenth")]};
        const all = (x: "tenths" | "caught") => s.overall(s.sum(ref(x)), ref("method"));
        const share = s.ratio(fromParts(ref("caught"), 1e6), ref("tenths"));
        const overall = s.ratio(fromParts(all("caught"), 1e6), all("tenths"));
        return [
          "method",
          "tenth",
          s.ratio(ref("tenths"), s.num(10)).$notNull().as("customers"),
          fromParts(ref("caught"), 1e7).$notNull().as("churned"),
          share.$notNull().as("churn_share"),
          s.ratio(share, overall).as("lift"),
          s.ratio(s.running(s.sum(ref("caught")), sequence), all("caught")).as("found_share")
        ];
      })
});
