import type {TakenTable} from "../../../live/takeTable.ts";
import type {KanoView} from "./features.ts";

const columns = [
  "feature",
  "segment",
  "answers",
  "must_be",
  "one_dimensional",
  "attractive",
  "indifferent",
  "reverse",
  "questionable",
  "category",
  "is_clear",
  "strength",
  "better",
  "better_low",
  "better_high",
  "worse",
  "worse_low",
  "worse_high"
] as const;

/** The features of one segment under the mart's names. */
export const kanoCsv = ({features}: KanoView): TakenTable => ({
  columns,
  rows: features.map((row) => columns.map((name) => row[name]))
});
