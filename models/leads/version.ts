import {catalogue} from "./catalogue.ts";
import {leadFields} from "./leakRules.ts";
import {leastLeads, leastOfClass, mostRows} from "./sample.ts";

/** What, besides its rows, decides what is learnt; the first number rises when the code means something else. */
export const leadVersion = [1, catalogue, mostRows, leastLeads, leastOfClass, leadFields] as const;
