import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {model} from "../model.ts";
import * as s from "../sql.ts";
import {intAsOf} from "./int_as_of.ts";
import {intCustomerOrders} from "./int_customer_orders.ts";

/**
 * After how many days of silence a customer is in another stage of life, one row: from the gaps between purchase days of the whole base.
 *
 * Dormant begins where the churn horizon ends: by default the 90th percentile of the gaps, in whole weeks. Slipping begins after the
 * 75th percentile, at most the horizon; half of it where nobody has bought twice. Lost begins after the 98th percentile, and not before
 * twice the horizon. So of ten gaps after which a customer came back about one was longer than dormant, of fifty one longer than lost.
 */
export const intLifecycle = model({
  name: "int_lifecycle",
  title: {en: "Days of silence that change a customer's stage, one row.", zh: "划分客户阶段的沉默天数，共一行。"},
  from: [intAsOf, intCustomerOrders],
  grain: [],
  columns: z.strictObject({
    slipping_after_days: c.days("Silence from which a customer is slipping.", "超过该沉默天数为“渐远”。"),
    dormant_after_days: c.days("Silence from which a customer is dormant.", "超过该沉默天数为“沉睡”。"),
    lost_after_days: c.days("Silence from which a customer is lost.", "超过该沉默天数为“流失”。")
  }),
  query: (db) =>
    db
      .with("gaps", (db) =>
        db.selectFrom("int_customer_orders").select(({ref}) => {
          const gap = s.onlyWhen(ref("is_first_of_day"), ref("days_since_previous"));
          return [s.quantile(gap, 0.75).as("long_gap_days"), s.quantile(gap, 0.98).as("longest_gap_days")];
        })
      )
      .selectFrom("int_as_of")
      .crossJoin("gaps")
      .select(({ref}) => {
        const horizon = s.toDouble(ref("horizon_days"));
        const double = s.toDouble(s.multiply(ref("horizon_days"), s.num(2)));
        const half = s.ratio(ref("horizon_days"), s.num(2)).$notNull();
        return [
          s.least(s.coalesce(ref("long_gap_days"), half), horizon).as("slipping_after_days"),
          horizon.as("dormant_after_days"),
          s.greatest(s.coalesce(ref("longest_gap_days"), double), double).as("lost_after_days")
        ];
      })
});
