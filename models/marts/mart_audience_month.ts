import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {conditionOf} from "../audience/condition.ts";
import {isScored, pastColumn, pastOf} from "../audience/pastColumns.ts";
import {intChurnFeatures} from "../intermediate/int_churn_features.ts";
import {intRfmDay} from "../intermediate/int_rfm_day.ts";
import {intRfmMonth} from "../intermediate/int_rfm_month.ts";
import {intSnapshot} from "../intermediate/int_snapshot.ts";
import {model} from "../model.ts";
import {nth} from "../nth.ts";
import * as s from "../sql.ts";

/**
 * How large an audience would have been at the end of past months, one row per audience and month end; the last is as_of.
 *
 * Today's rule is asked of what was known then. Audiences that ask for a column of which the past is not known (mart_audience says which)
 * have no rows, nor those that may take in customers without an order, of whom no past is kept. Where a rule asks for RFM scores, only days count
 * whose window was full.
 */
export const martAudienceMonth = model({
  name: "mart_audience_month",
  title: {
    en: "How large an audience would have been in the past, one row per audience and month end.",
    zh: "受众的历史规模，每个受众每个月末一行。"
  },
  from: [intChurnFeatures, intRfmDay, intRfmMonth, intSnapshot],
  grain: ["audience", "month_on"],
  columns: z.strictObject({
    audience: c.text("Name of the audience in the configuration.", "配置中的受众名。"),
    month_on: c.day("As of the end of this day.", "截止日（当日末）。"),
    customers: c.count("Customers whom the rule took in then.", "当时符合规则的客户数。")
  }),
  query: (db, {audiences}) => {
    const told = audiences.filter(({where}) => pastOf(where) === "told");
    const names = told.map(({name}) => name);
    const number = (i: number, n: s.Value<number>) => s.compare(n, "=", s.num(i + 1));
    return db
      .with("held", (db) =>
        db
          .selectFrom("int_churn_features as at")
          .leftJoin("int_rfm_month as rfm", (on) =>
            on.onRef("rfm.customer_id", "=", "at.customer_id").onRef("rfm.month_on", "=", "at.snapshot_on")
          )
          .crossJoin(s.series(1, Math.max(1, told.length)))
          .where(({ref}) => {
            const subject = {column: (name: string) => pastColumn(name, ref as never), asOf: ref("at.snapshot_on")};
            const isIn = told.map(({where}, i) =>
              s.both(number(i, ref("n") as s.Value<number>), conditionOf(where, subject))
            );
            return isIn.length ? s.either(...isIn) : s.no;
          })
          .groupBy(["n", "at.snapshot_on"])
          .select(({ref}) => [ref("n").as("held_n"), ref("at.snapshot_on").as("held_on"), s.countRows().as("held")])
      )
      .selectFrom("int_snapshot as day")
      .crossJoin(s.series(1, Math.max(1, told.length)))
      .leftJoin("int_rfm_day as scored", "scored.month_on", "day.snapshot_on")
      .leftJoin("held", (on) => on.onRef("held_n", "=", "n").onRef("held_on", "=", "day.snapshot_on"))
      .where(({ref}) => {
        const isFull = s.coalesce(ref("is_window_full"), s.no);
        const isTold = told.map(({where}, i) =>
          s.both(number(i, ref("n") as s.Value<number>), isScored(where) ? isFull : s.yes)
        );
        return isTold.length ? s.either(...isTold) : s.no;
      })
      .select(({ref}) => [
        (names.length ? nth(names, ref("n")) : s.text("")).as("audience"),
        ref("day.snapshot_on").as("month_on"),
        s.coalesce(ref("held"), s.num(0)).as("customers")
      ]);
  }
});
