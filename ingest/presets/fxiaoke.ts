import {fxiaokeAccounts} from "./fxiaokeCustomers.ts";
import {fxiaokeActivities, fxiaokeLeads} from "./fxiaokeLeads.ts";
import {fxiaokeOpportunities} from "./fxiaokeOpportunities.ts";
import {fxiaokeOrders, fxiaokePayments} from "./fxiaokeOrders.ts";
import type {Preset} from "./preset.ts";

/**
 * 纷享销客's objects. What refers to a customer writes the customer's name and not its number, so the name is the customer's key:
 * names are unique where the tenant's duplicate check is on, and a company whose exports all carry a number maps `customer_key` to it.
 * Mandatory columns end in `（必填）`, staff who left in `(已停用)`; columns of the team at the end, and of the company's own, stay aside.
 */
export const fxiaoke: Preset[] = [
  fxiaokeAccounts,
  fxiaokeOpportunities,
  fxiaokeOrders,
  fxiaokePayments,
  fxiaokeLeads,
  fxiaokeActivities
];
