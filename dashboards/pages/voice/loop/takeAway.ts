import {csvName} from "../../../live/csv.ts";
import {folderName} from "../files.ts";

/** Where all cases can be fetched, from the root of the site. */
export const takeAway = (asOf: string): string => `/data/${folderName}/${csvName("closed-loop", asOf)}`;
