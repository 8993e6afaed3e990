import {accuracyOf, type Accuracy} from "../../models/identity/accuracy.ts";
import {blockingRecall} from "../../models/identity/blockingRecall.ts";
import {settingsOf} from "../../models/settingsOf.ts";
import {plural, say, whole} from "../say.ts";
import type {Session} from "../session.ts";
import {loadTruth} from "./loadTruth.ts";

/** Prints how well the customers are those of a file whose first column is the record's key, with the cluster in `cluster` or else the second. */
export async function tellAccuracy({project, warehouse}: Session, file: string): Promise<void> {
  const {rows, unknown} = await loadTruth(warehouse, file);
  const {records, customers, sameEmail, rules} = await accuracyOf(warehouse, "truth");
  const compared = await blockingRecall(warehouse, "truth", settingsOf(project));
  await warehouse.run("drop table truth");
  say("truth", `${plural(records, "record")} of ${file}, ${plural(customers.truth, "pair")} of one cluster`);
  if (unknown) say("", `${whole(unknown)} of ${plural(rows, "key")} are not in the warehouse and left out`);
  console.log(lineOf("", ["precision", "recall", "F1", "pairs found"]));
  for (const [title, it] of [
    ["customers", customers],
    ["same e-mail alone", sameEmail],
    ["exact rules alone", rules]
  ] as const)
    console.log(lineOf(title, [...shares(it), whole(it.found)]));
  console.log(lineOf("pairs compared at all", ["", share(compared)]));
}

const share = (value: number | null): string => (value === null ? "–" : value.toFixed(4));
const shares = ({precision, recall, f1}: Accuracy): string[] => [precision, recall, f1].map(share);
const lineOf = (title: string, cells: readonly string[]): string =>
  `        ${title.padEnd(22)} ${cells.map((cell) => cell.padStart(11)).join(" ")}`.trimEnd();
