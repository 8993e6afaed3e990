import {ticked} from "./crmCells.ts";

/** Where an object is exported. */
export const salesforceMenu = (object: string): string => `Data Loader → Export → ${object}; or Setup → Data Export`;

/** How the export service writes a lookup of nothing. */
export const nulls = ["000000000000000AAA"];

/** Rows that are in the recycle bin. */
export const deleted = {"deleted in Salesforce": ticked("IsDeleted")};
/** The same, of objects that can be merged: a row that was names the one that survives, which is in the file itself. */
export const mergedOrDeleted = {"merged into another record": `"MasterRecordId" is not null`, ...deleted};
