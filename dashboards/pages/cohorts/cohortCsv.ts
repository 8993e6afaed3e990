import type {CohortPeriod} from "../../../models/cohortDimensions.ts";
import type {Warehouse} from "../../../warehouse/warehouse.ts";
import {csv, type CsvValue} from "../../live/csv.ts";

const columns = [
  "period",
  "cohort_on",
  "periods_since_first",
  "cohort_customers",
  "active_customers",
  "retention_share",
  "retention_low",
  "retention_high",
  "returning_later_customers",
  "orders",
  "net_revenue",
  "is_partial",
  "as_of"
];

/**
 * Every cell of all customers of a period as a CSV file, oldest cohort first; periods in which nobody ordered are absent.
 *
 * Numbers of fewer customers than may be published are empty: those of the cohort, of the cell, and of later orders each by their own.
 */
export async function cohortCsv(
  warehouse: Warehouse,
  period: CohortPeriod,
  minCell: number,
  asOf: string
): Promise<string> {
  const told = (column: string, ...counts: string[]) =>
    `case when ${["cohort_customers", ...counts].map((count) => `${count} >= ${minCell}`).join(" and ")} then ${column} end`;
  const now = (column: string) => told(column, "active_customers");
  const rows = await warehouse.rows<Record<string, CsvValue>>(
    `select period, strftime(cohort_on, '%Y-%m-%d') as cohort_on, periods_since_first, ${told("cohort_customers")} as cohort_customers,
       ${now("active_customers")} as active_customers, ${now("round(retention_share, 6)")} as retention_share,
       ${now("round(retention_low, 6)")} as retention_low, ${now("round(retention_high, 6)")} as retention_high,
       ${told("returning_later_customers", "returning_later_customers")} as returning_later_customers,
       ${now("orders")} as orders, ${now("net_revenue::double")} as net_revenue, is_partial
     from mart_cohort_retention where period = '${period}' and dimension = 'all' order by cohort_on, periods_since_first`
  );
  return csv(
    columns,
    rows.map((row) => columns.map((name) => (name === "as_of" ? asOf : row[name])))
  );
}
