import {cards, type CardTruth} from "./cards.ts";
import {openCsv} from "./csvFile.ts";
import {diceFor} from "./dice.ts";
import {FORM_HEADER} from "./forms.ts";
import {cardNumber} from "./keys.ts";
import {naive} from "./londonTime.ts";
import {openParquet} from "./parquetFile.ts";
import {drawEntries, type Entry} from "./points.ts";
import type {Setting, Subject} from "./subject.ts";

/** Columns of the programme's ledger and their types in Parquet; times are UTC. */
const COLUMNS = {
  entry_id: "VARCHAR",
  member_no: "VARCHAR",
  member_email: "VARCHAR",
  booked_at: "TIMESTAMP",
  movement: "VARCHAR",
  points: "BIGINT",
  balance: "BIGINT",
  expires_at: "TIMESTAMP",
  order_no: "VARCHAR",
  tier: "VARCHAR"
};

/** Points in all; `earned` + the others = `outstanding`. */
export interface LoyaltyTruth {
  members: number;
  entries: number;
  earned: number;
  redeemed: number;
  expired: number;
  adjusted: number;
  outstanding: number;
  /** Paper forms behind the cards. */
  forms: CardTruth;
}

const sums = {earn: "earned", redeem: "redeemed", expire: "expired", adjust: "adjusted"} as const;

/**
 * The ledger of the points programme, as the warehouse of its provider hands it over, and the forms on which people asked for their
 * cards. The ledger knows its members by card; where it has no e-mail address, their form alone says who they are.
 */
export async function openLoyalty(setting: Setting): Promise<Subject & {truth: LoyaltyTruth}> {
  const {out, placed, until, seed} = setting;
  const dice = diceFor(seed, "loyalty");
  const truth: LoyaltyTruth = {
    members: 0,
    entries: 0,
    earned: 0,
    redeemed: 0,
    expired: 0,
    adjusted: 0,
    outstanding: 0,
    forms: {customers: 0, strangers: 0, secondCards: 0, withoutEmail: 0}
  };
  const file = await openParquet(out, "loyalty/ledger.parquet", COLUMNS, placed);
  const members = await openCsv(out, "loyalty/members.csv", FORM_HEADER, {placed});
  const drawCards = cards(setting, truth.forms);
  return {
    truth,
    write: async ({accounts}) => {
      const ofMembers = accounts.map((account) => drawEntries(account, until, dice));
      truth.members += ofMembers.filter((entries) => entries.length).length;
      const {forms, withoutEmail} = drawCards(
        accounts,
        accounts.filter((_, i) => ofMembers[i]!.length)
      );
      await members.write(forms.map(({cells}) => [cells]));
      const entries = ofMembers.flat().sort((a, b) => a.at - b.at);
      for (const {type, points} of entries) {
        truth[sums[type]] += points;
        truth.outstanding += points;
      }
      const emailOf = ({customer}: Entry) => (withoutEmail.has(customer.index) ? "" : customer.email);
      await file.write(entries.map((entry) => [row(entry, ++truth.entries, emailOf(entry))]));
    },
    close: async () => [await file.close(), await members.close()]
  };
}

const row = (
  {customer, at, type, points, balance, expiresAt, order, tier}: Entry,
  number: number,
  email: string
): string[] => [
  `LE-${String(number).padStart(7, "0")}`,
  cardNumber(customer.index),
  email,
  naive(at),
  type,
  String(points),
  String(balance),
  expiresAt === null ? "" : naive(expiresAt),
  order === null ? "" : `#${order.number}`,
  tier
];
