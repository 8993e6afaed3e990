import {subscriptionKey} from "./charges.ts";
import {openCsv} from "./csvFile.ts";
import {dayFirst} from "./londonTime.ts";
import {amountOf, isRunning, type Membership} from "./memberships.ts";
import type {Setting, Subject} from "./subject.ts";

/** Header of the club secretary's list: days before months, London's clock. */
const HEADER =
  `Subscription No.,Member e-mail,Plan,Joined,Free until,Cancelled,Ended,State,Cases,Price,Billed every,Currency`.split(
    ","
  );

/** The wine club at the end of the data; recurring revenue in pence a month. */
export interface ClubTruth {
  members: number;
  running: number;
  cancelled: number;
  ended: number;
  monthlyRevenue: number;
}

/** The list of the wine club's subscriptions in their latest state; numbers them in order of joining inside a batch. */
export async function openClub({out, placed, until}: Setting): Promise<Subject & {truth: ClubTruth}> {
  const truth: ClubTruth = {members: 0, running: 0, cancelled: 0, ended: 0, monthlyRevenue: 0};
  const file = await openCsv(out, "club/subscriptions.csv", HEADER, {placed});
  let next = 1;
  return {
    truth,
    write: async ({accounts}) => {
      const members = accounts.flatMap(({membership}) => membership ?? []).sort((a, b) => a.startedAt - b.startedAt);
      for (const member of members) {
        member.number = next++;
        truth.members++;
        if (member.cancelledAt !== null) truth.cancelled++;
        if (isRunning(member)) {
          truth.running++;
          truth.monthlyRevenue += amountOf(member) / member.plan.months;
        } else truth.ended++;
      }
      await file.write(members.map((member) => [row(member, until)]));
    },
    close: async () => [await file.close()]
  };
}

const time = (at: number | null): string => (at === null ? "" : dayFirst(at));

const row = (member: Membership, until: number): string[] => [
  subscriptionKey(member),
  member.email,
  member.plan.name,
  time(member.startedAt),
  time(member.trialEndsAt),
  time(member.cancelledAt),
  time(member.endedAt),
  stateOf(member, until),
  String(member.cases),
  `£${(amountOf(member) / 100).toFixed(2)}`,
  member.plan.interval,
  "GBP"
];

function stateOf({endedAt, cancelledAt, trialEndsAt}: Membership, until: number): string {
  if (endedAt !== null) return "ended";
  if (cancelledAt !== null) return "ends with this period";
  return trialEndsAt !== null && trialEndsAt >= until ? "trial" : "running";
}
