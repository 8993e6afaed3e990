import type {SheetCell} from "../../ingest/decoding/sheetWriter.ts";
import {openCsv} from "./csvFile.ts";
import {diceFor} from "./dice.ts";
import {DAY} from "./londonTime.ts";
import type {Account, Setting, Subject} from "./subject.ts";
import {atOfficeHour} from "./timeOfDay.ts";
import {type Deal, drawCalls, drawLead, drawVisits, type Lead, TRADE} from "./trade.ts";
import {
  ACCOUNT_HEADER,
  accountRow,
  CONTACT_HEADER,
  contactKeys,
  contactRows,
  DEBTOR_HEADER,
  debtorKey,
  debtorRow,
  drawAccount
} from "./tradeAccounts.ts";
import {customerContact, drawContact} from "./tradeContacts.ts";
import * as rows from "./tradeRows.ts";
import {writeWorkbook} from "./workbookFile.ts";

/** A key as it is loaded. */
const bare = (key: string): string => key.replace("zcrm_", "");

/** The trade desk at the end of the data; amounts in pounds. */
export interface TradeTruth {
  leads: number;
  converted: number;
  won: number;
  lost: number;
  open: number;
  wonPounds: number;
  calls: number;
  visits: number;
  /** People at the businesses that were won. */
  contacts: number;
}

/**
 * The trade desk's workbook: modules of Zoho CRM as sheets, a report of stages and a list of visits; and the book-keeper's list of the
 * businesses that were won.
 *
 * One lead for sixteen customers of the shop; a quarter of them are customers whom the desk met at a fair. Memory holds all of it.
 */
export function openTrade({out, placed, from, until, seed, tell}: Setting): Subject & {truth: TradeTruth} {
  const dice = diceFor(seed, "trade");
  const accountDice = diceFor(seed, "trade accounts");
  const debtors: string[][] = [];
  const truth: TradeTruth = {
    leads: 0,
    converted: 0,
    won: 0,
    lost: 0,
    open: 0,
    wonPounds: 0,
    calls: 0,
    visits: 0,
    contacts: 0
  };
  const sheets = {
    Leads: [] as SheetCell[][],
    Deals: [] as SheetCell[][],
    "Stage History": [] as SheetCell[][],
    Calls: [] as SheetCell[][],
    Visits: [] as SheetCell[][],
    Accounts: [] as SheetCell[][],
    Contacts: [] as SheetCell[][]
  };
  let customers = 0;

  /** As many leads as the customers so far ask for, in order of time. */
  function drawLeads(accounts: readonly Account[]): Lead[] {
    customers += accounts.length;
    const wanted = Math.round(customers * TRADE.leadsPerCustomer) - truth.leads;
    const met = accounts.filter(({customer}) => customer.channel === "trade-fair");
    const contacts = Array.from({length: wanted}, (_, k) => {
      const known = dice.chance(0.25) ? met.splice(dice.int(0, Math.max(1, met.length)), 1)[0] : undefined;
      const random = from + DAY + dice.uniform() * (until - from - 3 * DAY);
      const at = known ? Math.max(from + DAY, known.customer.arrivedAt - dice.int(3, 20) * DAY) : random;
      const contact = known ? customerContact(known, dice) : drawContact(truth.leads + k + 1, dice);
      return {contact, at: Math.min(until - DAY, atOfficeHour(at, dice))};
    }).sort((a, b) => a.at - b.at);
    return contacts.map(({contact, at}) => drawLead(++truth.leads, contact, at, until, dice));
  }

  function win(deal: Deal): void {
    truth.wonPounds += deal.pounds;
    const account = drawAccount(deal, accountDice);
    truth.contacts += account.contacts.length;
    sheets.Accounts.push(accountRow(account));
    sheets.Contacts.push(...contactRows(account));
    debtors.push(debtorRow(account, accountDice));
    for (const key of [bare(rows.accountKey(deal.lead)), debtorKey(account)])
      tell(`customer:${key}`, `O${deal.lead.number}`);
    for (const [k, key] of contactKeys(account).entries()) tell(`customer:${bare(key)}`, account.contacts[k]!.entity);
  }

  return {
    truth,
    write: async ({accounts}) => {
      const leads = drawLeads(accounts);
      for (const lead of leads) {
        const {deal} = lead;
        if (deal) {
          deal.number = ++truth.converted;
          deal.lead = lead;
          truth[deal.outcome ?? "open"]++;
          if (deal.outcome === "won") win(deal);
          sheets.Deals.push(rows.dealRow(deal));
          sheets["Stage History"].push(...rows.stayRows(deal));
        }
        sheets.Leads.push(rows.leadRow(lead));
        tell(`lead:${bare(rows.leadKey(lead))}`, lead.contact.entity);
      }
      const calls = leads.flatMap((lead) => drawCalls(lead, until, dice)).sort((a, b) => a.at - b.at);
      sheets.Calls.push(...calls.map((call) => rows.callRow(call, ++truth.calls, until)));
      const visits = leads.flatMap((lead) => drawVisits(lead, until, dice)).sort((a, b) => a.at - b.at);
      sheets.Visits.push(...visits.map((visit) => rows.visitRow(visit, ++truth.visits)));
    },
    close: async () => {
      const headers = {
        Leads: rows.LEAD_HEADER,
        Deals: rows.DEAL_HEADER,
        "Stage History": rows.STAY_HEADER,
        Calls: rows.CALL_HEADER,
        Visits: rows.VISIT_HEADER,
        Accounts: ACCOUNT_HEADER,
        Contacts: CONTACT_HEADER
      };
      const all = Object.entries(sheets).map(([name, cells]) => ({
        name,
        header: headers[name as keyof typeof headers],
        rows: cells
      }));
      const list = await openCsv(out, "crm/debtors.csv", DEBTOR_HEADER, {placed});
      await list.write(debtors.map((row) => [row]));
      return [await writeWorkbook(out, "crm/trade.xlsx", all, placed), await list.close()];
    }
  };
}
