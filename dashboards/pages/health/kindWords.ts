import type {Kind} from "../../../ingest/contracts/kinds.ts";
import type {Words} from "../../format/lang.ts";

/** What each kind of export holds, in a word. */
export const kindWords: Record<Kind, Words> = {
  customers: {en: "customers", zh: "客户"},
  orders: {en: "orders", zh: "订单"},
  order_lines: {en: "order lines", zh: "订单明细"},
  products: {en: "products", zh: "商品"},
  payments: {en: "payments", zh: "收款"},
  refunds: {en: "refunds", zh: "退款"},
  subscriptions: {en: "subscriptions", zh: "订阅"},
  leads: {en: "leads", zh: "销售线索"},
  opportunities: {en: "opportunities", zh: "商机"},
  opportunity_stages: {en: "stages of opportunities", zh: "商机阶段记录"},
  activities: {en: "activities", zh: "跟进活动"},
  tickets: {en: "tickets", zh: "工单"},
  ticket_events: {en: "events of tickets", zh: "工单事件"},
  feedback: {en: "feedback", zh: "反馈"},
  survey_invitations: {en: "survey invitations", zh: "问卷邀请"},
  kano_answers: {en: "Kano answers", zh: "Kano 作答"},
  campaigns: {en: "campaigns", zh: "营销活动"},
  touches: {en: "touches of campaigns", zh: "活动触达"},
  consents: {en: "consents", zh: "同意记录"},
  web_events: {en: "web events", zh: "网站行为"},
  loyalty_ledger: {en: "loyalty points", zh: "积分流水"}
};
