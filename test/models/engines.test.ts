import {beforeAll, describe, expect, it} from "vitest";
import {selectSql} from "../../models/compile.ts";
import {models} from "../../models/index.ts";
import {compilerFor} from "../../warehouse/compiler.ts";
import {spellings} from "../../warehouse/spellings.ts";
import {duckdbTypes} from "../../warehouse/types.ts";
import {ModelledWarehouse, settings} from "./warehouseOf.ts";

/** Relations with a row, or one for each of a fixed list, that says why there is nothing to say. */
const alwaysTold: Record<string, number> = {
  int_other_event: 1,
  int_contract_model: 1,
  int_lead_horizon: 1,
  int_lead_model: 2,
  int_persona_model: 1,
  int_persona_scale: 10,
  int_pipeline_amount: 1,
  int_points_rule: 1,
  mart_campaign_summary: 1,
  mart_contract_summary: 1,
  mart_lead_summary: 1,
  mart_loyalty_fault: 10,
  mart_loyalty_summary: 1,
  mart_persona_feature: 10,
  mart_persona_summary: 1,
  mart_pipeline_summary: 1
};

it("a company without exports has empty marts but for those that say so, and no error", async () => {
  const warehouse = await ModelledWarehouse.of([]);
  expect(await warehouse.rows("from int_other_event")).toEqual([{last_at: null}]);
  for (const {name} of models) {
    const rows = alwaysTold[name] ?? 0;
    expect(await warehouse.row(`select '${name}' as name, count(*) as rows from "${name}"`)).toEqual({name, rows});
    await warehouse.rows(`explain select * from "${name}"`);
  }
});

/** The fixed parts of a spelling, without its arguments. */
const parts = (spelling: string) => spelling.split(/\$[\d*|]/);

describe("every model with a query is spelled for ClickHouse", () => {
  let sqls: {name: string; sql: string}[];
  beforeAll(() => {
    const changed = {...settings, zone: "Asia/Shanghai", asOf: "2026-06-30T15:59:59"};
    sqls = models
      .filter(({query}) => query)
      .map((model) => ({name: model.name, sql: selectSql(model, changed, compilerFor("clickhouse"))}));
  });

  it("without what only DuckDB says", () => {
    const spoken = Object.values(spellings).flatMap(([, clickhouse]) => parts(clickhouse));
    const foreign = Object.values(spellings)
      .flatMap(([duckdb]) => parts(duckdb))
      .filter((part) => /\(|::| as /.test(part) && !spoken.some((other) => other.includes(part)))
      .filter((part) => part !== " + cast(");
    expect(foreign.length).toBeGreaterThan(20);
    for (const {name, sql} of sqls) {
      expect({name, found: foreign.filter((part) => sql.includes(part))}).toEqual({name, found: []});
    }
  });

  it("with its own types, which hold nulls", () => {
    const names = Object.values(duckdbTypes).map((type) => type.replace(/\W.*/, ""));
    const duckdbType = new RegExp(` as (${names.join("|")}|DOUBLE PRECISION)\\b`, "i");
    for (const {name, sql} of sqls) {
      expect({name, type: duckdbType.exec(sql)?.[0]}).toEqual({name, type: undefined});
      expect(sql).toMatch(/^select cast\("\w+" as Nullable\(/);
    }
  });

  it.each(["stg", "int", "mart"])("as it was: %s", async (layer) => {
    const all = sqls.filter(({name}) => name.startsWith(`${layer}_`)).map(({name, sql}) => `-- ${name}\n${sql};\n`);
    await expect(all.sort().join("\n")).toMatchFileSnapshot(`golden/clickhouse_${layer}.sql`);
  });
});
