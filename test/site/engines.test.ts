import {dirname, join} from "node:path";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {openProject} from "../../ingest/project.ts";
import {inBuildOrder} from "../../models/compile.ts";
import {models} from "../../models/index.ts";
import type {Model} from "../../models/model.ts";
import {settingsOf} from "../../models/settingsOf.ts";
import {Warehouse} from "../../warehouse/warehouse.ts";
import {BothEngines} from "../clickhouse/bothEngines.ts";

const why = process.env.PERENNIAL_NO_CHDB;
if (why) console.warn(`skipped: the sample on ClickHouse: ${why}`);

const queried = inBuildOrder(models as readonly Model[]).filter(({query}) => query);

describe.skipIf(why)("the sample has the same rows on ClickHouse, to the bit", () => {
  let warehouse: Warehouse;
  let both: BothEngines;
  beforeAll(async () => {
    const folder = dirname(process.env.PERENNIAL_DIST!);
    warehouse = await Warehouse.open(join(folder, "data/warehouse.duckdb"), {readOnly: true});
    both = new BothEngines(warehouse, settingsOf(await openProject(folder)));
  });
  afterAll(async () => {
    await both.close();
    warehouse.close();
  });

  it.each(queried.map((model) => [model.name, model] as const))("%s", async (_, model) => {
    const {missing, surplus} = await both.compare(model);
    expect({missing, surplus}).toEqual({missing: [], surplus: []});
  });

  it("nearly all of these have rows", async () => {
    const filled = [];
    for (const {name} of queried)
      if ((await warehouse.row<{n: number}>(`select count(*) as n from "${name}"`)).n) filled.push(name);
    expect(filled.length).toBeGreaterThan(0.9 * queried.length);
  });
});
