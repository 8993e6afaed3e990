import type {Dice} from "./dice.ts";
import {DAY} from "./londonTime.ts";
import type {Contact} from "./tradeContacts.ts";
import {atOfficeHour} from "./timeOfDay.ts";

export const STAGES = ["Qualification", "Samples Sent", "Proposal", "Negotiation"] as const;
export const CHANCES = [20, 40, 60, 80] as const;

/** A restaurant, hotel or tea room that might buy from the trade desk. */
export interface Lead {
  number: number;
  contact: Contact;
  source: string;
  owner: string;
  createdAt: number;
  convertedAt: number | null;
  isRefused: boolean;
  deal: Deal | null;
}

/** What a lead became; `outcome` is null while it is open. */
export interface Deal {
  number: number;
  lead: Lead;
  name: string;
  product: string;
  pounds: number;
  createdAt: number;
  stays: {stage: string; enteredAt: number; leftAt: number | null}[];
  outcome: "won" | "lost" | null;
  closedAt: number | null;
  lossReason: string;
}

/** Known truth of the trade desk; time to a decision has the same law for won and lost deals up to the stage that ends them. */
export const TRADE = {leadsPerCustomer: 0.0625, conversionShare: 0.68, winShare: 0.45} as const;

const OWNERS = ["Grace Adeyemi", "Piotr Zielinski", "Hannah Croft"];
const SOURCES = ["Trade Fair", "Trade Fair", "Web Form", "Referral", "Cold Call", "Partner"];
const PRODUCTS = ["House teas", "Wine glasses", "Tea and teaware", "Gift boxes"];
const LOSSES = ["Price", "Stayed with supplier", "No reply", "Minimum order too high"];

/** Draws one lead that came in at `createdAt` and, where it became one, its deal up to `until`. */
export function drawLead(number: number, contact: Contact, createdAt: number, until: number, dice: Dice): Lead {
  const lead: Lead = {
    number,
    contact,
    source: dice.pick(SOURCES),
    owner: dice.pick(OWNERS),
    createdAt,
    convertedAt: null,
    isRefused: false,
    deal: null
  };
  const converts = dice.chance(TRADE.conversionShare);
  const decidedAt = atOfficeHour(createdAt + Math.ceil(dice.logNormal(11, 0.7) * DAY), dice);
  if (decidedAt >= until) return lead;
  if (!converts) return {...lead, isRefused: true};
  lead.convertedAt = decidedAt;
  lead.deal = drawDeal(lead, decidedAt, until, dice);
  return lead;
}

function drawDeal(lead: Lead, createdAt: number, until: number, dice: Dice): Deal {
  const product = dice.pick(PRODUCTS);
  const wins = dice.chance(TRADE.winShare);
  const last = wins ? STAGES.length - 1 : dice.int(0, STAGES.length);
  const deal: Deal = {
    number: 0,
    lead,
    name: `${lead.contact.company}: ${product.toLowerCase()}`,
    product,
    pounds: Math.max(150, Math.round(dice.logNormal(1600, 0.7) / 10) * 10),
    createdAt,
    stays: [],
    outcome: null,
    closedAt: null,
    lossReason: wins ? "" : dice.pick(LOSSES)
  };
  let at = createdAt;
  for (let stage = 0; stage <= last; stage++) {
    const leaves = atOfficeHour(at + Math.ceil(dice.logNormal(9, 0.7) * DAY), dice);
    const leftAt = leaves < until ? leaves : null;
    deal.stays.push({stage: STAGES[stage]!, enteredAt: at, leftAt});
    if (leftAt === null) return {...deal, lossReason: ""};
    at = leaves;
  }
  deal.stays.push({stage: wins ? "Closed Won" : "Closed Lost", enteredAt: at, leftAt: null});
  return {...deal, outcome: wins ? "won" : "lost", closedAt: at};
}

/** Something that the trade desk did. */
export interface Contacting {
  lead: Lead;
  deal: Deal | null;
  at: number;
  result: string;
}

const RESULTS = ["Interested", "Call back", "Sent price list", "Asked for samples", "Not interested"];
const between = (from: number, to: number, dice: Dice): number =>
  atOfficeHour(from + dice.uniform() * Math.max(0, to - from), dice);

/** Calls to leads before they are decided, and to deals while they are open; one that is planned lies behind `until`. */
export function drawCalls(lead: Lead, until: number, dice: Dice): Contacting[] {
  const {deal, createdAt, convertedAt} = lead;
  const calls: Contacting[] = [];
  const add = (count: number, from: number, to: number, deal: Deal | null) => {
    for (let k = 0; k < count; k++) calls.push({lead, deal, at: between(from, to, dice), result: dice.pick(RESULTS)});
  };
  add(1 + dice.poisson(0.8), createdAt, Math.min(until - DAY, convertedAt ?? createdAt + 20 * DAY), null);
  if (deal) add(dice.poisson(2), deal.createdAt, Math.min(until - DAY, deal.closedAt ?? until), deal);
  const done = calls.filter(({at}) => at < until);
  if (deal && deal.outcome === null && dice.chance(0.5))
    done.push({lead, deal, at: atOfficeHour(until + dice.int(1, 8) * DAY, dice), result: ""});
  return done;
}

export function drawVisits({deal, ...lead}: Lead, until: number, dice: Dice): Contacting[] {
  if (!deal) return [];
  const visits = Array.from({length: dice.poisson(1.3)}, () => ({
    lead: {deal, ...lead},
    deal,
    at: between(deal.createdAt, Math.min(until, deal.closedAt ?? until), dice),
    result: dice.pick(["Tasting", "Menu talk", "Signed", "Owner was away", "Delivered samples"])
  }));
  return visits.filter(({at}) => at < until).sort((a, b) => a.at - b.at);
}
