/** One entry of a points account; instants are milliseconds. */
export interface Booked {
  id: string;
  member: string;
  type: "earn" | "redeem" | "expire" | "adjust";
  at: number;
  points: number;
  expiresAt: number | null;
}

type Kind = "redeem" | "expire" | "adjust" | "lapse";

/** One lot after the walk, and who took what of it; `id` itself where it lapsed. */
export interface WalkedLot {
  id: string;
  points: number;
  rest: number;
  uses: {by: string; kind: Kind; points: number; at: number}[];
  endsAt: number;
}

const day = 86_400_000;

/**
 * A member's account walked entry by entry, as a clerk would keep it: what is taken comes from the oldest lot that has any, what is not
 * there is owed and paid by what is gained next; unless the ledger books expiry itself, lots past their day go before the next entry.
 */
export function walk(
  entries: readonly Booked[],
  {booksExpiry, expiryDays, asOf}: {booksExpiry: boolean; expiryDays: number | null; asOf: number}
): {lots: WalkedLot[]; owed: number} {
  const inOrder = entries
    .filter(({points}) => points !== 0)
    .toSorted((a, b) => a.at - b.at || Number(a.points < 0) - Number(b.points < 0) || (a.id < b.id ? -1 : 1));
  const gains = inOrder.filter(({points}) => points > 0);
  const said = gains.map((gain) => gain.expiresAt ?? (expiryDays === null ? null : gain.at + expiryDays * day));
  const ends = new Map<string, number>();
  gains.forEach((gain, i) => {
    const own = said.slice(i).find((end) => end !== null) ?? Infinity;
    const older = i === 0 ? -Infinity : ends.get(gains[i - 1]!.id)!;
    ends.set(gain.id, Math.max(own, older));
  });
  const lots: WalkedLot[] = [];
  const owed: {by: string; kind: Kind; points: number; at: number}[] = [];
  const take = (lot: WalkedLot, debt: (typeof owed)[number]) => {
    const points = Math.min(lot.rest, debt.points);
    if (points === 0) return;
    lot.rest -= points;
    debt.points -= points;
    lot.uses.push({...debt, points});
  };
  const expire = (until: number) => {
    if (booksExpiry) return;
    for (const lot of lots) {
      if (lot.endsAt > until || lot.rest === 0) continue;
      const at = Math.max(lot.endsAt, gains.find(({id}) => id === lot.id)!.at);
      lot.uses.push({by: lot.id, kind: "lapse", points: lot.rest, at});
      lot.rest = 0;
    }
  };
  for (const {id, type, at, points} of inOrder) {
    expire(at);
    if (points > 0) {
      const lot: WalkedLot = {id, points, rest: points, uses: [], endsAt: ends.get(id)!};
      lots.push(lot);
      for (const debt of owed) take(lot, debt);
    } else {
      const debt = {by: id, kind: type as Kind, points: -points, at};
      for (const lot of lots) take(lot, debt);
      if (debt.points > 0) owed.push(debt);
    }
  }
  expire(asOf);
  return {lots, owed: owed.reduce((sum, {points}) => sum + points, 0)};
}
