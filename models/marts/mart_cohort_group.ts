import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {model} from "../model.ts";
import {wilsonHigh, wilsonLow} from "../intervals.ts";
import * as s from "../sql.ts";
import {intCohortGroup} from "../intermediate/int_cohort_group.ts";

const dimensions = ["acquisition_channel", "first_sales_channel", "country"] as const;

/**
 * Which customers come back, one row per dimension, group and elapsed month 1, 3, 6 or 12.
 *
 * Eligible are the customers whose month k is over. Groups are taken at the first order and are unknown where no source says.
 * An association, not an effect. Intervals are Wilson's at 95 %.
 */
export const martCohortGroup = model({
  name: "mart_cohort_group",
  title: {
    en: "Which customers come back, one row per dimension, group and elapsed month.",
    zh: "哪些客户会回来，每个维度、分组、月龄一行。"
  },
  from: [intCohortGroup],
  grain: ["dimension", "group_name", "months_since_first"],
  columns: z.strictObject({
    dimension: c.oneOf(dimensions, "What the customers are grouped by.", "分组维度。"),
    group_name: c.text("The group; “unknown” where no source says.", "分组；来源未注明为 unknown。"),
    months_since_first: c.count("1, 3, 6 or 12.", "月龄：1、3、6 或 12。"),
    eligible_customers: c.count("Customers whose month is over.", "该月已结束的客户数。"),
    active_customers: c.count("Of them with an order in the month.", "其中当月有订单的客户数。"),
    retention_share: c.share("Active ÷ eligible.", "留存率。"),
    retention_low: c.share("Lower end of its interval.", "区间下限。"),
    retention_high: c.share("Upper end of its interval.", "区间上限。"),
    returning_later_customers: c.count("With an order in the month or later.", "当月或之后有订单的客户数。"),
    returning_later_share: c.share("Unbounded retention.", "无界留存率。")
  }),
  query: (db) =>
    db
      .with("totals", (db) =>
        db
          .selectFrom("int_cohort_group")
          .where("dimension", "<>", "all")
          .groupBy(["dimension", "group_name", "months_since_first"])
          .select(({ref}) => [
            ref("dimension").$castTo<(typeof dimensions)[number]>().as("dimension"),
            "group_name",
            "months_since_first",
            s.toBigint(s.sum(ref("customers"))).as("eligible_customers"),
            s.toBigint(s.sum(ref("active_customers"))).as("active_customers"),
            s.toBigint(s.sum(ref("returning_later_customers"))).as("returning_later_customers")
          ])
      )
      .selectFrom("totals")
      .select(({ref}) => [
        "dimension",
        "group_name",
        "months_since_first",
        "eligible_customers",
        "active_customers",
        s.ratio(ref("active_customers"), ref("eligible_customers")).$notNull().as("retention_share"),
        wilsonLow(ref("active_customers"), ref("eligible_customers")).as("retention_low"),
        wilsonHigh(ref("active_customers"), ref("eligible_customers")).as("retention_high"),
        "returning_later_customers",
        s.ratio(ref("returning_later_customers"), ref("eligible_customers")).$notNull().as("returning_later_share")
      ])
});
