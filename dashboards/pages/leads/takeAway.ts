import {addressOf, linkTo} from "../../build/address.ts";
import type {Context} from "../../context.ts";
import {csvName} from "../../live/csv.ts";

/** The folder of the page's files inside the site's `data/`. */
export const folderName = "leads";

/** Where the whole list can be fetched, from the page. */
export const listFile = (c: Context): string =>
  linkTo(addressOf("/leads", c.lang), `/data/${folderName}/${csvName("leads", c.f.iso(c.asOf))}`);
