import {csvName} from "../../live/csv.ts";

/** The folder of the page's files inside the site's `data/`. */
export const folderName = "actions";

/** The file of all actions in that folder. */
export const actionsFile = (asOf: string): string => csvName("actions", asOf);
