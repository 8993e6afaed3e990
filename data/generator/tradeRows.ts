import type {SheetCell} from "../../ingest/decoding/sheetWriter.ts";
import {DAY, toLondon} from "./londonTime.ts";
import {CHANCES, type Contacting, type Deal, type Lead, STAGES} from "./trade.ts";

/** Keys as Zoho writes them: `zcrm_` and 18 digits, of which one says the module. */
export const key = (module: number, number: number): string =>
  `zcrm_842613000000${module}${String(number).padStart(5, "0")}`;
export const leadKey = ({number}: Lead): string => key(1, number);
export const dealKey = ({number}: Deal): string => key(2, number);
export const accountKey = ({number}: Lead): string => key(3, number);
export const contactKey = ({number}: Lead): string => key(4, number);
export const ownerKey = (owner: string): string => key(9, owner.length);

/** The wall clock of London as a cell. */
export const clock = (at: number | null): SheetCell =>
  at === null ? null : new Date(Math.floor(toLondon(at) / 1000) * 1000);
const day = (at: number): SheetCell => new Date(Math.floor(toLondon(at) / DAY) * DAY);

export const LEAD_HEADER =
  `Record Id,Lead Owner.id,Lead Owner,Company,First Name,Last Name,Email,Phone,Lead Status,Lead Source,Is Converted
Address - Country / Region,Created Time,Converted Date Time,Converted Account.id,Converted Account,Converted Contact.id
Converted Deal.id,Converted Deal`.split(/[,\n]/);

export const leadRow = (lead: Lead): SheetCell[] => {
  const {contact, owner, deal, source, createdAt, convertedAt, isRefused} = lead;
  return [
    leadKey(lead),
    ownerKey(owner),
    owner,
    contact.company,
    contact.given,
    contact.family,
    contact.email,
    contact.phone || null,
    deal ? "Converted" : isRefused ? "Lost Lead" : "Contacted",
    source,
    deal !== null,
    contact.country,
    clock(createdAt),
    clock(convertedAt),
    deal && accountKey(lead),
    deal && contact.company,
    deal && contactKey(lead),
    deal && dealKey(deal),
    deal && deal.name
  ];
};

export const DEAL_HEADER =
  `Record Id,Deal Owner.id,Deal Owner,Amount,Deal Name,Closing Date,Account Name.id,Account Name,Contact Name.id,Contact Name
Stage,Pipeline,Type,Probability (%),Lead Source,Currency,Reason For Loss,Created Time,Modified Time`.split(/[,\n]/);

export const dealRow = (deal: Deal): SheetCell[] => {
  const {lead, stays, outcome, closedAt, createdAt} = deal;
  const {stage, enteredAt} = stays.at(-1)!;
  return [
    dealKey(deal),
    ownerKey(lead.owner),
    lead.owner,
    deal.pounds,
    deal.name,
    day(closedAt ?? createdAt + 60 * DAY),
    accountKey(lead),
    lead.contact.company,
    contactKey(lead),
    `${lead.contact.given} ${lead.contact.family}`,
    stage,
    "Trade",
    "New Business",
    outcome === "won" ? 100 : outcome === "lost" ? 0 : CHANCES[STAGES.indexOf(stage as (typeof STAGES)[number])]!,
    lead.source,
    "GBP",
    deal.lossReason || null,
    clock(createdAt),
    clock(enteredAt)
  ];
};

export const STAY_HEADER = ["Deal Id", "Deal Name", "Stage", "Entered", "Left", "Owner", "Amount"];

/** A deal's stays as a report groups them: what they share stands on the first row alone. */
export const stayRows = (deal: Deal): SheetCell[][] =>
  deal.stays.map(({stage, enteredAt, leftAt}, index) => [
    index === 0 ? dealKey(deal) : null,
    index === 0 ? deal.name : null,
    stage,
    clock(enteredAt),
    clock(leftAt),
    deal.lead.owner,
    deal.pounds
  ]);

export const CALL_HEADER =
  `Record Id,Subject,Call Type,Related To.module,Related To.id,Related To,Contact Name.id,Contact Name,Call Start Time
Call Duration,Call Owner.id,Call Owner,Call Status,Call Result,Created Time`.split(/[,\n]/);

export function callRow({lead, deal, at, result}: Contacting, number: number, until: number): SheetCell[] {
  const isAhead = at >= until;
  return [
    key(5, number),
    `Call with ${lead.contact.company}`,
    "Outbound",
    deal ? "Deals" : "Leads",
    deal ? dealKey(deal) : leadKey(lead),
    deal ? deal.name : lead.contact.company,
    deal && contactKey(lead),
    deal && `${lead.contact.given} ${lead.contact.family}`,
    clock(at),
    isAhead ? null : `${String(2 + (number % 17)).padStart(2, "0")}:${String((number * 7) % 60).padStart(2, "0")}`,
    ownerKey(lead.owner),
    lead.owner,
    isAhead ? "Scheduled" : "Completed",
    result || null,
    clock(Math.min(at, until - DAY))
  ];
}

export const VISIT_HEADER = ["Visit No.", "Deal Id", "Account", "Visited at", "Visited by", "What for"];

export const visitRow = ({lead, deal, at, result}: Contacting, number: number): SheetCell[] => [
  `V-${String(number).padStart(5, "0")}`,
  dealKey(deal!),
  lead.contact.company,
  clock(at),
  lead.owner,
  result
];
