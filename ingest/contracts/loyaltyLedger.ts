import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {contract, type RowRule} from "./contract.ts";
import {notDaysBefore, where} from "./rules.ts";

const takesAway = (row: Record<string, unknown>) => row.entry_type === "redeem" || row.entry_type === "expire";

const sign: RowRule = {
  name: "sign of the entry",
  field: "points",
  sql: `points is null or entry_type is null or entry_type = 'adjust' or (entry_type = 'earn' and points >= 0) or (entry_type <> 'earn' and points <= 0)`,
  test: (row) => {
    if (row.points == null || row.entry_type == null || row.entry_type === "adjust") return true;
    return takesAway(row) ? (row.points as number) <= 0 : (row.points as number) >= 0;
  },
  reason:
    "points have a sign: what is earned is above zero, what is redeemed or expires below; a correction is of type adjust"
};

/**
 * One row per entry of the points account. Points carry their sign, so that a member's outstanding points are the sum of the entries:
 * earned above zero, redeemed and expired below, an adjustment (a reversal too) either. A repeated delivery of an entry replaces it.
 */
export const loyaltyLedger = contract({
  kind: "loyalty_ledger",
  title: {en: "Entries of the loyalty points account.", zh: "会员积分流水。"},
  fields: z.strictObject({
    entry_id: c.id("The programme's own key of the entry.", "流水号。"),
    customer_key: c.id("The member's key in that source.", "该来源中的会员编号。").nullable(),
    email: c.text("The member's e-mail, lower case.", "会员邮箱，小写。", "personal").nullable(),
    phone: c.text("The member's telephone number as written.", "会员电话号码原文。", "personal").nullable(),
    happened_at: c.instant("When the points were booked.", "入账时间。"),
    entry_type: c.oneOf(
      ["earn", "redeem", "expire", "adjust"],
      "What moved the points.",
      "流水类型：获得、兑换、过期、调整。"
    ),
    points: c.money("Points with their sign; their sum is outstanding.", "积分（带正负号，合计即余额）。"),
    balance_after: c.money("The member's points after the entry.", "入账后余额。").nullable(),
    expires_at: c.instant("When points of this entry expire.", "积分到期时间。").nullable(),
    order_id: c.id("The order that it is for.", "对应订单号。").nullable(),
    tier: c.text("The member's tier then.", "当时会员等级。").nullable()
  }),
  key: ["entry_id"],
  deliveredWith: ["entry_id"],
  event: "happened_at",
  aliases: {
    entry_id: ["id", "transaction id", "transaction_id", "流水号", "积分流水号"],
    customer_key: [
      "member id",
      "member_id",
      "memberid",
      "member key",
      "customer id",
      "会员编号",
      "会员卡号",
      "客户编号"
    ],
    email: ["member email", "邮箱"],
    phone: ["member phone", "phone number", "mobile", "手机", "手机号", "电话"],
    happened_at: ["date", "created at", "transaction date", "时间", "入账时间", "变动时间"],
    entry_type: ["type", "transaction type", "类型", "变动类型"],
    points: ["points change", "points delta", "积分", "变动积分"],
    balance_after: ["balance", "余额", "积分余额"],
    expires_at: ["expiry date", "expiration date", "到期时间", "有效期至"],
    order_id: ["order", "order number", "订单号", "订单编号"],
    tier: ["level", "member tier", "会员等级", "等级"]
  },
  rules: [
    sign,
    where(
      "coalesce(entry_type = 'earn', false)",
      (row) => row.entry_type === "earn",
      notDaysBefore("expires_at", "happened_at", "expires before it was earned")
    )
  ]
});
