import {isWithheld, withheldParts} from "../../withheld.ts";
import {hiddenMoves} from "./hiddenMoves.ts";
import type {MoveRow, NetRow, Origin, Stage} from "./rows.ts";
import {buyers, inRhythm, ordered, origins, type Before} from "./stageTones.ts";

/** What a stage, or all in rhythm, won and lost. */
export interface Net {
  entered: number;
  /** Of them without an order before. */
  newcomers: number;
  left: number;
  net: number;
  low: number;
  high: number;
}

/** How customers moved from one day to another, as it may be published: null is withheld. */
export interface Period {
  months: number;
  /** ISO days. */
  from: string;
  to: string;
  /** The month of the second day is still running. */
  running: boolean;
  /** The thresholds of the first day rest on a history long enough. */
  settled: boolean;
  rows: {from: Before; total: number | null; cells: (number | null)[]}[];
  /** Customers on the second day, by stage in the order of the tables. */
  totals: (number | null)[];
  nets: {stage: Stage; net: Net | null}[];
  rhythm: Net | null;
}

const iso = (day: Date): string => day.toISOString().slice(0, 10);
const maskedBy = (values: readonly number[], hidden: readonly boolean[]) =>
  values.map((value, i) => (hidden[i] ? null : value));

const netOf = (row: NetRow): Net => ({
  entered: row.entered_customers,
  newcomers: row.newcomers,
  left: row.left_customers,
  net: row.net_customers,
  low: row.net_low,
  high: row.net_high
});

const sum = (values: readonly number[]) => values.reduce((total, n) => total + n, 0);

const newcomers: readonly Origin[] = ["prospect", "not_known"];

const between = (moves: readonly MoveRow[], origin: Before, stage: Stage): number[] =>
  moves
    .filter(({from_stage, to_stage}) => {
      const isFrom = origin === "no_order" ? newcomers.includes(from_stage) : from_stage === origin;
      return isFrom && to_stage === stage;
    })
    .map(({customers}) => customers);

/** The rows of the matrix: prospects and those not known are one, where first orders of either are too few to be published. */
function rowsOf(moves: readonly MoveRow[], minCell: number): Before[] {
  const present = origins.filter((origin) => moves.some(({from_stage}) => from_stage === origin));
  const isFew = newcomers.some((origin) =>
    buyers.some((stage) => isWithheld(sum(between(moves, origin, stage)), minCell))
  );
  if (!isFew) return present;
  return [
    ...buyers.filter((stage) => present.includes(stage)),
    "no_order",
    ...present.filter((one) => one === "undated")
  ];
}

function periodOf(moves: readonly MoveRow[], nets: readonly NetRow[], minCell: number): Period | null {
  const first = moves[0]!;
  const from = rowsOf(moves, minCell);
  const cells = from.map((origin) => ordered.map((stage) => sum(between(moves, origin, stage))));
  const [rows, columns] = [cells.map(sum), ordered.map((_, j) => sum(cells.map((row) => row[j]!)))];
  const hiddenColumns = withheldParts(columns, minCell);
  const hidden = hiddenMoves(
    from,
    cells,
    {rows, columns, hiddenRows: withheldParts(rows, minCell), hiddenColumns},
    minCell
  );
  if (!hidden) return null;
  const tells = (stage: Stage): boolean => {
    if (stage === "prospect" && from.includes("no_order")) return false;
    const [i, j] = [from.indexOf(stage), ordered.indexOf(stage)];
    return !hiddenColumns[j] && (i < 0 || !(hidden.rows[i] || hidden.cells[i]![j]));
  };
  if (!nets.length) return null;
  const netRow = (stage: NetRow["stage"]) => nets.find((row) => row.stage === stage)!;
  const rhythm = netOf(netRow("in_rhythm"));
  const parts = [rhythm.newcomers, rhythm.entered - rhythm.newcomers, rhythm.left];
  const isAlone = (rows: (origin: Before) => boolean, columns: (stage: Stage) => boolean) =>
    from.flatMap((origin, i) => ordered.filter((to, j) => rows(origin) && columns(to) && hidden.cells[i]![j]))
      .length === 1;
  const within = (one: Before): boolean => (inRhythm as readonly Before[]).includes(one);
  const isSilent = (one: Before): boolean => (buyers as readonly Before[]).includes(one) && !within(one);
  const isTold =
    !parts.some((n) => isWithheld(n, minCell)) &&
    !isAlone((one) => !within(one) && !isSilent(one), within) &&
    !isAlone(isSilent, within) &&
    !isAlone(within, isSilent);
  return {
    months: first.months,
    from: iso(first.from_on),
    to: iso(first.to_on),
    running: first.is_partial,
    settled: first.is_settled,
    rows: from.map((origin, i) => ({
      from: origin,
      total: hidden.rows[i] ? null : rows[i]!,
      cells: maskedBy(cells[i]!, hidden.cells[i]!)
    })),
    totals: maskedBy(columns, hiddenColumns),
    nets: ordered.map((stage) => ({stage, net: tells(stage) ? netOf(netRow(stage)) : null})),
    rhythm: isTold ? rhythm : null
  };
}

/** The periods that end at as_of, shortest first; one in which something cannot be withheld safely is left out. */
export function periodsOf(moves: readonly MoveRow[], nets: readonly NetRow[], minCell: number): Period[] {
  const last = Math.max(...moves.map(({to_on}) => +to_on));
  return [1, 3, 12].flatMap((months) => {
    const ends = <Row extends {to_on: Date; months: number}>(rows: readonly Row[]) =>
      rows.filter((row) => +row.to_on === last && row.months === months);
    const of = ends(moves);
    return of.length ? (periodOf(of, ends(nets), minCell) ?? []) : [];
  });
}
