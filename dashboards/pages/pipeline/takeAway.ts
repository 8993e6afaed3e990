import {csvName} from "../../live/csv.ts";

/** The folder of the page's files inside the site's `data/`. */
export const folderName = "pipeline";

/** Where all open deals can be fetched, from the root of the site. */
export const takeAway = (asOf: string): string => `/data/${folderName}/${csvName("open-deals", asOf)}`;
