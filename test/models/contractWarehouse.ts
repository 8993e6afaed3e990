import {createRows, inBuildOrder} from "../../models/compile.ts";
import {contractFailures} from "../../models/contractChecks.ts";
import {intAsOf} from "../../models/intermediate/int_as_of.ts";
import {intContractSpan} from "../../models/intermediate/int_contract_span.ts";
import type {Model, Relation} from "../../models/model.ts";
import {columnsOf} from "../../warehouse/columns.ts";
import {emptyTableSql} from "../../warehouse/ddl.ts";
import {Warehouse} from "../../warehouse/warehouse.ts";
import {settings} from "./warehouseOf.ts";

/** A contract of a test, days as ISO text. */
export interface Contract {
  subscription_id: string;
  customer_id: string;
  plan?: string | null;
  acquisition_channel?: string | null;
  country?: string | null;
  had_ordered?: boolean;
  is_restart?: boolean;
  started_on: string;
  /** Null while it runs. */
  ended_on: string | null;
  notice_on?: string | null;
  monthly_amount?: number;
}

export const asOfOn = "2026-06-24";
const given = new Set<string>([intAsOf.name, intContractSpan.name]);
const days = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / 86_400_000;
const text = (value: unknown) => (value == null ? "null" : typeof value === "string" ? `'${value}'` : String(value));

/** Asks models of contracts over given contracts, on a real engine; what they need between is built, other inputs are empty. */
export async function contractRows(
  contracts: readonly Contract[],
  asked: readonly Relation[],
  sql: readonly string[]
): Promise<Record<string, unknown>[][]> {
  const warehouse = await Warehouse.open(":memory:");
  try {
    const models = inBuildOrder(asked as unknown as readonly Model[]);
    const mine = models.filter(({name}) => /^(int|mart)_contract_/.test(name) && !given.has(name));
    const outside = new Map(mine.flatMap(({from}) => from).map((relation) => [relation.name, relation]));
    for (const {name} of mine) outside.delete(name);
    for (const relation of outside.values()) await warehouse.run(emptyTableSql(relation));
    if (outside.has("int_as_of"))
      await warehouse.run(
        `insert into int_as_of values ('${asOfOn} 21:00:00', '${asOfOn}', '2026-06-01', false, '2026-05-01', '2020-01-01', 100)`
      );
    if (outside.has("stg_subscriptions") && contracts.length)
      await warehouse.run(
        `insert into stg_subscriptions (subscription_id, started_at, started_on) values ${contracts.map((one) => `('${one.subscription_id}', '${one.started_on}', '${one.started_on}')`).join(", ")}`
      );
    const spans = contracts.map((one) => {
      const {started_on: from, ended_on: to} = one;
      const row: Record<string, unknown> = {
        plan: null,
        had_ordered: false,
        is_restart: false,
        monthly_amount: 10,
        ...one,
        state: to ? "ended" : "running",
        is_counted: true,
        subscribed_on: from,
        duration_days: days(from, to ?? asOfOn),
        has_ended: to !== null,
        cohort_month: `${from.slice(0, 7)}-01`,
        start_year: Number(from.slice(0, 4))
      };
      return `(${columnsOf(intContractSpan.columns)
        .map(({name}) => text(row[name]))
        .join(", ")})`;
    });
    if (spans.length) await warehouse.run(`insert into int_contract_span values ${spans.join(", ")}`);
    for (const model of mine) {
      await createRows(model, {warehouse, settings, table: `"${model.name}"`});
      const failures = await contractFailures((sql) => warehouse.rows(sql), model, `"${model.name}"`);
      if (failures.length) throw new Error(`${model.name}: ${failures.join("; ")}`);
    }
    return await Promise.all(sql.map((one) => warehouse.rows(one)));
  } finally {
    warehouse.close();
  }
}

/** A random base of contracts, the same for the same seed: three plans of other speeds, some customers with several contracts. */
export function randomContracts(seed: number, size: number): Contract[] {
  let state = seed;
  const random = () => (state = (state * 48271) % 2147483647) / 2147483647;
  const pick = <T>(values: readonly T[]): T => values[Math.floor(random() * values.length)]!;
  const day = (offset: number) => new Date(Date.parse(asOfOn) + offset * 86_400_000).toISOString().slice(0, 10);
  return Array.from({length: size}, (_, i) => {
    const plan = pick(["basic", "basic", "plus", "pro"]);
    const start = -Math.floor(random() * 1200);
    const life = Math.floor(-Math.log(1 - random()) * {basic: 200, plus: 500, pro: 900}[plan]!);
    const ended = start + life <= 0;
    return {
      subscription_id: `s${i}`,
      customer_id: `c${Math.floor(random() * size * 0.8)}`,
      plan: random() < 0.05 ? null : plan,
      acquisition_channel: pick(["web", "fair", "friend", null]),
      country: pick(["GB", "GB", "GB", "FR", "DE", `k${i % 9}`]),
      had_ordered: random() < 0.5,
      is_restart: random() < 0.2,
      started_on: day(start),
      ended_on: ended ? day(start + life) : null,
      monthly_amount: Math.round((5 + random() * 50) * 100) / 100
    };
  });
}
