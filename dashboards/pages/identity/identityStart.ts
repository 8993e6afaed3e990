import type {Context} from "../../context.ts";
import type {Lang} from "../../format/lang.ts";
import type {Evidences} from "./evidencePanels.ts";
import type {Queue} from "./reviewPanel.ts";
import type {Party} from "./rows.ts";

/** What the browser code of the identity page starts with. */
export interface IdentityStart extends Evidences, Pick<Queue, "list" | "all"> {
  lang: Lang;
  currency: string;
  /** ISO day. */
  asOf: string;
  /** Address of a customer, to which the key is appended. */
  customer: string;
  /** The party whose comparisons the page shows without script. */
  first: Party | undefined;
}

export const identityStart = (
  evidences: Evidences,
  {list, all}: Queue,
  first: Party | undefined,
  c: Context
): IdentityStart => ({
  lang: c.lang,
  currency: c.currency,
  asOf: c.f.iso(c.asOf),
  customer: c.href("/customers", {key: ""}),
  first,
  list,
  all,
  ...evidences
});
