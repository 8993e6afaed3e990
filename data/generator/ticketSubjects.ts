import type {Dice} from "./dice.ts";
import {drawSentence} from "./sentences.ts";
import type {Category, Ticket} from "./tickets.ts";

/** Subject lines by language and category; `{order}` is the order's number, the other slots name its products. */
const SUBJECTS: Record<"en" | "zh", Record<Category, string[]>> = {
  en: {
    "delivery damage": [
      "Order {order} arrived broken",
      "{ware} smashed in the box",
      "Damaged parcel, {order}",
      "Cracked on arrival: {ware}"
    ],
    "late delivery": [
      "Where is my order {order}?",
      "{order} still not here",
      "Parcel a week late",
      "Tracking has not moved for days"
    ],
    returns: [
      "Return of {product}",
      "How do I send this back? {order}",
      "Refund for {order}",
      "Wrong size, would like to return"
    ],
    billing: ["Invoice for {order}", "Charged twice?", "VAT receipt please", "Discount code did not apply"],
    "product question": [
      "Is the {ware} dishwasher safe?",
      "Question about the {product}",
      "When is the {product} back in stock?",
      "How long does the {tea} keep?"
    ],
    "change of order": ["Change address on {order}", "Add an item to {order}", "Please cancel one item in {order}"],
    account: ["Cannot log in", "Please change my e-mail address", "Unsubscribe me from the newsletter"]
  },
  zh: {
    "delivery damage": ["订单 {order} 收到时已破损", "{ware}碎了", "包裹损坏，请处理", "开箱发现{ware}有裂痕"],
    "late delivery": ["订单 {order} 还没收到", "快递一周没有更新", "什么时候能送到？{order}"],
    returns: ["想退货：{product}", "订单 {order} 申请退款", "怎么寄回？"],
    billing: ["请开 {order} 的发票", "好像重复扣款了", "优惠码无法使用"],
    "product question": ["{ware}可以放洗碗机吗？", "请问{product}什么时候补货？", "{tea}怎么保存？"],
    "change of order": ["修改 {order} 的收货地址", "{order} 想加一件商品"],
    account: ["无法登录账号", "请更换我的邮箱"]
  }
};

/** A subject line as the requester would write it. */
export function drawSubject({requester, order, category}: Ticket, dice: Dice): string {
  const subject = drawSentence(SUBJECTS[requester.language][category], order?.lines ?? [], requester.language, dice);
  const named = subject.replace("{order}", order ? `#${order.number}` : "");
  return named.charAt(0).toUpperCase() + named.slice(1);
}
