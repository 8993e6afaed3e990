import type {Accuracy} from "../../models/identity/accuracy.ts";
import {whole} from "../say.ts";
import type {PeoplePhase, PeopleTask} from "./peoplePhase.ts";

/** What all phases of one number of records took. */
export type PeopleRun = {records: number} & Record<PeopleTask["what"], PeoplePhase>;

/** What resolution promises for a million records: seconds, and peak resident memory in bytes. */
export const target = {records: 1e6, seconds: 180, peakBytes: 6 * 2 ** 30};

const line = (title: string, cells: readonly string[], end = ""): string =>
  `        ${title.padEnd(26)} ${cells.map((cell) => cell.padStart(11)).join(" ")}  ${end}`.trimEnd();
const perRecord = (seconds: number, records: number): string => `${((seconds / records) * 1e6).toFixed(1)} µs`;

/**
 * The report of runs of different sizes, the greatest last, as lines of text: seconds, cost per record and peak memory of each phase, of
 * models from a hundredth of the whole on, and how well the customers are those of the truth.
 */
export function peopleReport(runs: readonly PeopleRun[]): string[] {
  const cells = (take: (run: PeopleRun) => {seconds: number; peakBytes?: number}) =>
    runs.flatMap((run) => {
      const {seconds, peakBytes} = take(run);
      return [
        `${seconds.toFixed(2)} s`,
        perRecord(seconds, run.records),
        peakBytes === undefined ? "" : memory(peakBytes)
      ];
    });
  const last = runs.at(-1)!;
  const models = Object.keys(last.resolve.models).filter(
    (name) => last.resolve.models[name]! >= last.resolve.seconds / 100
  );
  return [
    line(
      "",
      runs.flatMap(({records}) => [`${whole(records)}`, "a record", "peak"])
    ),
    ...(["make", "ingest", "resolve"] as const).map((what) =>
      line(
        what,
        cells((run) => run[what]),
        what === "resolve" ? verdict(last) : ""
      )
    ),
    ...models.map((name) =>
      line(
        `  ${name}`,
        cells((run) => ({seconds: run.resolve.models[name] ?? 0}))
      )
    ),
    line(
      "measure",
      cells((run) => run.measure)
    ),
    "",
    line(
      "",
      runs.flatMap(() => ["precision", "recall", "F1"])
    ),
    ...(["customers", "rules", "sameEmail"] as const).map((way) =>
      line(
        names[way],
        runs.flatMap(({measure}) => shares(measure.accuracy![way]))
      )
    ),
    line(
      "pairs compared at all",
      runs.flatMap(({measure}) => ["", share(measure.accuracy!.compared), ""])
    )
  ];
}

const names = {customers: "customers", rules: "exact rules alone", sameEmail: "same e-mail alone"};
const memory = (bytes: number): string =>
  bytes < 1e9 ? `${(bytes / 1e6).toFixed(0)} MB` : `${(bytes / 1e9).toFixed(2)} GB`;
const share = (value: number | null): string => (value === null ? "–" : value.toFixed(4));
const shares = ({precision, recall, f1}: Accuracy): string[] => [precision, recall, f1].map(share);

/** Judged from the promised number of records on; fewer cost more each, since some of the work does not grow. */
function verdict({records, resolve: {seconds, peakBytes}}: PeopleRun): string {
  if (records < target.records) return "";
  const limit = (target.seconds * records) / target.records;
  const isMet = seconds <= limit && peakBytes <= target.peakBytes;
  return `target ≤ ${limit.toFixed(0)} s, ≤ ${target.peakBytes / 2 ** 30} GiB: ${isMet ? "met" : "MISSED"}`;
}
