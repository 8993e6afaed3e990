import {expect, it} from "vitest";
import {selectSql} from "../../models/compile.ts";
import {models} from "../../models/index.ts";
import {compilerFor} from "../../warehouse/compiler.ts";
import {ModelledWarehouse, settings} from "./warehouseOf.ts";

it("a company without exports has empty marts and no error", async () => {
  const warehouse = await ModelledWarehouse.of([]);
  for (const {name} of models) {
    expect(await warehouse.row(`select '${name}' as name, count(*) as rows from "${name}"`)).toEqual({name, rows: 0});
    await warehouse.rows(`explain select * from "${name}"`);
  }
});

it.each(["duckdb", "clickhouse"] as const)("every model is spelled for %s", (engine) => {
  for (const model of models) {
    for (const changes of [settings, {...settings, zone: "Asia/Shanghai", asOf: "2026-06-30T23:59:59Z"}]) {
      expect(selectSql(model, changes, compilerFor(engine))).toContain("select");
    }
  }
});
