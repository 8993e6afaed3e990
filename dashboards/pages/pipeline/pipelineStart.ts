import type {Context} from "../../context.ts";
import type {Lang} from "../../format/lang.ts";
import {deal, type Deal} from "./deal.ts";
import {groupsOf, type Grouped} from "./groups.ts";
import type {DealRow, GroupRow, Summary} from "./rows.ts";

/** What the browser code of the page starts with. */
export interface PipelineStart {
  lang: Lang;
  currency: string;
  /** ISO day. */
  asOf: string;
  /** Address of a customer, to which the key is appended. */
  customer: string;
  groups: Grouped[];
  deals: Deal[];
  open: number;
}

interface Given {
  summary: Summary | undefined;
  groups: readonly GroupRow[];
  deals: readonly DealRow[];
}

export const pipelineStart = ({summary, groups, deals}: Given, c: Context): PipelineStart => ({
  lang: c.lang,
  currency: c.currency,
  asOf: c.f.iso(c.asOf),
  customer: c.href("/customers", {key: ""}),
  groups: groupsOf(groups, c.minCell, c.personal),
  deals: deals.map(deal),
  open: summary?.open ?? 0
});
