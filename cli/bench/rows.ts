import type {Phase} from "./phase.ts";

/** One round: the same work by us and by hand. */
export interface Round {
  ours: Phase;
  plain: Phase;
}

/** What one row of the report says. */
export interface Row {
  title: string;
  bytes?: number;
  ours: number;
  /** Seconds by hand; none where there is no such thing. */
  plain?: number;
  /** Peak resident memory in bytes, of ours and by hand. */
  peaks?: [ours: number, plain?: number];
  /** Sums of both sides where they have to be equal. */
  sums?: {ours: string; plain: string};
  target?: {ratio?: number; peakBytes?: number};
  note?: string;
}

export const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) / 2)]!;

const size = (bytes: number) => (bytes < 1e9 ? `${(bytes / 1e6).toFixed(0)} MB` : `${(bytes / 1e9).toFixed(2)} GB`);
const time = (seconds: number) => `${seconds.toFixed(2)} s`;

export const ratioOf = ({ours, plain}: Row): number | undefined => (plain === undefined ? undefined : ours / plain);

const line = (task: string, title: string, cells: readonly string[], end: string): string =>
  `${task.padEnd(7)} ${title.padEnd(24)} ${cells.map((cell) => cell.padStart(9)).join(" ")}  ${end}`.trimEnd();

export const heading = (): string => line("", "", ["size", "perennial", "plain SQL", "ratio", "peak", "plain's"], "");

/** A row of the report as a line of text. */
export function rowText(task: string, row: Row): string {
  const {title, bytes, ours, plain, peaks, note} = row;
  const ratio = ratioOf(row);
  const cells = [
    bytes === undefined ? "" : size(bytes),
    time(ours),
    plain === undefined ? "" : time(plain),
    ratio === undefined ? "" : `${ratio.toFixed(2)} ×`,
    peaks ? size(peaks[0]) : "",
    peaks?.[1] === undefined ? "" : size(peaks[1])
  ];
  return line(task, title, cells, [...verdicts(row), note].filter(Boolean).join("; "));
}

function verdicts(row: Row): string[] {
  const {sums, target, peaks} = row;
  const said: string[] = [];
  const judge = (limit: string, isMet: boolean) => said.push(`target ≤ ${limit}: ${isMet ? "met" : "MISSED"}`);
  if (target?.ratio !== undefined) judge(`${target.ratio} ×`, ratioOf(row)! <= target.ratio);
  if (target?.peakBytes !== undefined) judge(`${target.peakBytes / 2 ** 30} GiB`, peaks![0] <= target.peakBytes);
  if (sums) said.push(sums.ours === sums.plain ? "same sums" : `NOT THE SAME: ${sums.ours} / ${sums.plain}`);
  return said;
}
