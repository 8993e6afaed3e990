import {recordOf} from "../../../cli/bench/people/record.ts";
import {identitySchema} from "../../../ingest/identityConfig.ts";
import {rawCustomers, rawRelations} from "../../../ingest/contracts/kinds.ts";
import {ledgerInputs} from "../../../ingest/ledgerRelations.ts";
import {createRows, inBuildOrder} from "../../../models/compile.ts";
import type {Decision} from "../../../models/identity/decisions.ts";
import {identitySettings, type IdentitySettings} from "../../../models/identity/settings.ts";
import {intCustomerKeys} from "../../../models/intermediate/int_customer_keys.ts";
import {intIdentityChange} from "../../../models/intermediate/int_identity_change.ts";
import {intIdentityPair} from "../../../models/intermediate/int_identity_pair.ts";
import {intIdentityRule} from "../../../models/intermediate/int_identity_rule.ts";
import type {Model} from "../../../models/model.ts";
import {emptyTableSql} from "../../../warehouse/ddl.ts";
import {Warehouse} from "../../../warehouse/warehouse.ts";
import {insert, settings} from "../warehouseOf.ts";

export type Customer = {customer_key: string} & Record<string, string | null>;

/** Generated people as customer records, with the number of the person of each. */
export function people(records: number, from = 0): {customers: Customer[]; truth: Map<string, number>} {
  const truth = new Map<string, number>();
  const customers = Array.from({length: records}, (_, i) => {
    const {person, record} = recordOf({seed: 3, duplicates: 0.2}, from + i);
    const key = `R${from + i}`;
    truth.set(`customer:${key}`, person);
    return {
      customer_key: key,
      given_name: record.given ?? null,
      family_name: record.family ?? null,
      birth_date: record.born ?? null,
      street: record.street ?? null,
      postal_code: record.postcode ?? null,
      city: record.city ?? null,
      phone: record.phone ?? null,
      email: record.email?.toLowerCase() ?? null
    };
  });
  return {customers, truth};
}

const asked = inBuildOrder([
  intCustomerKeys,
  intIdentityPair,
  intIdentityRule,
  intIdentityChange
] as unknown as Model[]);

/** A warehouse in memory that is resolved again and again, as nightly builds do: its registry and what it learnt stay. */
export class Resolution {
  private constructor(readonly warehouse: Warehouse) {}

  static async open(): Promise<Resolution> {
    const warehouse = await Warehouse.open(":memory:");
    for (const relation of [...rawRelations, ...ledgerInputs]) await warehouse.run(emptyTableSql(relation));
    return new Resolution(warehouse);
  }

  /** Loads these customers in place of all before and resolves them. Returns the customer of each record. */
  async resolve(customers: readonly Customer[], changes: Partial<IdentitySettings> = {}): Promise<Map<string, string>> {
    await this.warehouse.run("delete from raw_customers");
    for (let i = 0; i < customers.length; i += 500)
      await this.warehouse.run(insert(rawCustomers, customers.slice(i, i + 500)));
    return this.again(changes);
  }

  /** Resolves what is loaded. */
  async again(changes: Partial<IdentitySettings> = {}): Promise<Map<string, string>> {
    const identity = {...identitySettings(identitySchema.parse({}), "GBP"), ...changes};
    for (const model of asked) {
      await this.warehouse.run(`drop table if exists "${model.name}"`);
      await createRows(model, {warehouse: this.warehouse, settings: {...settings, identity}, table: `"${model.name}"`});
    }
    const rows = await this.warehouse.rows<{record_key: string; customer_id: string}>(
      "select record_key, customer_id from int_identity_member where origin = 'customers'"
    );
    return new Map(rows.map(({record_key, customer_id}) => [record_key, customer_id]));
  }

  close(): void {
    this.warehouse.close();
  }
}

/** The records of each customer, as sorted lists by id. */
export function clustersOf(ids: ReadonlyMap<string, string>): Map<string, string[]> {
  const clusters = new Map<string, string[]>();
  for (const [record, id] of [...ids].sort(([a], [b]) => (a < b ? -1 : 1)))
    clusters.set(id, [...(clusters.get(id) ?? []), record]);
  return clusters;
}

/** Pairwise precision and recall of clusters against the truth, by enumeration of all pairs. */
export function accuracy(ids: ReadonlyMap<string, string>, truth: ReadonlyMap<string, unknown>) {
  const records = [...truth.keys()];
  let [both, found, real] = [0, 0, 0];
  for (const [i, a] of records.entries()) {
    for (const b of records.slice(i + 1)) {
      const [same, is] = [ids.get(a) === ids.get(b), truth.get(a) === truth.get(b)];
      found += Number(same);
      real += Number(is);
      both += Number(same && is);
    }
  }
  const [precision, recall] = [both / found, both / real];
  return {precision, recall, f1: (2 * precision * recall) / (precision + recall)};
}

/** A steward's word. */
export const decision = (a: string, b: string, verdict: Decision["verdict"]): Decision => ({
  left: a < b ? a : b,
  right: a < b ? b : a,
  verdict,
  batch: 1,
  note: null
});
