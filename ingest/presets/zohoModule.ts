import {unprefixed} from "./crmCells.ts";

/** Where a module is exported. */
export const zohoMenu = (module: string): string => `Setup → Data Administration → Export → ${module}; or Data Backup`;

/** A record's key, alike in its own module and in the lookups of others; no two modules share one. */
export const zohoKey = (column: string): string => unprefixed(column, "zcrm_");
