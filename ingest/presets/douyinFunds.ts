import {amount, written} from "./amounts.ts";
import {preset} from "./preset.ts";

const moved = `abs(${amount("动账金额")})`;
const fees = ["平台服务费", "佣金", "渠道分成", "招商服务费", "站外推广费", "其他分成"]
  .map((column) => `coalesce(${amount(column)}, 0)`)
  .join(" + ");
const settled = `(coalesce("动账方向", '') like '%入%' and "动账场景" like '%货款%' and "订单号" is not null)`;
/** Money that goes back to the buyer; what goes back to the platform or to those who shared in the sale is none of it. */
const paidBack = `(coalesce("动账方向", '') like '%出%' and "动账场景" like '%退款%' and "动账场景" not like '%补贴%'
  and "动账场景" not like '%分账%' and "订单号" is not null)`;

/**
 * 抖店's account of money, one row per movement: what is settled for sub-orders as payments, what is paid back as refunds, dated when the
 * money moved. A settlement arrives after fees (`动账金额`): its amount is what arrived and all fees, written with either sign, together.
 */
export const douyinFunds = preset({
  name: "douyin-settlements",
  system: "抖店",
  export: "抖店后台 → 资金 → 资金流水 (动账明细) → 导出",
  evidence: "seen",
  columns: {
    动账时间: [],
    动帐流水号: ["动账流水号"],
    动账方向: [],
    动账金额: [],
    动账账户: [],
    动账场景: [],
    计费类型: [],
    子订单号: [],
    订单号: [],
    售后编号: [],
    下单时间: [],
    商品ID: [],
    订单类型: [],
    订单实付应结: [],
    运费实付: [],
    实际平台补贴: [],
    订单退款: [],
    平台服务费: [],
    佣金: [],
    渠道分成: [],
    招商服务费: [],
    站外推广费: [],
    其他分成: [],
    备注: []
  },
  needs: ["动账时间", "动帐流水号", "动账方向", "动账金额", "动账场景"],
  zone: "Asia/Shanghai",
  parts: {
    payments: {
      kind: "payments",
      map: {payment_id: "动帐流水号", order_id: "订单号", paid_at: "动账时间", payment_status: "动账场景"},
      fixed: {currency: "CNY", is_failed: false},
      derive: {
        amount: `coalesce(${written(`${moved} + abs(${fees})`)}, "动账金额")`,
        fee: written(`abs(${fees})`),
        payment_method: `"动账账户"`
      },
      set_aside: {"money that pays no order": `not coalesce(${settled}, false)`}
    },
    refunds: {
      kind: "refunds",
      map: {refund_id: "动帐流水号", order_id: "订单号", refunded_at: "动账时间", reason: "动账场景"},
      fixed: {currency: "CNY"},
      derive: {amount: `coalesce(${written(moved)}, "动账金额")`},
      set_aside: {"money that no buyer gets back": `not coalesce(${paidBack}, false)`}
    }
  }
});
