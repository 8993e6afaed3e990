import type {Kind} from "../../../ingest/contracts/kinds.ts";
import type {Words} from "../../format/lang.ts";

/** What each kind of export holds, in a word. */
export const kindWords: Record<Kind, Words> = {
  customers: {en: "customers", zh: "客户"},
  orders: {en: "orders", zh: "订单"},
  order_lines: {en: "order lines", zh: "订单明细"},
  products: {en: "products", zh: "商品"},
  tickets: {en: "tickets", zh: "工单"},
  feedback: {en: "feedback", zh: "反馈"}
};
