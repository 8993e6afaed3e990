import {withheldParts} from "../../withheld.ts";
import type {CurveRow, Dimension, GroupRow, TestRow} from "./rows.ts";

/** A place of a curve: day, share that lasts longer, ends of its interval. */
export type Place = readonly [day: number, survival: number, low: number | null, high: number | null];

/** A group as the page may tell it. */
export interface ToldGroup {
  group: string;
  /** Null where it is withheld. */
  contracts: number | null;
  followed: number;
  median: readonly [median: number | null, low: number | null, high: number | null];
  year: readonly [share: number, low: number | null, high: number | null] | null;
  places: Place[];
}

/** A dimension with the groups that may be told, largest first, “others” and “unknown” last. */
export interface ToldDimension {
  dimension: Dimension;
  groups: ToldGroup[];
  /** Some group has too few customers to be told. */
  isAnyWithheld: boolean;
  test: Pick<TestRow, "state" | "groups" | "p_adjusted" | "is_clear"> | null;
}

/** How many places a curve is drawn with. */
const most = 90;

/** From so many contracts on, a share is told in tenths of a percent: fewer could be counted back from it. */
const many = 1000;

const last = ["others", "unknown"];

/**
 * Curves as the page draws them: groups of too few customers left out, each cut where too few contracts are left, shares rounded.
 *
 * Only dimensions with two groups to be told, and all contracts together.
 */
export function curveData(
  curves: readonly CurveRow[],
  groups: readonly GroupRow[],
  tests: readonly TestRow[],
  minCell: number
): ToldDimension[] {
  const dimensions = [...new Set(groups.map(({dimension}) => dimension))];
  const order: readonly Dimension[] = ["all", "plan", "acquisition_channel", "country", "start_year"];
  const longest = Math.max(0, ...groups.map(({followed_days: days}) => days));
  return dimensions
    .toSorted((a, b) => order.indexOf(a) - order.indexOf(b))
    .map((dimension) => {
      const rows = groups.filter((row) => row.dimension === dimension).toSorted(inOrder);
      const withheld = withheldParts(
        rows.map(({customers}) => customers),
        minCell
      );
      const told = rows.filter((_, i) => !withheld[i]);
      const test = tests.find((row) => row.dimension === dimension);
      return {
        dimension,
        isAnyWithheld: withheld.includes(true),
        test: test
          ? {state: test.state, groups: test.groups, p_adjusted: test.p_adjusted, is_clear: test.is_clear}
          : null,
        groups: told.map((row) => toldGroup(row, curves, {minCell, longest}))
      };
    })
    .filter(({dimension, groups}) => groups.length > (dimension === "all" ? 0 : 1));
}

/** Years by time, the rest by size; what is no group of its own at the end. */
function inOrder(a: GroupRow, b: GroupRow): number {
  const place = ({group_name: name}: GroupRow) => last.indexOf(name);
  if (place(a) !== place(b)) return place(a) - place(b);
  return a.dimension === "start_year" ? a.group_name.localeCompare(b.group_name) : b.contracts - a.contracts;
}

function toldGroup(
  row: GroupRow,
  curves: readonly CurveRow[],
  {minCell, longest}: {minCell: number; longest: number}
): ToldGroup {
  const {dimension, group_name: group, contracts} = row;
  const own = curves.filter((one) => one.dimension === dimension && one.group_name === group);
  const step = Math.max(1, Math.ceil(longest / most));
  const seen = own.filter(({at_risk: left}) => left >= Math.max(1, minCell));
  const until = seen.at(-1)?.day_number ?? 0;
  const digits = contracts < many ? 2 : 3;
  const rounded = (x: number | null) => (x === null ? null : Number(x.toFixed(digits)));
  const places = seen
    .filter(({day_number: day}, i) => day === until || day % step < (own[1]?.day_number ?? 1) || i === 0)
    .map(({day_number: day, survival, low, high}): Place => [day, rounded(survival)!, rounded(low), rounded(high)]);
  const isYear = row.year_survival !== null && until >= 365;
  return {
    group,
    contracts,
    followed: until,
    median: known(row, until),
    year: isYear ? [rounded(row.year_survival)!, rounded(row.year_low), rounded(row.year_high)] : null,
    places
  };
}

/** A median is told as far as the curve is. */
const known = (row: GroupRow, until: number): ToldGroup["median"] => {
  const within = (days: number | null) => (days !== null && days <= until ? days : null);
  return [within(row.median_days), within(row.median_low), within(row.median_high)];
};

/** The dimension shown first: the one whose groups differ most clearly, else all contracts together. */
export function firstDimension(dimensions: readonly ToldDimension[]): Dimension {
  const clear = dimensions.filter(({test}) => test?.is_clear);
  const [first] = clear.toSorted((a, b) => a.test!.p_adjusted! - b.test!.p_adjusted!);
  return first?.dimension ?? "all";
}
