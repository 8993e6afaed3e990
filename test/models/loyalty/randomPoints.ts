import {dice} from "../randomCompany.ts";
import type {Booked} from "./pointsOracle.ts";
import {asOf, type Ordered} from "./pointsWorld.ts";

const day = 86_400_000;

/** Accounts of some members over two years; points live 200 days, are redeemed by some, and now and then corrected. Seeded. */
export function randomPoints(seed: number, members = 60): Booked[] {
  const roll = dice(seed);
  const upTo = (n: number) => Math.floor(roll() * n);
  return Array.from({length: members}, (_, m) => {
    const habit = roll();
    return Array.from({length: 2 + upTo(12)}, (_, i): Booked => {
      const at = asOf - upTo(700) * day - upTo(12) * 3_600_000;
      const kind = roll();
      const type = kind < 0.65 ? "earn" : kind < 0.65 + 0.3 * habit ? "redeem" : "adjust";
      const points = type === "earn" ? 1 + upTo(200) : type === "redeem" ? -1 - upTo(150) : upTo(41) - 20;
      return {
        id: `e${String(m).padStart(3, "0")}-${String(i).padStart(2, "0")}`,
        member: `C-${String(m).padStart(4, "0")}`,
        type,
        at,
        points,
        expiresAt: type === "earn" ? at + 200 * day : null
      };
    });
  }).flat();
}

/** Orders of the same members, and of as many who are none. Seeded. */
export function randomOrders(seed: number, members = 60): Ordered[] {
  const roll = dice(seed);
  return Array.from({length: members * 6}, () => ({
    member: `C-${String(Math.floor(roll() * members * 2)).padStart(4, "0")}`,
    at: asOf - Math.floor(roll() * 700) * day,
    revenue: Math.floor(roll() * 20_000) / 100 - 20
  }));
}
