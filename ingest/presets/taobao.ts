import {amount, written} from "./amounts.ts";
import {bare} from "./cells.ts";
import {preset, type Preset} from "./preset.ts";

const closed = `"订单状态" like '%关闭%'`;
const unpaid = `"订单状态" like '等待买家付款%'`;
const goods = `(${amount("买家实际支付金额")} - coalesce(${amount("买家应付邮费")}, 0))`;
/** Masked and empty accounts are none; the account of a buyer is an e-mail address or a telephone number. */
const account = `case when "买家支付宝账号" like '%@%' then ${bare("买家支付宝账号")} end`;

/**
 * 淘宝 and 天猫 orders (ExportOrderList), one row per order, in GBK with ids as ="…", or as a workbook. Files of recent years mask
 * or leave out all that tells of the buyer: their orders belong to no known customer.
 *
 * `买家实际支付金额` is what the buyer paid, postage in it; revenue of an order without lines is that less `买家应付邮费`. Goods are paid
 * back before postage, so that a refund is never more than the goods. An order that was never paid counts like a closed one.
 */
const orders = preset({
  name: "taobao-orders",
  system: "淘宝 / 天猫",
  export: "千牛 → 交易 → 已卖出的宝贝 → 批量导出 → 订单报表",
  evidence: "seen",
  columns: {
    订单编号: [],
    买家会员名: ["买家昵称"],
    买家支付宝账号: [],
    买家应付货款: [],
    买家应付邮费: [],
    买家支付积分: [],
    总金额: [],
    返点积分: [],
    买家实际支付金额: ["支付金额", "买家实付金额"],
    买家实际支付积分: [],
    订单状态: [],
    买家留言: [],
    收货人姓名: ["收货人"],
    收货地址: [],
    运送方式: [],
    联系电话: [],
    联系手机: [],
    订单创建时间: [],
    订单付款时间: [],
    宝贝标题: ["商品标题"],
    宝贝种类: [],
    物流单号: [],
    物流公司: [],
    订单备注: [],
    宝贝总数量: ["商品总数量"],
    店铺Id: ["分销商Id"],
    店铺名称: ["分销商店铺名称"],
    订单关闭原因: [],
    退款金额: []
  },
  needs: ["订单编号", "订单状态", "买家应付邮费", "订单创建时间"],
  zone: "Asia/Shanghai",
  parts: {
    orders: {
      kind: "orders",
      map: {
        order_id: "订单编号",
        customer_key: "买家会员名",
        ordered_at: "订单创建时间",
        total: ["买家实际支付金额", "总金额"],
        shipping: "买家应付邮费"
      },
      fixed: {currency: "CNY", sales_channel: "淘宝"},
      derive: {
        email: account,
        phone: `coalesce(${bare("联系手机")}, ${bare("联系电话")})`,
        refunded: `case when ${amount("退款金额")} > ${goods} then ${written(`greatest(${goods}, 0)`)} else "退款金额" end`
      },
      cancelled: `coalesce(${closed} or ${unpaid}, false)`
    }
  }
});

const listed = `${amount("价格")} * ${amount("购买数量")}`;
const due = `coalesce(${amount("买家应付货款")}, ${amount("买家实付金额")})`;

/**
 * 淘宝 and 天猫 lines: ExportOrderDetailList, one row per line of an order, and the newer ExportItemList, which also has the time, what
 * the buyer was asked for (`买家应付货款`, after discounts) and the number of the sub-order beside the order's. `价格` is the price of
 * one unit before shop discounts and coupons; the older file does not say what was taken off, so that its revenue is before discounts.
 */
const lines = preset({
  name: "taobao-lines",
  system: "淘宝 / 天猫",
  export: "千牛 → 交易 → 已卖出的宝贝 → 批量导出 → 宝贝报表",
  evidence: "seen",
  columns: {
    订单编号: ["主订单编号"],
    子订单编号: [],
    标题: ["商品标题"],
    价格: ["商品价格"],
    购买数量: [],
    外部系统编号: [],
    商品属性: [],
    套餐信息: [],
    备注: ["联系方式备注"],
    订单状态: [],
    商家编码: [],
    买家应付货款: [],
    买家实付金额: ["买家实际支付金额"],
    退款状态: [],
    退款金额: [],
    订单创建时间: [],
    订单付款时间: [],
    商品ID: [],
    商家备注: [],
    主订单买家留言: [],
    发货时间: [],
    物流单号: [],
    物流公司: []
  },
  needs: ["订单编号", "标题", "价格", "购买数量"],
  lacks: ["买家会员名"],
  zone: "Asia/Shanghai",
  parts: {
    lines: {
      kind: "order_lines",
      map: {
        order_id: "订单编号",
        product_name: "标题",
        quantity: "购买数量",
        unit_price: "价格",
        ordered_at: "订单创建时间"
      },
      fixed: {sales_channel: "淘宝"},
      derive: {
        product_id: `coalesce(${bare("商家编码")}, ${bare("外部系统编号")}, ${bare("商品ID")})`,
        discount: `case when ${due} is not null then ${written(`greatest(${listed} - ${due}, 0)`)} end`
      },
      // A closed line of an order that went on is a refund of it; only where all are closed is the order void.
      cancelled: `coalesce(bool_and(${closed} or ${unpaid}) over (partition by "订单编号"), false)`
    }
  }
});

export const taobao: Preset[] = [orders, lines];
