import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {differenceHigh, differenceLow} from "../differenceIntervals.ts";
import {cohortDimensions} from "../cohortDimensions.ts";
import {intAsOf} from "../intermediate/int_as_of.ts";
import {intCohortCell} from "../intermediate/int_cohort_cell.ts";
import {wilsonHigh, wilsonLow} from "../intervals.ts";
import {model} from "../model.ts";
import * as s from "../sql.ts";

/** Cohorts that count as recent, and those before them that they are compared with. */
const [recentCohorts, earlierCohorts] = [3, 12];

/**
 * Do newer customers come back as often as earlier ones, one row per dimension, group and elapsed month 1, 3, 6 or 12.
 *
 * Recent are the newest 3 cohort months that have completed month k, earlier the 12 before them. The first cohort of the history is
 * in neither: it holds everybody who was a customer already; long-run numbers are over every cohort that has completed the month. Groups
 * are taken at the first order and are unknown where no source says; the dimension “all” has one group. Shares carry Wilson's interval at 95 %, the difference Newcombe's hybrid of the two
 * (1998, method 10). An association, not an effect.
 */
export const martCohortChange = model({
  name: "mart_cohort_change",
  title: {
    en: "Return of newer against earlier customers, one row per dimension, group and elapsed month.",
    zh: "新近客户与此前客户的复购对比，每个维度、分组、月龄一行。"
  },
  from: [intAsOf, intCohortCell],
  grain: ["dimension", "group_name", "months_since_first"],
  columns: z.strictObject({
    dimension: c.oneOf(cohortDimensions, "What the customers are grouped by.", "分组维度。"),
    group_name: c.text("The group; “unknown” where no source says.", "分组；来源未注明为 unknown。"),
    months_since_first: c.count("1, 3, 6 or 12.", "月龄：1、3、6 或 12。"),
    recent_from_month: c.month("Oldest recent cohort with a customer.", "新近同期群中最早的月份。").nullable(),
    recent_to_month: c.month("Newest recent cohort with a customer.", "新近同期群中最新的月份。").nullable(),
    recent_customers: c.count("Customers of the recent cohorts.", "新近同期群客户数。"),
    recent_active: c.count("Of them with an order in the month.", "其中当月有订单的客户数。"),
    recent_share: c.share("Active ÷ customers.", "新近留存率。").nullable(),
    recent_low: c.share("Lower end of its interval.", "区间下限。").nullable(),
    recent_high: c.share("Upper end of its interval.", "区间上限。").nullable(),
    earlier_from_month: c.month("Oldest earlier cohort with a customer.", "此前同期群中最早的月份。").nullable(),
    earlier_to_month: c.month("Newest earlier cohort with a customer.", "此前同期群中最新的月份。").nullable(),
    earlier_customers: c.count("Customers of the earlier cohorts.", "此前同期群客户数。"),
    earlier_active: c.count("Of them with an order in the month.", "其中当月有订单的客户数。"),
    earlier_share: c.share("Active ÷ customers.", "此前留存率。").nullable(),
    earlier_low: c.share("Lower end of its interval.", "区间下限。").nullable(),
    earlier_high: c.share("Upper end of its interval.", "区间上限。").nullable(),
    change_share: c.number("Recent − earlier share.", "差值：新近减此前。").nullable(),
    change_low: c.number("Lower end of its interval.", "差值区间下限。").nullable(),
    change_high: c.number("Upper end of its interval.", "差值区间上限。").nullable(),
    whole_customers: c.count(
      "Customers of all cohorts that have completed the month.",
      "已完成该月的全部同期群客户数。"
    ),
    whole_active: c.count("Of them with an order in the month.", "其中当月有订单的客户数。"),
    whole_share: c.share("Active ÷ customers.", "长期留存率。")
  }),
  query: (db) =>
    db
      .with("cohorts", (db) =>
        db
          .selectFrom("int_cohort_cell")
          .where("period", "=", "month")
          .groupBy(["dimension", "group_name", "cohort_on", "completed_periods"])
          .select(({ref}) => {
            const activeIn = (age: number) =>
              s.sum(s.when(s.compare(ref("periods_since_first"), "=", s.num(age)), ref("active_customers"), s.num(0)));
            return [
              "dimension",
              "group_name",
              "cohort_on",
              "completed_periods",
              s.sum(ref("joining_customers")).as("customers"),
              activeIn(1).as("in_1"),
              activeIn(3).as("in_3"),
              activeIn(6).as("in_6"),
              activeIn(12).as("in_12")
            ];
          })
      )
      .with("placed", (db) =>
        db
          .selectFrom("cohorts")
          .crossJoin("int_as_of")
          .crossJoin(s.series(1, 12, "ages"))
          .where("n", "in", [1, 3, 6, 12])
          .whereRef("completed_periods", ">", "n")
          .select(({ref}) => {
            const at = (months: number) => s.compare(ref("n"), "=", s.num(months));
            return [
              "dimension",
              "group_name",
              ref("n").as("months_since_first"),
              ref("cohort_on").as("cohort_month"),
              "customers",
              s
                .when(at(1), ref("in_1"), s.when(at(3), ref("in_3"), s.when(at(6), ref("in_6"), ref("in_12"))))
                .as("active_customers"),
              s.subtract(s.subtract(ref("completed_periods"), ref("n")), s.num(1)).as("place"),
              s.compare(ref("cohort_on"), "=", s.month(ref("history_from_on"))).as("is_first")
            ];
          })
      )
      .with("totals", (db) =>
        db
          .selectFrom("placed")
          .groupBy(["dimension", "group_name", "months_since_first"])
          .select(({ref}) => {
            const within = (from: number, to: number) =>
              s.both(
                s.compare(ref("place"), ">=", s.num(from)),
                s.compare(ref("place"), "<", s.num(to)),
                s.compare(ref("is_first"), "=", s.no)
              );
            const recent = within(0, recentCohorts);
            const earlier = within(recentCohorts, recentCohorts + earlierCohorts);
            const total = (of: typeof recent, x: "customers" | "active_customers") =>
              s.toBigint(s.sum(s.when(of, ref(x), s.num(0))));
            const from = (of: typeof recent) => s.min(s.onlyWhen(of, ref("cohort_month"))).$castTo<Date | null>();
            const to = (of: typeof recent) => s.max(s.onlyWhen(of, ref("cohort_month"))).$castTo<Date | null>();
            return [
              "dimension",
              "group_name",
              "months_since_first",
              from(recent).as("recent_from_month"),
              to(recent).as("recent_to_month"),
              total(recent, "customers").as("recent_customers"),
              total(recent, "active_customers").as("recent_active"),
              from(earlier).as("earlier_from_month"),
              to(earlier).as("earlier_to_month"),
              total(earlier, "customers").as("earlier_customers"),
              total(earlier, "active_customers").as("earlier_active"),
              s.toBigint(s.sum(ref("customers"))).as("whole_customers"),
              s.toBigint(s.sum(ref("active_customers"))).as("whole_active")
            ];
          })
      )
      .with("shares", (db) =>
        db
          .selectFrom("totals")
          .selectAll()
          .select(({ref}) => {
            const some = (n: "recent_customers" | "earlier_customers") => s.compare(ref(n), ">", s.num(0));
            const [recent, earlier] = [some("recent_customers"), some("earlier_customers")];
            return [
              s.ratio(ref("recent_active"), ref("recent_customers")).as("recent_share"),
              s.onlyWhen(recent, wilsonLow(ref("recent_active"), ref("recent_customers"))).as("recent_low"),
              s.onlyWhen(recent, wilsonHigh(ref("recent_active"), ref("recent_customers"))).as("recent_high"),
              s.ratio(ref("earlier_active"), ref("earlier_customers")).as("earlier_share"),
              s.onlyWhen(earlier, wilsonLow(ref("earlier_active"), ref("earlier_customers"))).as("earlier_low"),
              s.onlyWhen(earlier, wilsonHigh(ref("earlier_active"), ref("earlier_customers"))).as("earlier_high")
            ];
          })
      )
      .selectFrom("shares")
      .selectAll()
      .select(({ref}) => {
        const recent = {share: ref("recent_share"), low: ref("recent_low"), high: ref("recent_high")};
        const earlier = {share: ref("earlier_share"), low: ref("earlier_low"), high: ref("earlier_high")};
        return [
          s.subtract(recent.share, earlier.share).as("change_share"),
          differenceLow(recent, earlier).as("change_low"),
          differenceHigh(recent, earlier).as("change_high"),
          s.ratio(ref("whole_active"), ref("whole_customers")).$notNull().as("whole_share")
        ];
      })
});
