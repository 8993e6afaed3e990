import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {inBuildOrder} from "../../models/compile.ts";
import {contractFailures} from "../../models/contractChecks.ts";
import {models} from "../../models/index.ts";
import type {Model} from "../../models/model.ts";
import type {Warehouse} from "../../warehouse/warehouse.ts";
import {BothEngines} from "./bothEngines.ts";
import {nastyWarehouse} from "./nastyWarehouse.ts";

const why = process.env.PERENNIAL_NO_CHDB;
const all = inBuildOrder(models as readonly Model[]);
const queried = all.filter(({query}) => query);

describe.skipIf(why)("whatever exports may say", () => {
  let warehouse: Warehouse;
  let both: BothEngines;
  beforeAll(async () => {
    const nasty = await nastyWarehouse({seed: 1, zone: "Europe/London", asOf: "2026-06-30T15:59:59"});
    warehouse = nasty.warehouse;
    both = new BothEngines(warehouse, nasty.settings);
  }, 600_000);
  afterAll(async () => {
    await both.close();
    warehouse.close();
  });

  it("no contract of a model is broken", async () => {
    const broken: Record<string, string[]> = {};
    for (const model of all) {
      const failures = await contractFailures((sql) => warehouse.rows(sql), model, `"${model.name}"`);
      if (failures.length) broken[model.name] = failures;
    }
    expect(broken).toEqual({});
  });

  it.each(queried.map((model) => [model.name, model] as const))(
    "%s has the same rows on ClickHouse",
    async (_, model) => {
      const {missing, surplus} = await both.compare(model);
      expect({missing, surplus}).toEqual({missing: [], surplus: []});
    }
  );

  it("most models have rows", async () => {
    const filled = [];
    for (const {name} of all)
      if ((await warehouse.row<{n: number}>(`select count(*) as n from "${name}"`)).n) filled.push(name);
    expect(filled.length).toBeGreaterThan(0.85 * all.length);
  });
});
