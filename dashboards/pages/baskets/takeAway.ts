import {addressOf, linkTo} from "../../build/address.ts";
import type {Context} from "../../context.ts";
import {csvName} from "../../live/csv.ts";

/** The folder of the page's files inside the site's `data/`. */
export const folderName = "baskets";

export const fileNames = ["item-pairs", "item-rules", "next-products", "replenishment"] as const;

/** Where a whole list can be fetched, from the page. */
export const fileLink = (name: (typeof fileNames)[number], c: Context): string =>
  linkTo(addressOf("/baskets", c.lang), `/data/${folderName}/${csvName(name, c.f.iso(c.asOf))}`);
