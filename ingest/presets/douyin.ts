import {amount, written} from "./amounts.ts";
import {bare} from "./cells.ts";
import {douyinFunds} from "./douyinFunds.ts";
import {preset, type Preset} from "./preset.ts";

const ofOrder = (aggregate: string) => `${aggregate} over (partition by "主订单编号")`;
const closed = `coalesce(trim("订单状态") in ('已关闭', '已取消', '待支付', '待付款'), false)`;
const refunded = `coalesce("售后状态" like '%退款成功%', false)`;
/** What the buyer was asked to pay for the goods of a row, postage and every discount off. */
const paid = `(${amount("订单应付金额")} - coalesce(${amount("运费")}, 0))`;
/** Pieces of a row, also where it lists those of several sub-orders: `1;2`. */
const pieces = `list_sum([try_cast(trim(piece, ' ' || chr(9)) as double) for piece in string_split("商品数量", ';')])`;
const listed = `${amount("商品单价")} * ${pieces}`;
/** Of a list of sub-orders no product is named: the amounts are those of all of them. */
const single = (column: string) => `case when ${bare(column)} not like '%;%' then ${bare(column)} end`;

/**
 * 抖店 orders, one row per sub-order (one product), or per order with the products of its sub-orders joined by `;`. UTF-8 with a byte
 * order mark; ids begin with a tab. The buyer is masked, so that orders of this system belong to no known customer
 * unless the export was allowed to show `收件人手机号`.
 *
 * `订单应付金额` is what the buyer pays for the row: postage in it, all discounts off, whoever bears them; what the platform or a talent
 * pays back to the shop (`平台实际承担优惠金额`, `达人实际承担优惠金额`) is not in it. `商品金额` is not read: some exports write the price of one
 * piece there, others that of all. Postage and amount due of an order are the sums of its rows.
 *
 * A refund (`售后状态` 退款成功) has no amount in this file: all that was paid for the row's goods counts as paid back, as it does for a
 * closed row of an order that goes on.
 */
const orders = preset({
  name: "douyin-orders",
  system: "抖店",
  export: "抖店后台 → 订单 → 订单管理 → 导出 → 订单报表",
  evidence: "seen",
  columns: {
    主订单编号: [],
    子订单编号: [],
    选购商品: [],
    商品规格: [],
    商品数量: [],
    商品ID: [],
    货号: [],
    商家编码: [],
    商品单价: [],
    商品金额: [],
    订单应付金额: [],
    商家收入金额: [],
    运费: [],
    优惠总金额: [],
    平台优惠: [],
    商家优惠: [],
    达人优惠: [],
    支付方式: [],
    手续费: [],
    收件人: [],
    收件人手机号: [],
    省: [],
    市: [],
    详细地址: [],
    买家留言: [],
    订单提交时间: [],
    商家备注: [],
    订单完成时间: [],
    支付完成时间: [],
    APP渠道: [],
    流量来源: [],
    流量体裁: [],
    订单状态: [],
    订单类型: [],
    售后状态: [],
    取消原因: [],
    发货时间: [],
    达人ID: [],
    达人昵称: [],
    平台实际承担优惠金额: [],
    商家实际承担优惠金额: [],
    达人实际承担优惠金额: []
  },
  needs: ["主订单编号", "子订单编号", "选购商品", "订单应付金额", "订单提交时间"],
  zone: "Asia/Shanghai",
  parts: {
    orders: {
      kind: "orders",
      map: {order_id: "主订单编号", phone: "收件人手机号", ordered_at: "订单提交时间"},
      fixed: {currency: "CNY", sales_channel: "抖店"},
      derive: {
        total: `coalesce(${written(ofOrder(`sum(${amount("订单应付金额")})`))}, "订单应付金额")`,
        shipping: `coalesce(${written(ofOrder(`sum(${amount("运费")})`))}, "运费")`,
        refunded: written(
          `case when ${ofOrder(`bool_and(${closed})`)} then ${ofOrder(`sum(case when ${refunded} then ${paid} end)`)}
           else ${ofOrder(`sum(case when ${refunded} or ${closed} then ${paid} end)`)} end`
        )
      },
      cancelled: ofOrder(`bool_and(${closed})`),
      set_aside: {
        "further sub-orders of an order": `"主订单编号" is not null and row_number() over (partition by "主订单编号" order by row) > 1`
      }
    },
    lines: {
      kind: "order_lines",
      map: {order_id: "主订单编号", product_name: "选购商品"},
      fixed: {sales_channel: "抖店"},
      derive: {
        product_id: `coalesce(${single("商家编码")}, ${single("商品ID")})`,
        quantity: `coalesce(${written(pieces)}, "商品数量")`,
        unit_price: `coalesce(case when ${listed} is not null then ${amount("商品单价")}::varchar end, ${written(`${paid} / nullif(${pieces}, 0)`)}, "订单应付金额")`,
        discount: written(`${listed} - ${paid}`)
      }
    }
  }
});

export const douyin: Preset[] = [orders, douyinFunds];
