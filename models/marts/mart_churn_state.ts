import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {intAsOf} from "../intermediate/int_as_of.ts";
import {intChurnGroup} from "../intermediate/int_churn_group.ts";
import {intChurnModel} from "../intermediate/int_churn_model.ts";
import {model} from "../model.ts";
import * as s from "../sql.ts";
import {recurs} from "./churnChoice.ts";
import {martChurnBacktest} from "./mart_churn_backtest.ts";
import {martChurnMethod} from "./mart_churn_method.ts";
import {martChurnWarningTest} from "./mart_churn_warning_test.ts";
import {highFrom, mediumFrom} from "./riskCuts.ts";

const uses = ["model", "rules", "nothing"] as const;
const models = ["logistic", "trees"] as const;
const reasons = [
  "best",
  "too_few",
  "no_closed_horizon",
  "one_class",
  "one_time_only",
  "no_skill",
  "not_better"
] as const;

/**
 * What the churn watch goes by, a model, plain rules or nothing, and why; one row.
 *
 * A model where mart_churn_method has one that is used (reason best). Otherwise rules where mart_churn_warning_test has a useful one and
 * anything recurs, else nothing. Why there is no model: no_closed_horizon, nobody can have left yet; one_class, everybody left or nobody
 * did; one_time_only, more than 98 % have one purchase day; too_few, too little to train on or no later snapshot to test on; no_skill, no
 * model told leavers apart; not_better, recency alone erred no more. The measures are those of the used model, else of the better one
 * tested. Bands of risk begin at 40 % and 70 %; where under 20 % or over 75 % leave these would hold nearly nobody or everybody: then medium begins at the
 * share that leaves and high at 3.5 times its odds, as 40 % and 70 % stand to each other.
 */
