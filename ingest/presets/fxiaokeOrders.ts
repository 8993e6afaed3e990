import {everyObject, fxiaokeMenu, isOneOf, pending, voided} from "./fxiaokeObject.ts";
import type {Preset} from "./preset.ts";

export const fxiaokeOrders: Preset = {
  name: "fxiaoke-orders",
  system: "纷享销客",
  export: fxiaokeMenu("销售订单"),
  evidence: "unverified",
  columns: {
    销售订单编号: ["订单编号"],
    客户名称: ["客户"],
    商机名称: ["商机"],
    下单日期: ["下单时间"],
    销售订单金额: ["销售订单金额(元)", "订单金额", "订单金额(元)"],
    产品合计: [],
    整单折扣: [],
    已回款金额: ["已回款金额(元)"],
    待回款金额: ["待回款金额(元)"],
    已退款金额: ["已退款金额(元)", "退款金额"],
    币种: [],
    订单状态: ["状态"],
    收货国家: [],
    ...everyObject
  },
  needs: ["销售订单编号", "下单日期"],
  lacks: ["回款编号", "退款编号", "退货单编号"],
  parts: {
    orders: {
      kind: "orders",
      map: {
        order_id: "销售订单编号",
        customer_key: "客户名称",
        ordered_at: "下单日期",
        total: "销售订单金额",
        refunded: "已退款金额",
        currency: "币种",
        country: "收货国家"
      },
      cancelled: `coalesce(${voided}, false) or coalesce(${isOneOf("订单状态", "已作废", "已取消", "已驳回", "已撤回")}, false)`,
      set_aside: {"not in force yet": pending}
    }
  }
};

export const fxiaokePayments: Preset = {
  name: "fxiaoke-payments",
  system: "纷享销客",
  export: fxiaokeMenu("回款"),
  evidence: "unverified",
  columns: {
    回款编号: [],
    客户名称: ["客户"],
    销售订单编号: ["订单编号", "销售订单"],
    回款日期: ["回款时间"],
    回款金额: ["回款金额(元)", "本次回款总金额", "本次回款总金额(元)", "回款总金额"],
    已退款金额: ["已退款金额(元)"],
    回款方式: [],
    币种: [],
    备注: [],
    ...everyObject
  },
  needs: ["回款编号", "回款日期"],
  lacks: ["回款明细编号", "计划回款日期"],
  parts: {
    payments: {
      kind: "payments",
      map: {
        payment_id: "回款编号",
        order_id: "销售订单编号",
        customer_key: "客户名称",
        paid_at: "回款日期",
        amount: "回款金额",
        refunded: "已退款金额",
        currency: "币种",
        payment_method: "回款方式",
        payment_status: "生命状态"
      },
      derive: {is_failed: `coalesce(${voided}, false)`},
      set_aside: {"not in force yet": pending}
    }
  }
};
