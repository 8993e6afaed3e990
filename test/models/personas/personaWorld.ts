import {createRows} from "../../../models/compile.ts";
import {intAsOf} from "../../../models/intermediate/int_as_of.ts";
import {intCustomerCategory} from "../../../models/intermediate/int_customer_category.ts";
import {intCustomerReach} from "../../../models/intermediate/int_customer_reach.ts";
import {intCustomerService} from "../../../models/intermediate/int_customer_service.ts";
import {intCustomerValue} from "../../../models/intermediate/int_customer_value.ts";
import {intCustomerVoice} from "../../../models/intermediate/int_customer_voice.ts";
import {intPersona} from "../../../models/intermediate/int_persona.ts";
import {intPersonaFeature} from "../../../models/intermediate/int_persona_feature.ts";
import {intPersonaModel} from "../../../models/intermediate/int_persona_model.ts";
import {intPersonaScale} from "../../../models/intermediate/int_persona_scale.ts";
import {martCustomer360} from "../../../models/marts/mart_customer_360.ts";
import type {Model, Relation} from "../../../models/model.ts";
import {columnsOf} from "../../../warehouse/columns.ts";
import {emptyTableSql} from "../../../warehouse/ddl.ts";
import {Warehouse} from "../../../warehouse/warehouse.ts";
import {settings} from "../warehouseOf.ts";

/** A customer as the features see them; days count back from as_of. */
export interface Shopper {
  id: string;
  recency: number;
  orders: number;
  value: number;
  units: number;
  tenure: number;
  categories: number;
  refunded: number;
  tickets: number;
  nps: number | null;
  touches: number;
  opened: number;
  country: string | null;
}

const plain: Record<string, string> = {
  varchar: "''",
  boolean: "false",
  date: "'2026-01-01'",
  timestamp: "'2026-01-01'"
};

/** Rows of a relation whose other columns are null, or the plainest value where they may not be. */
async function fill(warehouse: Warehouse, relation: Relation, rows: readonly Record<string, unknown>[]): Promise<void> {
  const columns = columnsOf(relation.columns);
  const cell = (value: unknown) => (value === null ? "null" : typeof value === "string" ? `'${value}'` : String(value));
  const tuples = rows.map(
    (row) =>
      `(${columns.map(({name, nullable, sql}) => (name in row ? cell(row[name]) : nullable ? "null" : (plain[sql] ?? "0"))).join(", ")})`
  );
  for (let from = 0; from < tuples.length; from += 2_000)
    await warehouse.run(`insert into "${relation.name}" values ${tuples.slice(from, from + 2_000).join(", ")}`);
}

const ago = (days: number) => new Date(Date.UTC(2026, 5, 30) - days * 864e5).toISOString().slice(0, 10);

/** What the models of personas read, made of some customers. */
export async function shopWarehouse(shoppers: readonly Shopper[]): Promise<Warehouse> {
  const warehouse = await Warehouse.open(":memory:");
  const read = [
    intAsOf,
    intCustomerCategory,
    intCustomerReach,
    intCustomerService,
    intCustomerValue,
    intCustomerVoice,
    martCustomer360
  ];
  for (const relation of read) await warehouse.run(emptyTableSql(relation));
  await fill(warehouse, intAsOf, [{as_of_on: ago(0), horizon_days: 91}]);
  const bought = shoppers.map((one) => ({
    customer_id: one.id,
    first_any_order_on: ago(one.tenure),
    first_order_on: one.orders ? ago(one.tenure) : null,
    last_order_on: one.orders ? ago(one.recency) : null,
    orders: one.orders,
    orders_365d: one.recency < 365 ? one.orders : 0,
    net_revenue: Number((one.value * one.orders).toFixed(4)),
    net_revenue_365d: one.recency < 365 ? Number((one.value * one.orders).toFixed(4)) : 0,
    units: one.units * one.orders,
    refunded: one.refunded
  }));
  await fill(warehouse, intCustomerValue, bought);
  await fill(
    warehouse,
    intCustomerCategory,
    shoppers.flatMap(({id, categories}) =>
      Array.from({length: categories}, (_, i) => ({customer_id: id, category: `k${i}`, category_rank: i + 1}))
    )
  );
  await fill(
    warehouse,
    intCustomerService,
    shoppers.map(({id, tickets}) => ({customer_id: id, tickets}))
  );
  await fill(
    warehouse,
    intCustomerVoice,
    shoppers.map(({id, nps}) => ({customer_id: id, last_nps_score: nps}))
  );
  await fill(
    warehouse,
    intCustomerReach,
    shoppers.map(({id, touches, opened}) => ({customer_id: id, touches_90d: touches, opened_90d: opened}))
  );
  await fill(
    warehouse,
    martCustomer360,
    bought.map((row, i) => ({
      ...row,
      party: "person",
      country: shoppers[i]!.country,
      abc_class: "C",
      risk_share: 0.25,
      value_at_risk: 2.5,
      clv: 10
    }))
  );
  return warehouse;
}

/** Builds models on it, in this order. */
export async function build(warehouse: Warehouse, asked: readonly Relation[]): Promise<Warehouse> {
  for (const model of asked as readonly Model[])
    await createRows(model, {warehouse, settings, table: `"${model.name}"`});
  return warehouse;
}

export const personaModels = [intPersonaFeature, intPersonaModel, intPersonaScale, intPersona];
