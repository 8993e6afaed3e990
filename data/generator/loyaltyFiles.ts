import {diceFor} from "./dice.ts";
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
}

const sums = {earn: "earned", redeem: "redeemed", expire: "expired", adjust: "adjusted"} as const;

/** The ledger of the points programme, as the warehouse of its provider hands it over. */
export async function openLoyalty({out, placed, until, seed}: Setting): Promise<Subject & {truth: LoyaltyTruth}> {
  const dice = diceFor(seed, "loyalty");
  const truth: LoyaltyTruth = {
    members: 0,
    entries: 0,
    earned: 0,
    redeemed: 0,
    expired: 0,
    adjusted: 0,
    outstanding: 0
  };
  const file = await openParquet(out, "loyalty/ledger.parquet", COLUMNS, placed);
  return {
    truth,
    write: async ({accounts}) => {
      const ofMembers = accounts.map((account) => drawEntries(account, until, dice));
      truth.members += ofMembers.filter((entries) => entries.length).length;
      const entries = ofMembers.flat().sort((a, b) => a.at - b.at);
      for (const {type, points} of entries) {
        truth[sums[type]] += points;
        truth.outstanding += points;
      }
      await file.write(entries.map((entry) => [row(entry, ++truth.entries)]));
    },
    close: async () => [await file.close()]
  };
}

const row = ({customer, at, type, points, balance, expiresAt, order, tier}: Entry, number: number): string[] => [
  `LE-${String(number).padStart(7, "0")}`,
  `HV${String(customer.index + 1).padStart(6, "0")}`,
  customer.email,
  naive(at),
  type,
  String(points),
  String(balance),
  expiresAt === null ? "" : naive(expiresAt),
  order === null ? "" : `#${order.number}`,
  tier
];
