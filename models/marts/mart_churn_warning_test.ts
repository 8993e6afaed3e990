import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {names, warnings} from "../intermediate/churnWarnings.ts";
import {intAsOf} from "../intermediate/int_as_of.ts";
import {intChurnGroup} from "../intermediate/int_churn_group.ts";
import {wilsonHigh, wilsonLow} from "../intervals.ts";
import {model} from "../model.ts";
import {nth, nthNumber} from "../nth.ts";
import type {WarningSettings} from "../settings.ts";
import * as s from "../sql.ts";
import {LEAST_LIFT, LEAST_WARNED} from "./churnChoice.ts";

/**
 * How often customers whom a rule warned of left, against those it did not, one row per rule.
 *
 * Counted over all snapshots whose horizon is over; a customer counts once per snapshot. Unwarned are those whom the rule could have
 * warned of: with gaps of their own (silence: one, slowing: three), with earlier purchases (value_fall), with an answer of the last 365
 * days (low_score), everybody (complaints). Intervals are Wilson's at 95 % for the customers of a mean snapshot: the same customers come again in
 * the next one. A rule is useful where it warned of ten customers at a mean snapshot, the whole interval lies above the churn of all
 * that it judged, and the warned left 1.1 times as often as these.
 */
export const martChurnWarningTest = model({
  name: "mart_churn_warning_test",
  title: {
    en: "How often customers whom a rule warned of left, one row per rule.",
    zh: "各预警规则所示客户的流失频率，每条规则一行。"
  },
  from: [intAsOf, intChurnGroup],
  grain: ["warning"],
  columns: z.strictObject({
    warning: c.oneOf(warnings, "The rule.", "预警规则。"),
    threshold: c.number(
      "Where it begins: times the own gap, share of the order value lost, tickets, or NPS answer.",
      "触发界限：自身间隔的倍数、订单金额下降比例、工单数或 NPS 评分。"
    ),
    within_days: c.wholeDays("Days that it counts over; null: no such window.", "统计天数；空为无窗口。").nullable(),
    warned_now: c.count("Customers warned of at as_of.", "截止日被预警的客户数。"),
    snapshots: c.count("Snapshots whose horizon is over.", "视野期已结束的快照数。"),
    warned: c.count("Customer-snapshots warned of.", "被预警的客户快照数。"),
    churned: c.count("Of them churned.", "其中流失。"),
    churn_share: c.share("Churned ÷ warned.", "被预警者的流失率。").nullable(),
    low: c.share("Lower end of its interval.", "区间下限。").nullable(),
    high: c.share("Upper end of its interval.", "区间上限。").nullable(),
    unwarned: c.count("Customer-snapshots judged and not warned of.", "可判定而未被预警的客户快照数。"),
    unwarned_churned: c.count("Of them churned.", "其中流失。"),
    unwarned_share: c.share("Churned ÷ unwarned.", "未被预警者的流失率。").nullable(),
    unwarned_low: c.share("Lower end of its interval.", "区间下限。").nullable(),
    unwarned_high: c.share("Upper end of its interval.", "区间上限。").nullable(),
    lift: c.number("Churn of the warned ÷ churn of all judged.", "被预警者流失率÷全部可判定者流失率。").nullable(),
    is_useful: c.flag("The warned left clearly more often.", "被预警者流失明显更多。")
  }),
  query: (db, {churn}) =>
    db
      .with("rules", (db) =>
        db
          .selectFrom("int_as_of")
          .crossJoin(s.series(1, warnings.length, "place"))
          .select(({ref}) => [
            "as_of_on",
            "n",
            nth(warnings, ref("n")).$castTo<(typeof warnings)[number]>().as("warning")
          ])
      )
      .with("counted", (db) =>
        db
          .selectFrom("rules")
          .leftJoin("int_churn_group", (on) => on.onTrue())
          .groupBy(["n", "warning"])
          .select(({ref}) => {
            const list = (column: "warned_of" | "judged_by") =>
              s.coalesce(names(ref(column).$castTo<string>(), ref("warning")), s.no);
            const [warns, judges] = [list("warned_of"), list("judged_by")];
            const isNow = s.compare(ref("snapshot_on"), "=", ref("as_of_on"));
            const total = (column: "customers" | "churned", ...where: s.Value<boolean>[]) =>
              s.toBigint(s.coalesce(s.sum(s.onlyWhen(s.both(...where), ref(column))), s.toBigint(s.num(0))));
            const closed = ref("is_horizon_closed").$castTo<boolean>() as unknown as s.Value<boolean>;
            const spared = s.both(judges, s.not(warns));
            return [
              "n",
              "warning",
              total("customers", isNow, warns).as("warned_now"),
              s.countDistinct(s.onlyWhen(closed, ref("snapshot_on"))).as("snapshots"),
              total("customers", closed, warns).as("warned"),
              total("churned", closed, warns).as("churned"),
              total("customers", closed, spared).as("unwarned"),
              total("churned", closed, spared).as("unwarned_churned")
            ];
          })
      )
      .with("shared", (db) =>
        db
          .selectFrom("counted")
          .selectAll()
          .select(({ref}) => {
            const mean = (x: "warned" | "churned" | "unwarned" | "unwarned_churned") =>
              s.ratio(ref(x), ref("snapshots")).$notNull();
            const judged = s.ratio(
              s.add(ref("churned"), ref("unwarned_churned")),
              s.add(ref("warned"), ref("unwarned"))
            );
            const share = s.ratio(ref("churned"), ref("warned"));
            const where = <T>(x: "warned" | "unwarned", value: s.Value<T>) =>
              s.onlyWhen(s.compare(ref(x), ">", s.num(0)), value);
            return [
              share.as("churn_share"),
              where("warned", wilsonLow(mean("churned"), mean("warned"))).as("low"),
              where("warned", wilsonHigh(mean("churned"), mean("warned"))).as("high"),
              s.ratio(ref("unwarned_churned"), ref("unwarned")).as("unwarned_share"),
              where("unwarned", wilsonLow(mean("unwarned_churned"), mean("unwarned"))).as("unwarned_low"),
              where("unwarned", wilsonHigh(mean("unwarned_churned"), mean("unwarned"))).as("unwarned_high"),
              judged.as("judged_share"),
              s.ratio(share, judged).as("lift"),
              s.compare(mean("warned"), ">=", s.num(LEAST_WARNED)).as("is_enough")
            ];
          })
      )
      .selectFrom("shared")
      .select(({ref}) => [
        "warning",
        nthNumber(limits(churn.warnings), ref("n")).as("threshold"),
        s
          .onlyWhen(
            s.compare(ref("warning"), "=", s.text("complaints")),
            s.toBigint(s.num(churn.warnings.complaintDays))
          )
          .as("within_days"),
        "warned_now",
        "snapshots",
        "warned",
        "churned",
        "churn_share",
        "low",
        "high",
        "unwarned",
        "unwarned_churned",
        "unwarned_share",
        "unwarned_low",
        "unwarned_high",
        "lift",
        s
          .coalesce(
            s.both(
              ref("is_enough"),
              s.compare(ref("low"), ">", ref("judged_share")),
              s.compare(ref("lift"), ">=", s.num(LEAST_LIFT))
            ),
            s.no
          )
          .as("is_useful")
      ])
});

const limits = (of: WarningSettings) => [of.silenceTimes, of.slowingTimes, of.valueFall, of.complaints, of.lowScoreNps];
