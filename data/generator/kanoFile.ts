import {openCsv} from "./csvFile.ts";
import {diceFor, type Dice} from "./dice.ts";
import {DAY, naive, toLondon} from "./londonTime.ts";
import type {Account, Setting, Subject} from "./subject.ts";
import {atShoppingHour} from "./timeOfDay.ts";

/** The five answers of a Kano question, from liking to dislike. */
const ANSWERS = ["I like it", "I expect it", "I am neutral", "I can live with it", "I dislike it"];
/** Chances of the five answers when the feature is there, and when it is not. */
type Odds = readonly number[];
const FEATURES: readonly {name: string; there: Odds; absent: Odds}[] = [
  {name: "Gift wrapping", there: [70, 10, 16, 3, 1], absent: [2, 6, 68, 20, 4]},
  {name: "Tracked delivery", there: [62, 24, 12, 1, 1], absent: [2, 3, 14, 23, 58]},
  {name: "Undamaged on arrival", there: [20, 66, 12, 1, 1], absent: [1, 1, 3, 10, 85]},
  {name: "Printed catalogue", there: [12, 8, 66, 10, 4], absent: [8, 9, 70, 10, 3]},
  {name: "Calls with offers", there: [2, 3, 17, 22, 56], absent: [58, 17, 21, 3, 1]},
  {name: "Brewing advice", there: [46, 14, 34, 4, 2], absent: [4, 9, 56, 17, 14]}
];
const HEADER = [
  "Response ID",
  "Submitted",
  "E-mail",
  ...FEATURES.flatMap(({name}) => [`${name}: if we have it`, `${name}: if we do not`])
];
const SHARE = 0.16;

/** A survey of those who bought in the year before: how each would feel with a feature, and without it. */
export async function openKano({
  out,
  placed,
  until,
  seed
}: Setting): Promise<Subject & {truth: {answers: number; features: number}}> {
  const dice = diceFor(seed, "kano");
  const truth = {answers: 0, features: FEATURES.length};
  const asked = until - 70 * DAY;
  const file = await openCsv(out, `survey/kano_${new Date(until).getUTCFullYear()}.csv`, HEADER, {placed});
  return {
    truth,
    write: async ({accounts}) => {
      const answers = accounts
        .filter((account) => hasBought(account, asked - 365 * DAY, asked) && dice.chance(SHARE))
        .map((account) => ({account, at: atShoppingHour(asked + dice.uniform() * 20 * DAY, dice)}))
        .sort((a, b) => a.at - b.at);
      await file.write(
        answers.map(({account, at}) => {
          const cells = FEATURES.flatMap(({there, absent}) => [draw(there, dice), draw(absent, dice)]);
          const id = `K${String(++truth.answers).padStart(5, "0")}`;
          return [[id, naive(toLondon(at)), dice.chance(0.9) ? account.customer.email : "", ...cells]];
        })
      );
    },
    close: async () => [await file.close()]
  };
}

const hasBought = ({orders}: Account, from: number, until: number): boolean =>
  orders.some(({at, cancelledAt}) => cancelledAt === null && at >= from && at < until);

function draw(odds: Odds, dice: Dice): string {
  let left = dice.uniform() * 100;
  return ANSWERS[odds.findIndex((share) => (left -= share) < 0)] ?? ANSWERS[2]!;
}
