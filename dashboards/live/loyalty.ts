import type {LoyaltyStart} from "../pages/loyalty/loyaltyStart.ts";
import {takeTable} from "./takeTable.ts";

/** Months of the account and tiers can be taken away. */
export function start({asOf, months, tiers}: LoyaltyStart): void {
  document
    .querySelector("#account [data-action=csv]")
    ?.addEventListener("click", () => takeTable("points", months, asOf));
  document.querySelector("#tiers [data-action=csv]")?.addEventListener("click", () => takeTable("tiers", tiers, asOf));
}
