import {columnsOf, type Column} from "../../warehouse/columns.ts";
import {martCustomer360} from "../marts/mart_customer_360.ts";

/** What an audience may ask of a customer: every column of mart_customer_360, by name. */
export const audienceColumns: ReadonlyMap<string, Column> = new Map(
  columnsOf(martCustomer360.columns).map((column) => [column.name, column])
);

/** Words that join rules and so name no column. */
export const joiners = ["any", "all", "not"] as const;

/** How values of a column are written in the configuration. */
export type ValueKind = "text" | "flag" | "number" | "day";

/** The kind of values that a column holds. */
export const kindOf = ({sql}: Pick<Column, "sql">): ValueKind =>
  sql === "varchar" ? "text" : sql === "boolean" ? "flag" : sql === "date" || sql === "timestamp" ? "day" : "number";
