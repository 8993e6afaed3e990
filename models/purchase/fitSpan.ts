import type {Warehouse} from "../../warehouse/warehouse.ts";
import {fitPurchase, purchaseModels} from "../statistics/purchase/fitPurchase.ts";
import type {Candidate} from "./choose.ts";
import {heldoutDeviance} from "./heldout.ts";
import {readGroups, week} from "./readGroups.ts";

/** Fewer customers, or fewer who came back, say too little. */
export const leastCustomers = 100;
export const leastRepeatBuyers = 30;

/** Every model fitted on the customers of a span; with days held out, also how well each foretells them. */
export async function fitSpan(warehouse: Warehouse, span: string, heldoutDays: number | null): Promise<Candidate[]> {
  const read = await readGroups(warehouse, span);
  const options = {minCustomers: leastCustomers, minRepeatBuyers: leastRepeatBuyers};
  return purchaseModels.map((model) => {
    const fit = fitPurchase(model, read.groups, options);
    const isUsable = fit.state === "fitted" || fit.state === "bound";
    return {fit, deviance: heldoutDays && isUsable ? heldoutDeviance(fit, read, heldoutDays / week) : null};
  });
}
