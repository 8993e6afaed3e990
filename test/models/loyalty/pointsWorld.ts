import {createRows, inBuildOrder} from "../../../models/compile.ts";
import {intAsOf} from "../../../models/intermediate/int_as_of.ts";
import {intCustomerOrders} from "../../../models/intermediate/int_customer_orders.ts";
import {intCustomerPoints} from "../../../models/intermediate/int_customer_points.ts";
import {intPointsLot} from "../../../models/intermediate/int_points_lot.ts";
import type {Model, Relation} from "../../../models/model.ts";
import type {Settings} from "../../../models/settings.ts";
import {stgLoyaltyLedger} from "../../../models/staging/stg_loyalty_ledger.ts";
import {columnsOf} from "../../../warehouse/columns.ts";
import {emptyTableSql} from "../../../warehouse/ddl.ts";
import {Warehouse} from "../../../warehouse/warehouse.ts";
import {settings} from "../warehouseOf.ts";
import type {Booked} from "./pointsOracle.ts";

export const asOf = Date.UTC(2026, 5, 30, 12);

export interface Ordered {
  member: string;
  at: number;
  revenue: number;
}

const given: readonly Relation[] = [intAsOf, intCustomerPoints, intCustomerOrders, stgLoyaltyLedger];
const plain = {
  varchar: "''",
  boolean: "false",
  integer: "0",
  bigint: "0",
  double: "0",
  money: "0",
  date: "'2026-01-01'",
  timestamp: "'2026-01-01'"
};

/** SQL that inserts rows; what a row does not name is null or, where it may not be, the plainest value of its type. */
function fill(relation: Relation, rows: readonly Record<string, unknown>[]): string {
  if (!rows.length) return "";
  const cell = (value: unknown) =>
    value === null
      ? "null"
      : value instanceof Date
        ? `timestamp '${value.toISOString().slice(0, 19)}'`
        : typeof value === "string"
          ? `'${value}'`
          : String(value);
  const tuples = rows.map(
    (row) =>
      `(${columnsOf(relation.columns).map(({name, nullable, sql}) => (name in row ? cell(row[name]) : nullable ? "null" : plain[sql]))})`
  );
  return `insert into ${relation.name} values ${tuples.join(", ")}`;
}

/** Points and orders of some members with what is asked and all it needs built on them; nothing has happened after as_of. */
export async function pointsWorld(
  entries: readonly Booked[],
  {
    changes = {},
    asked = [intPointsLot],
    orders = [],
    sql = [],
    slices
  }: {
    changes?: Partial<Settings>;
    asked?: readonly Relation[];
    orders?: readonly Ordered[];
    sql?: readonly string[];
    slices?: number;
  } = {}
): Promise<Warehouse> {
  const warehouse = await Warehouse.open(":memory:");
  for (const relation of given) await warehouse.run(emptyTableSql(relation));
  const today = new Date(asOf);
  const month = new Date(Date.UTC(2026, 5, 1));
  const inserts = [
    fill(intAsOf, [
      {
        as_of_at: today,
        as_of_on: today,
        as_of_month: month,
        is_month_complete: true,
        last_complete_month: month,
        horizon_days: 91
      }
    ]),
    fill(
      intCustomerPoints,
      entries.map(({id, member, at, type, points, expiresAt}) => ({
        entry_id: id,
        customer_id: member,
        happened_at: new Date(at),
        happened_on: new Date(at),
        entry_type: type,
        points,
        expires_at: expiresAt === null ? null : new Date(expiresAt)
      }))
    ),
    fill(
      intCustomerOrders,
      orders.map(({member, at, revenue}, i) => ({
        order_id: `o${i}`,
        customer_id: member,
        ordered_at: new Date(at),
        ordered_on: new Date(at),
        is_first_of_day: true,
        net_revenue: revenue
      }))
    ),
    ...sql
  ];
  for (const insert of inserts) if (insert) await warehouse.run(insert);
  for (const model of inBuildOrder(asked as readonly Model[])) {
    if (given.some(({name}) => name === model.name)) continue;
    if (!reaches(model, asked)) continue;
    const table = `"${model.name}"`;
    await createRows(model, {warehouse, settings: {...settings, ...changes}, table, ...(slices && {slices})});
  }
  return warehouse;
}

/** Whether an asked model is made of it without a detour over what is given. */
function reaches(model: Relation, asked: readonly Relation[]): boolean {
  return asked.some(
    (one) =>
      one.name === model.name ||
      (!given.some(({name}) => name === one.name) && "from" in one && reaches(model, (one as Model).from))
  );
}
