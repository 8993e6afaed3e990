import type {Context} from "../../context.ts";
import type {Lang} from "../../format/lang.ts";
import type {Listed} from "./listed.ts";

/** What the browser code of the page starts with. */
export interface ActionsStart {
  lang: Lang;
  currency: string;
  /** ISO day. */
  asOf: string;
  /** Address of a customer, to which the key is appended. */
  customer: string;
  /** How many customers the team can call in a day. */
  calls: number;
  list: readonly Listed[];
  /** Customers of the whole list. */
  everybody: number;
}

export const startOf = (list: readonly Listed[], everybody: number, c: Context): ActionsStart => ({
  lang: c.lang,
  currency: c.currency,
  asOf: c.f.iso(c.asOf),
  customer: c.href("/customers", {key: ""}),
  calls: c.callsPerDay,
  list,
  everybody
});
