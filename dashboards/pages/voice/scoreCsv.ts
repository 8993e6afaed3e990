import type {TakenTable} from "../../live/takeTable.ts";
import type {ScoreGroups} from "./scoreGroups.ts";

const columns = [
  "instrument",
  "dimension",
  "value",
  "answers",
  "customers",
  "favourable",
  "neutral",
  "unfavourable",
  "score",
  "low",
  "high",
  "previous_score",
  "change",
  "change_low",
  "change_high",
  "is_clear"
] as const;

/** The groups that a table compares, under the mart's names. */
export const scoreCsv = ({rows}: Pick<ScoreGroups, "rows">): TakenTable => ({
  columns,
  rows: rows.map((row) => columns.map((name) => row[name]))
});
