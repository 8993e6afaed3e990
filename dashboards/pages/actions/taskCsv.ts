import type {TakenTable} from "../../live/takeTable.ts";
import type {Listed} from "./listed.ts";

/** The customers that are shown, one row for each thing to do: pseudonyms, plain numbers, reasons in words. */
export const taskCsv = (shown: readonly Listed[]): TakenTable => ({
  columns: [
    "place",
    "customer_id",
    "owner",
    "action",
    "due_on",
    "expected_value",
    "why",
    "consent",
    "messages",
    "segment",
    "abc_class"
  ],
  rows: shown.flatMap(({overall, id, owner, way, messages, segment, abc, tasks}) =>
    tasks.map(({kind, on, value, why}) => [
      overall,
      id,
      owner,
      kind,
      on,
      value,
      why.replaceAll("\u00a0", " "),
      way,
      messages,
      segment,
      abc
    ])
  )
});
