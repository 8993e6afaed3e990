import {martCustomer360} from "../../../models/marts/mart_customer_360.ts";
import type {Relation} from "../../../warehouse/relation.ts";
import type {Warehouse} from "../../../warehouse/warehouse.ts";
import {publishedSql} from "../../publishedColumns.ts";

/** Keys from `from` up to before `to`; null is without end. */
export interface Slice {
  from: string;
  to: string | null;
}

/** How many rows of the timeline, and how many customers, a slice holds at most on average. */
const usual = {events: 250_000, customers: 20_000};

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** Whether the key in a column is in a slice, as SQL. */
export const inSlice = (column: string, {from, to}: Slice): string =>
  `${column} >= ${quoted(from)}${to === null ? "" : ` and ${column} < ${quoted(to)}`}`;

/** The published columns of a relation in a slice of the keys in `column`, as an SQL subquery. */
export const slicedSql = (
  relation: Relation,
  slice: Slice,
  {personal = [], column = "customer_id"}: {personal?: readonly string[]; column?: string} = {}
): string => `(from ${publishedSql(relation, personal)} where ${inSlice(column, slice)})`;

/**
 * All keys in slices of about equal size, by key: what is gathered customer by customer must fit into memory, and an engine cannot
 * spill what it gathers.
 */
export async function slicesOf(warehouse: Warehouse, most = usual): Promise<Slice[]> {
  const {events, customers} = await warehouse.row<typeof usual>(
    "select (select count(*) from mart_customer_timeline) as events, (select count(*) from mart_customer_360) as customers"
  );
  const parts = Math.max(1, Math.ceil(events / most.events), Math.ceil(customers / most.customers));
  const starts = await warehouse.rows<{start: string}>(
    `select min(customer_id) as start
     from (select customer_id, ntile(${parts}) over (order by customer_id) as part from ${publishedSql(martCustomer360)})
     where part > 1 group by part order by start`
  );
  const from = ["", ...starts.map(({start}) => start)];
  return from.map((start, i) => ({from: start, to: from[i + 1] ?? null}));
}
