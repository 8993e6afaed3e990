import type {Context} from "../../context.ts";
import type {Lang} from "../../format/lang.ts";
import {causesOf, type Cause} from "./causes.ts";
import {groupsOf, type Grouped} from "./groups.ts";
import type {CauseRow, GroupRow, OpenRow, Summary} from "./rows.ts";
import {waiting, type Waiting} from "./waiting.ts";

/** What the browser code of the page starts with. */
export interface ServiceStart {
  lang: Lang;
  currency: string;
  /** ISO day. */
  asOf: string;
  minCell: number;
  /** Address of a customer, to which the key is appended. */
  customer: string;
  causes: Cause[];
  groups: Grouped[];
  open: Waiting[];
  openTickets: number;
}

interface Given {
  summary: Summary | undefined;
  causes: readonly CauseRow[];
  groups: readonly GroupRow[];
  open: readonly OpenRow[];
}

export const serviceStart = ({summary, causes, groups, open}: Given, c: Context): ServiceStart => ({
  lang: c.lang,
  currency: c.currency,
  asOf: c.f.iso(c.asOf),
  minCell: c.minCell,
  customer: c.href("/customers", {key: ""}),
  causes: causesOf(causes, c.minCell),
  groups: groupsOf(groups, c.minCell),
  open: open.map(waiting),
  openTickets: summary?.open_tickets ?? 0
});
