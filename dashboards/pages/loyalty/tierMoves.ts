import {outside} from "../../../models/marts/outsideSegments.ts";
import type {Migration} from "../../components/migration.ts";
import type {Locale} from "../../format/locale.ts";
import {movesOf, type Moves} from "../segments/moves.ts";
import {moveBreaks, wayOf} from "../segments/movesTable.ts";
import type {MoveRow, TierRow} from "./rows.ts";
import {tierName} from "./words.ts";

/** The matrices of moves between tiers, the shortest time first; cells that would tell of few members are null. */
export const tierMovesOf = (rows: readonly MoveRow[], tiers: readonly TierRow[], minCell: number): Moves[] =>
  movesOf(
    rows.map(({from_tier, to_tier, members, ...days}) => ({
      ...days,
      from_segment: from_tier,
      to_segment: to_tier,
      customers: members,
      net_revenue_before: 0,
      net_revenue_after: 0
    })),
    tiers.map(({tier, position}) => ({segment: tier, position: -position})),
    minCell
  );

/** A matrix of moves in the words of a language, highest tier first. */
export function tierMatrix(moves: Moves, tiers: readonly TierRow[], locale: Locale): Migration {
  const {t, f} = locale;
  const heights = Object.fromEntries(tiers.map(({tier, position}) => [tier, position]));
  const text = (moved: {customers: number} | null) => (moved === null ? f.missing : f.count(moved.customers));
  const known = moves.fromTotals.every(Boolean);
  return {
    caption: t("Moves between tiers", "等级间的移动"),
    corner: `${f.date(new Date(moves.fromOn))} → ${f.date(new Date(moves.toOn))}`,
    total: t("Total", "合计"),
    breaks: moveBreaks,
    columns: moves.to.map((tier, j) => ({name: tierName(tier, locale), total: text(moves.toTotals[j]!)})),
    rows: moves.from.map((tier, i) => {
      const size = moves.fromTotals[i];
      return {
        name: tierName(tier, locale),
        total: text(size ?? null),
        cells: moves.cells[i]!.map((moved, j) => {
          if (!moved) return null;
          const way = !moved.customers ? "none" : tier === outside.new ? "level" : wayOf(heights, tier, moves.to[j]!);
          return {text: text(moved), share: size?.customers ? moved.customers / size.customers : 0, way};
        })
      };
    }),
    sum: known ? f.count(moves.fromTotals.reduce((sum, moved) => sum + moved!.customers, 0)) : f.missing
  };
}
