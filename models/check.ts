import type {Warehouse} from "../warehouse/warehouse.ts";
import {contractFailures} from "./contractChecks.ts";
import {identities} from "./identities.ts";
import type {Model} from "./model.ts";

export interface Check {
  name: string;
  subject: string;
  is_passed: boolean;
  detail: string;
}

export interface CheckOptions {
  progress?: (step: string, done: number, total: number) => void;
  /** In what a model breaks its contract or grain that is not in the warehouse itself. */
  elsewhere?: (model: Model) => Promise<string[]>;
}

/** Checks contract and grain of every model and every accounting identity on the published rows, and writes the outcome to the ledger. */
export async function check(
  warehouse: Warehouse,
  models: readonly Model[],
  {progress = () => undefined, elsewhere}: CheckOptions = {}
): Promise<Check[]> {
  const views = await warehouse.rows<{name: string}>(
    "select view_name as name from duckdb_views() where schema_name = 'main'"
  );
  const here = new Set(views.map(({name}) => name));
  const checks: Check[] = [];
  const total = models.length + identities.length;
  for (const model of models) {
    progress(`check ${model.name}`, checks.length, total);
    const failures =
      elsewhere && !here.has(model.name)
        ? await elsewhere(model)
        : await contractFailures((sql) => warehouse.rows(sql), model, `"${model.name}"`);
    const detail = failures.length
      ? failures.join("; ")
      : `${Object.keys(model.columns.shape).length} columns, grain ${model.grain.join(", ") || "one row"}`;
    checks.push({
      name: `${model.name} keeps its contract and grain`,
      subject: model.name,
      is_passed: !failures.length,
      detail
    });
  }
  for (const {name, left, right} of identities) {
    progress(name.en, checks.length, total);
    const row = await warehouse.row<{a: string | null; b: string | null}>(
      `select (${left})::varchar as a, (${right})::varchar as b`
    );
    const same = await warehouse.row<{same: boolean}>(
      `select coalesce((${left}) = (${right}), (${left}) is null and (${right}) is null) as same`
    );
    checks.push({
      name: name.en,
      subject: "identity",
      is_passed: same.same,
      detail: `${row.a} ${same.same ? "=" : "≠"} ${row.b}`
    });
  }
  await warehouse.transaction(async () => {
    await warehouse.run("delete from ledger.checks");
    for (const {name, subject, is_passed, detail} of checks) {
      await warehouse.connection.run("insert into ledger.checks values ($1, $2, $3, $4)", [
        name,
        subject,
        is_passed,
        detail
      ]);
    }
  });
  return checks;
}
