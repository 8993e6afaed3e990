import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {campaignDimensions, type CampaignDimension} from "../campaigns/groups.ts";
import {model} from "../model.ts";
import * as s from "../sql.ts";
import {intCampaignMember} from "./int_campaign_member.ts";

/**
 * What groups of a campaign's customers did, one row per campaign, dimension, group, arm and whether their window was over: all that effects are computed of.
 *
 * Members without a day of sending are left out. Customers in both arms are an arm of their own of all, and in no other dimension; who got
 * several versions is in no group of version. Tenths are of reached and held back together, by spend before, then the last order, then the
 * pseudonym, none of which knows the arm. Squares and products are summed exactly and rounded once.
 */
export const intCampaignGroup = model({
  name: "int_campaign_group",
  title: {
    en: "What groups of a campaign's customers did, one row per campaign, dimension, group, arm and whether it is over.",
    zh: "活动客户分组汇总，每个活动、维度、分组、实验组别与窗口状态一行。"
  },
  from: [intCampaignMember],
  grain: ["campaign_id", "dimension", "group_name", "arm", "is_over"],
  columns: z.strictObject({
    campaign_id: c.id("The campaign.", "活动编号。", "public"),
    dimension: c.oneOf(campaignDimensions, "What is grouped by.", "分组维度。"),
    group_name: c.text("The group; empty: no version is named.", "分组；空为未注明版本。"),
    arm: c.oneOf(["treated", "control", "both"], "Reached, held back, or both.", "实验组、对照组或两者。"),
    is_over: c.flag("Their window was over by as_of.", "窗口在截止时已结束。"),
    customers: c.count("Customers.", "客户数。"),
    opened: c.count("Opened a message.", "打开者。"),
    clicked: c.count("Clicked in one.", "点击者。"),
    unsubscribed: c.count("Left the list.", "退订者。"),
    bounced: c.count("A message came back.", "退回者。"),
    overlapping: c.count("Reached by another campaign at the same time.", "同期收到其他活动者。"),
    ordered: c.count("Ordered within the window.", "窗口内下单者。"),
    had_ordered: c.count("Ordered within as many days before.", "此前同等天数内下单者。"),
    orders: c.count("Orders within the window.", "窗口内订单数。"),
    net_revenue: c.money("Net revenue within the window: Σ y.", "窗口内净收入合计。"),
    net_revenue_before: c.money("Net revenue of the 365 days before: Σ x.", "此前 365 天净收入合计。"),
    squares: c.number("Σ y².", "窗口内净收入平方和。"),
    squares_before: c.number("Σ x².", "此前净收入平方和。"),
    products: c.number("Σ x y.", "前后净收入乘积和。")
  }),
  query: (db) =>
    db
      .with("ranked", (db) =>
        db
          .selectFrom("int_campaign_member")
          .where("sent_on", "is not", null)
          .selectAll()
          .select(({ref}) => {
            const isOneArm = s.compare(ref("arm"), "<>", s.text("both"));
            const own = [ref("campaign_id"), isOneArm];
            return [
              isOneArm.as("is_one_arm"),
              s
                .ordered(s.rowNumber(), {
                  partitionBy: own,
                  orderBy: [
                    s.descending(ref("net_revenue_before")),
                    s.descending(s.coalesce(ref("last_order_before_on"), s.date("1900-01-01"))),
                    ref("customer_id")
                  ]
                })
                .as("place"),
              s.overall(s.countRows(), ...own).as("of_all")
            ];
          })
      )
      .with("grouped", (db) =>
        db
          .selectFrom("ranked")
          .crossJoin(s.series(1, campaignDimensions.length))
          .where(({ref}) => s.either(s.compare(ref("n"), "=", s.num(1)), ref("is_one_arm")))
          .where(({ref}) => s.either(s.compare(ref("n"), "<>", s.num(2)), s.not(ref("has_versions"))))
          .selectAll("ranked")
          .select(({ref}) => {
            const tenth = s.floor(
              s.ratio(s.multiply(s.subtract(ref("place"), s.num(1)), s.num(10)), ref("of_all")).$notNull()
            );
            const versions = s.when(
              s.compare(ref("arm"), "=", s.text("treated")),
              s.coalesce(ref("version"), s.text("")),
              s.text("")
            );
            const names = [
              s.text("all"),
              versions,
              ref("recency_band"),
              ref("frequency_band"),
              ref("segment"),
              s.toType(s.toBigint(s.add(tenth, s.num(1))), "varchar")
            ] as s.Value<string>[];
            const chosen = <T extends string>(values: readonly s.Value<T>[]) =>
              values
                .slice(0, -1)
                .reduceRight<s.Value<T>>(
                  (rest, value, i) => s.when(s.compare(ref("n"), "=", s.num(i + 1)), value, rest),
                  values.at(-1)!
                );
            return [
              chosen(campaignDimensions.map((name) => s.text(name).$castTo<CampaignDimension>())).as("dimension"),
              chosen(names).as("group_name")
            ];
          })
      )
      .selectFrom("grouped")
      .groupBy(["campaign_id", "dimension", "group_name", "arm", "is_over"])
      .select(({ref}) => {
        const [y, x] = [ref("net_revenue"), ref("net_revenue_before")];
        const who = (flag: s.Value<boolean>) => s.count(s.onlyWhen(flag, ref("customer_id")));
        return [
          "campaign_id",
          "dimension",
          "group_name",
          "arm",
          "is_over",
          s.countRows().as("customers"),
          who(ref("is_opened")).as("opened"),
          who(ref("is_clicked")).as("clicked"),
          who(ref("is_unsubscribed")).as("unsubscribed"),
          who(ref("is_bounced")).as("bounced"),
          who(ref("is_overlapping")).as("overlapping"),
          who(ref("has_ordered")).as("ordered"),
          who(ref("had_ordered")).as("had_ordered"),
          s.toBigint(s.sum(ref("orders"))).as("orders"),
          s.toMoney(s.sum(y)).as("net_revenue"),
          s.toMoney(s.sum(x)).as("net_revenue_before"),
          s.toDouble(s.sum(s.exactProduct(y, y))).as("squares"),
          s.toDouble(s.sum(s.exactProduct(x, x))).as("squares_before"),
          s.toDouble(s.sum(s.exactProduct(x, y))).as("products")
        ];
      })
});
