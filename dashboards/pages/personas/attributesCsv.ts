import {csv, type CsvValue} from "../../live/csv.ts";
import {attributesOf} from "./attributes.ts";
import type {AttributeRow} from "./rows.ts";

const ofBuyers = [
  "buyers",
  "orders",
  "net_revenue",
  "net_revenue_365d",
  "average_order_value",
  "active_customers_365d",
  "active_share",
  "active_low",
  "active_high",
  "mean_risk_share",
  "value_at_risk",
  "mean_clv"
] as const;

const plain = (value: unknown): CsvValue =>
  typeof value === "number" && !Number.isInteger(value) ? Number(value.toFixed(4)) : (value as CsvValue);

const active = ["active_customers_365d", "active_share", "active_low", "active_high"] as const;

/** What a row would give away of fewer than `minCell` customers by subtraction: who never ordered, or did not within the year. */
function givenAway({customers, buyers, active_customers_365d: ordered}: AttributeRow, minCell: number): Set<string> {
  const isSecret = (...counts: number[]) => counts.some((n) => n > 0 && n < minCell);
  return new Set([
    ...(isSecret(customers - buyers) ? ["buyers"] : []),
    ...(isSecret(ordered, buyers - ordered, customers - ordered) ? active : [])
  ]);
}

/** The values of every attribute that may be shown, most customers first; what would be said of too few buyers is left empty. */
export const attributesCsv = (
  rows: readonly AttributeRow[],
  {asOf, minCell}: {asOf: string; minCell: number}
): string =>
  csv(
    ["dimension", "value", "customers", "customer_share", ...ofBuyers, "as_of", "filter"],
    attributesOf(rows, minCell).flatMap(({rows: shown, few}) =>
      shown.map((row) => {
        const secrets = givenAway(row, minCell);
        return [
          row.dimension,
          row.value,
          row.customers,
          plain(row.customer_share),
          ...ofBuyers.map((name) => (few.has(row.value) || secrets.has(name) ? null : plain(row[name]))),
          asOf,
          ""
        ];
      })
    )
  );
