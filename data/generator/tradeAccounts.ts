import type {SheetCell} from "../../ingest/decoding/sheetWriter.ts";
import type {Dice} from "./dice.ts";
import {homeAddress, phoneCell, postcodeCell, streetCell} from "./formCells.ts";
import {DAY, naive, toLondon} from "./londonTime.ts";
import {dramaPhone} from "./phones.ts";
import type {Address} from "./places.ts";
import {companyNumber, creditCode} from "./registration.ts";
import type {Deal} from "./trade.ts";
import {type Contact, drawContact} from "./tradeContacts.ts";
import {accountKey, clock, contactKey, key, ownerKey} from "./tradeRows.ts";

/** A business that the trade desk won, with the people whom it talks to there. */
export interface TradeAccount {
  deal: Deal;
  /** As the desk wrote it, with `Ltd`, `有限公司` or neither. */
  written: string;
  /** As the book-keeper wrote it. */
  booked: string;
  registration: string;
  phone: string;
  address: Address;
  /** The first is the lead's own. */
  contacts: Contact[];
}

const isHan = (text: string) => /^\p{Script=Han}+$/u.test(text);

/** Draws the account that a won deal became: its form of company written in one way here and in another there. */
export function drawAccount(deal: Deal, dice: Dice): TradeAccount {
  const {contact, number} = deal.lead;
  const base = contact.company;
  const forms = isHan(base) ? ["餐饮有限公司", "餐饮有限责任公司", ""] : [" Ltd", " Limited", " Ltd.", ""];
  const [written, booked] = [base + dice.pick(forms), base + dice.pick(forms)];
  const colleagues = Array.from({length: dice.int(1, 3)}, (_, k) => ({
    ...drawContact(100_000 + number * 2 + k, dice),
    phone: number < 500 ? dramaPhone(13_000 + number * 2 + k)! : "",
    entity: `T${number}.${k + 1}`
  }));
  return {
    deal,
    written,
    booked: isHan(base) || dice.chance(0.5) ? booked : booked.toUpperCase(),
    registration: isHan(base) ? creditCode(number) : companyNumber(number),
    phone: contact.phone,
    address: homeAddress(dice),
    // At most businesses all have the number of the house.
    contacts: [contact, ...colleagues.map((other) => (dice.chance(0.6) ? {...other, phone: contact.phone} : other))]
  };
}

export const ACCOUNT_HEADER =
  `Record Id,Account Owner.id,Account Owner,Account Name,Phone,Billing Street,Billing City,Billing Code,Billing Country
Registration No.,Created Time,Modified Time`.split(/[,\n]/);

export const accountRow = ({deal, written, phone, address, registration}: TradeAccount): SheetCell[] => [
  accountKey(deal.lead),
  ownerKey(deal.lead.owner),
  deal.lead.owner,
  written,
  phone || null,
  address.street,
  address.city,
  address.zip,
  deal.lead.contact.country,
  registration,
  clock(deal.createdAt),
  clock(deal.closedAt)
];

export const CONTACT_HEADER =
  `Record Id,Contact Owner.id,Contact Owner,First Name,Last Name,Account Name.id,Account Name,Email,Phone
Created Time,Modified Time`.split(/[,\n]/);

/** Key of each contact, in their order. */
export const contactKeys = ({deal: {lead}, contacts}: TradeAccount): string[] =>
  contacts.map((_, k) => (k === 0 ? contactKey(lead) : key(6, lead.number * 4 + k)));

export const contactRows = (account: TradeAccount): SheetCell[][] => {
  const {deal, contacts, written} = account;
  const keys = contactKeys(account);
  return contacts.map(({given, family, email, phone}, k) => [
    keys[k]!,
    ownerKey(deal.lead.owner),
    deal.lead.owner,
    given,
    family,
    accountKey(deal.lead),
    written,
    email,
    phone || null,
    clock(deal.createdAt),
    clock(deal.closedAt)
  ]);
};

export const DEBTOR_HEADER = "Account No.,Name,Company No.,Telephone,Address,Town,Postcode,Opened".split(",");

export const debtorKey = ({deal}: TradeAccount): string => `D${String(deal.lead.number).padStart(4, "0")}`;

/** The same business in the book-keeper's list of debtors, a quarter of them without their number of registration. */
export function debtorRow(account: TradeAccount, dice: Dice): string[] {
  const {booked, registration, phone, address, deal} = account;
  return [
    debtorKey(account),
    booked,
    dice.chance(0.25) ? "" : registration,
    phone && dice.chance(0.8) ? phoneCell(phone, dice) : "",
    streetCell(address.street, dice),
    address.city,
    postcodeCell(address.zip, dice),
    naive(toLondon(deal.closedAt! + DAY))
      .slice(0, 10)
      .split("-")
      .reverse()
      .join("/")
  ];
}
