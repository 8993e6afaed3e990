import {csvName} from "../../live/csv.ts";

/** The folder of the lists inside the site's `data/`. */
export const folderName = "audiences";

/** The file of an audience's members in that folder. */
export const memberFile = (audience: string, asOf: string): string => csvName(`audience-${audience}`, asOf);
