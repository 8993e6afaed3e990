import {catalogue} from "./catalogue.ts";
import {leastOfClass, leastRows, mostCustomers, mostRows} from "./sample.ts";

/** What, besides its rows, decides what is learnt; the first number rises when the code means something else. */
export const churnVersion = [5, catalogue, mostCustomers, mostRows, leastRows, leastOfClass] as const;
