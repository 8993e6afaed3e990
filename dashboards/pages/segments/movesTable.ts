import {sum} from "d3";
import {outside} from "../../../models/marts/outsideSegments.ts";
import type {Migration, Way} from "../../components/migration.ts";
import type {Locale} from "../../format/locale.ts";
import {segmentName} from "../customers/words.ts";
import type {Moved, Moves} from "./moves.ts";
import type {Measure} from "./movesView.ts";

/** Lower bounds of the tints: shares of a row. */
export const moveBreaks = [0.02, 0.05, 0.1, 0.2, 0.3, 0.45, 0.6, 0.8];

/** Mean score of each segment: a move to a higher one leads up. */
export type Scores = Readonly<Record<string, number>>;

/** Which way a move leads; into and out of the window it is neither up nor down. */
export function wayOf(scores: Scores, from: string, to: string): Exclude<Way, "none"> {
  if (from === to) return "stayed";
  const [a, b] = [scores[from], scores[to]];
  if (a === undefined || b === undefined || Math.abs(a - b) < 1e-9) return "level";
  return b > a ? "up" : "down";
}

/** The name of a segment, or of where customers are who are in none. */
export const stateName = (name: string, {t}: Pick<Locale, "t">): string =>
  ({
    [outside.new]: t("New customers", "新客户"),
    [outside.returned]: t("Came back", "回归"),
    [outside.gone]: t("No order in the window", "窗口内无订单")
  })[name] ?? segmentName(name, t);

/** A matrix of moves in the words of a language; `href` leads to the customers of a segment. */
export function movesTable(
  moves: Moves,
  measure: Measure,
  {scores, href}: {scores: Scores; href: (segment: string) => string},
  locale: Locale
): Migration {
  const {f, t} = locale;
  const text = (moved: Moved | null) =>
    moved === null ? f.missing : measure === "customers" ? f.count(moved.customers) : f.money(moved[measure]);
  const isSegment = (name: string) => name in scores;
  const known = moves.fromTotals.every(Boolean);
  return {
    caption: t("Moves between segments", "分群间的移动"),
    corner: `${f.date(new Date(moves.fromOn))} → ${f.date(new Date(moves.toOn))}`,
    total: t("Total", "合计"),
    breaks: moveBreaks,
    columns: moves.to.map((name, j) => {
      const size = moves.toTotals[j]!;
      const linked = isSegment(name) && measure === "customers" && size !== null && size.customers > 0;
      return {name: stateName(name, locale), total: text(size), href: linked ? href(name) : undefined};
    }),
    rows: moves.from.map((name, i) => {
      const size = moves.fromTotals[i]!;
      return {
        name: stateName(name, locale),
        total: text(size),
        cells: moves.cells[i]!.map((moved, j) => {
          if (!moved) return null;
          const share = size && size.customers > 0 ? moved.customers / size.customers : 0;
          const way = moved.customers ? wayOf(scores, name, moves.to[j]!) : "none";
          return {text: moved.customers ? text(moved) : "0", share, way};
        })
      };
    }),
    sum: known
      ? text({
          customers: sum(moves.fromTotals, (moved) => moved!.customers),
          before: sum(moves.fromTotals, (moved) => moved!.before),
          after: sum(moves.fromTotals, (moved) => moved!.after)
        })
      : f.missing
  };
}