export const martChurnState = model({
  name: "mart_churn_state",
  title: {
    en: "What the churn watch goes by, and why; one row.",
    zh: "流失预警所依据的方法及其理由，共一行。"
  },
  from: [intAsOf, intChurnGroup, intChurnModel, martChurnBacktest, martChurnMethod, martChurnWarningTest],
  grain: [],
  columns: z.strictObject({
    uses: c.oneOf(uses, "What ranks customers.", "排序依据：模型、规则或无。"),
    method: c.oneOf(models, "The model used; null: none.", "所用模型；空为未用模型。").nullable(),
    reason: c.oneOf(reasons, "Why that one, or why no model.", "选用或不用模型的理由。"),
    horizon_days: c.wholeDays("Length of the horizon.", "视野期天数。"),
    customers: c.count("Customers with an order at as_of.", "截止日有订单的客户数。"),
    one_time_share: c
      .share("Of them with one purchase day; null without customers.", "其中仅有一个购买日的比例；无客户为空。")
      .nullable(),
    closed_snapshots: c.count("Snapshots whose horizon is over.", "视野期已结束的快照数。"),
    churn_share: c.share("Churned at these, of all customer-snapshots.", "这些快照上的流失率。").nullable(),
    tested_snapshots: c.count("Snapshots that a model was tested on.", "检验模型的快照数。"),
    tested_customers: c.count("Customer-snapshots that it was tested on.", "检验的客户快照数。"),
    first_tested_on: c.day("The first of these snapshots.", "最早的检验快照日。").nullable(),
    last_tested_on: c.day("The last of them.", "最晚的检验快照日。").nullable(),
    trained_rows: c
      .count("Customer-snapshots that the model of today learnt from.", "当前模型训练所用的客户快照数。")
      .nullable(),
    trained_churned: c.count("Of them churned.", "其中流失。").nullable(),
    trained_from_on: c.day("The first snapshot learnt from.", "最早的训练快照日。").nullable(),
    trained_to_on: c.day("The last snapshot learnt from.", "最晚的训练快照日。").nullable(),
    auc: c.share("Mean AUC of the model.", "模型的 AUC 均值。").nullable(),
    recency_auc: c.share("Mean AUC of recency alone.", "仅用近度的 AUC 均值。").nullable(),
    alive_auc: c.share("Mean AUC of the purchase model.", "购买模型的 AUC 均值。").nullable(),
    brier: c.share("Mean Brier score of the model.", "模型的 Brier 得分均值。").nullable(),
    recency_brier: c.share("Mean Brier score of recency alone.", "仅用近度的 Brier 得分均值。").nullable(),
    base_brier: c.share("Mean Brier score of one share for everybody.", "统一流失率的 Brier 得分均值。").nullable(),
    skill: c.number("1 − brier ÷ base_brier.", "1 − brier÷base_brier。").nullable(),
    useful_warnings: c.count("Warning rules that proved useful.", "经检验有用的预警规则数。"),
    complaint_days: c.wholeDays("Days over which complaints are counted.", "投诉的统计天数。"),
    medium_from: c.share("Risk from which the band is medium.", "中风险的起点。"),
    high_from: c.share("Risk from which the band is high.", "高风险的起点。")
  }),
  query: (db, {churn}) =>
    db
      .with("now", (db) =>
        db
          .selectFrom("int_churn_group")
          .innerJoin("int_as_of", "as_of_on", "snapshot_on")
          .select(({ref}) => [
            s.toBigint(s.coalesce(s.sum(ref("customers")), s.num(0))).as("customers"),
            s
              .ratio(s.subtract(s.sum(ref("customers")), s.sum(ref("repeat_customers"))), s.sum(ref("customers")))
              .as("one_time_share"),
            recurs(s.sum(ref("repeat_customers")), s.sum(ref("customers"))).as("recurs")
          ])
      )
      .with("closed", (db) =>
        db
          .selectFrom("int_churn_group")
          .where("is_horizon_closed", "=", true)
          .select(({ref}) => [
            s.countDistinct(ref("snapshot_on")).as("closed_snapshots"),
            s.ratio(s.sum(ref("churned")), s.sum(ref("customers"))).as("churn_share")
          ])
      )
      .with("trained", (db) =>
        db
          .selectFrom("int_churn_model")
          .select(({ref}) => [
            s.countRows().filterWhere("state", "=", "fitted").as("fitted"),
            s.countRows().filterWhere("state", "=", "one_class").as("one_class"),
            s.max(ref("trained_rows")).$castTo<number | null>().as("trained_rows"),
            s.max(ref("trained_churned")).$castTo<number | null>().as("trained_churned"),
            s.min(ref("first_snapshot_on")).$castTo<Date | null>().as("trained_from_on"),
            s.max(ref("last_snapshot_on")).$castTo<Date | null>().as("trained_to_on")
          ])
      )
      .with("placed", (db) =>
        db
          .selectFrom("mart_churn_method")
          .where("method", "in", models)
          .selectAll()
          .select(({ref}) => {
            const last = s.when(ref("is_used"), s.num(0), s.num(1));
            return s.ordered(s.rowNumber(), {orderBy: [last, ref("brier"), ref("method")]}).as("place");
          })
      )
      .with("best", (db) =>
        db.selectFrom("placed").select(({ref}) => {
          const first = s.compare(ref("place"), "=", s.num(1));
          const of = <T>(x: s.Value<T>) => s.max(s.onlyWhen(first, x)).$castTo<T | null>();
          return [
            s
              .max(s.onlyWhen(ref("is_used"), ref("method")))
              .$castTo<(typeof models)[number] | null>()
              .as("method"),
            s.coalesce(s.anyTrue(ref("is_skilled")), s.no).as("is_skilled"),
            of(ref("method") as s.Value<string>).as("tested_method"),
            s.coalesce(of(ref("snapshots") as s.Value<number>), s.num(0)).as("tested_snapshots"),
            s.coalesce(of(ref("customers") as s.Value<number>), s.num(0)).as("tested_customers"),
            of(ref("auc") as s.Value<number | null>).as("auc"),
            of(ref("brier") as s.Value<number>).as("brier"),
            of(ref("brier_skill") as s.Value<number | null>).as("skill")
          ];
        })
      )
      .with("others", (db) =>
        db.selectFrom("mart_churn_method").select(({ref}) => {
          const of = (method: "recency" | "alive" | "base", column: "auc" | "brier") =>
            s.max(s.onlyWhen(s.compare(ref("method"), "=", s.text(method)), ref(column))).$castTo<number | null>();
          return [
            of("recency", "auc").as("recency_auc"),
            of("alive", "auc").as("alive_auc"),
            of("recency", "brier").as("recency_brier"),
            of("base", "brier").as("base_brier")
          ];
        })
      )
      .with("tested", (db) =>
        db
          .selectFrom("mart_churn_backtest")
          .where("method", "in", models)
          .select(({ref}) => [
            s.min(ref("snapshot_on")).$castTo<Date | null>().as("first_tested_on"),
            s.max(ref("snapshot_on")).$castTo<Date | null>().as("last_tested_on")
          ])
      )
      .with("ruled", (db) =>
        db
          .selectFrom("mart_churn_warning_test")
          .select(s.countRows().filterWhere("is_useful", "=", true).as("useful_warnings"))
      )
      .selectFrom("int_as_of")
      .crossJoin("now")
      .crossJoin("closed")
      .crossJoin("trained")
      .crossJoin("best")
      .crossJoin("others")
      .crossJoin("tested")
      .crossJoin("ruled")
      .select(({ref}) => {
        const is = (column: Parameters<typeof ref>[0], value: number) => s.compare(ref(column), "=", s.num(value));
        const isOneClass = s.either(
          is("churn_share", 0),
          is("churn_share", 1),
          s.both(is("fitted", 0), s.compare(ref("one_class"), ">", s.num(0))),
          s.both(s.compare(ref("tested_snapshots"), ">", s.num(0)), s.isNull(ref("auc")))
        );
        const [hasModel, isUntested] = [s.isKnown(ref("method")), is("tested_snapshots", 0)];
        const reason = [
          [hasModel, "best"],
          [is("closed_snapshots", 0), "no_closed_horizon"],
          [s.both(s.isKnown(ref("churn_share")), s.either(is("churn_share", 0), is("churn_share", 1))), "one_class"],
          [s.not(ref("recurs")), "one_time_only"],
          [s.coalesce(isOneClass, s.no), "one_class"],
          [s.either(is("fitted", 0), isUntested), "too_few"],
          [ref("is_skilled"), "not_better"]
        ] as const;
        return [
          s
            .when(
              hasModel,
              s.text("model"),
              s.when(
                s.both(ref("recurs"), s.compare(ref("useful_warnings"), ">", s.num(0))),
                s.text("rules"),
                s.text("nothing")
              )
            )
            .$castTo<(typeof uses)[number]>()
            .as("uses"),
          "method",
          reason
            .reduceRight<s.Value<string>>(
              (otherwise, [condition, word]) => s.when(condition, s.text(word), otherwise),
              s.text("no_skill")
            )
            .$castTo<(typeof reasons)[number]>()
            .as("reason"),
          "horizon_days",
          ref("now.customers").as("customers"),
          "one_time_share",
          "closed_snapshots",
          "churn_share",
          "tested_snapshots",
          "tested_customers",
          "first_tested_on",
          "last_tested_on",
          "trained_rows",
          "trained_churned",
          "trained_from_on",
          "trained_to_on",
          "auc",
          "recency_auc",
          "alive_auc",
          "brier",
          "recency_brier",
          "base_brier",
          "skill",
          "useful_warnings",
          s.toBigint(s.num(churn.warnings.complaintDays)).as("complaint_days"),
          mediumFrom(ref("churn_share")).as("medium_from"),
          highFrom(ref("churn_share")).as("high_from")
        ];
      })
});
