import {csvName} from "../../live/csv.ts";

/** The folder of the lists inside the site's `data/`. */
export const folderName = "personas";

/** The file of a persona's customers in that folder. */
export const customerFile = (persona: number, asOf: string): string => csvName(`persona-${persona}`, asOf);

/** The file of what is known of customers by attribute. */
export const attributeFile = (asOf: string): string => csvName("attributes", asOf);
