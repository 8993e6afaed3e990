import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {differenceHigh, differenceLow} from "../differenceIntervals.ts";
import {cohortDimensions, intCohortGroup} from "../intermediate/int_cohort_group.ts";
import {intAsOf} from "../intermediate/int_as_of.ts";
import {wilsonHigh, wilsonLow} from "../intervals.ts";
import {model} from "../model.ts";
import * as s from "../sql.ts";

/** Cohorts that count as recent, and those before them that they are compared with. */
const [recentCohorts, earlierCohorts] = [3, 12];

/**
 * Do newer customers come back as often as earlier ones, one row per dimension, group and elapsed month 1, 3, 6 or 12.
 *
 * Recent are the newest 3 cohort months that have completed month k, earlier the 12 before them. The first cohort of the history is
 * in neither: it holds everybody who was a customer already. Groups are taken at the first order and are unknown where no source
 * says; the dimension “all” has one group. Shares carry Wilson's interval at 95 %, the difference Newcombe's hybrid of the two
 * (1998, method 10). An association, not an effect.
 */
export const martCohortChange = model({
  name: "mart_cohort_change",
  title: {
    en: "Return of newer against earlier customers, one row per dimension, group and elapsed month.",
    zh: "新近客户与此前客户的复购对比，每个维度、分组、月龄一行。"
  },
  from: [intAsOf, intCohortGroup],
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
    change_high: c.number("Upper end of its interval.", "差值区间上限。").nullable()
  }),
  query: (db) =>
    db
      .with("placed", (db) =>
        db
          .selectFrom("int_cohort_group")
          .crossJoin("int_as_of")
          .where(({ref}) => s.compare(ref("cohort_month"), ">", s.month(ref("history_from_on"))))
          .select(({ref}) => [
            "dimension",
            "group_name",
            "months_since_first",
            "cohort_month",
            "customers",
            "active_customers",
            s
              .subtract(s.monthsBetween(ref("cohort_month"), ref("last_complete_month")), ref("months_since_first"))
              .as("place")
          ])
      )
      .with("totals", (db) =>
        db
          .selectFrom("placed")
          .where("place", "<", recentCohorts + earlierCohorts)
          .groupBy(["dimension", "group_name", "months_since_first"])
          .select(({ref}) => {
            const recent = s.compare(ref("place"), "<", s.num(recentCohorts));
            const earlier = s.not(recent);
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
              total(earlier, "active_customers").as("earlier_active")
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
          differenceHigh(recent, earlier).as("change_high")
        ];
      })
});
