import {tmpdir} from "node:os";
import {join} from "node:path";
import {parseArgs} from "node:util";
import {openProject} from "../../ingest/project.ts";
import {inBuildOrder} from "../../models/compile.ts";
import {models} from "../../models/index.ts";
import type {Model} from "../../models/model.ts";
import {settingsOf} from "../../models/settingsOf.ts";
import {messageOf} from "../../warehouse/error.ts";
import {Warehouse} from "../../warehouse/warehouse.ts";
import {BothEngines} from "./bothEngines.ts";
import {builtCompany} from "./builtCompany.ts";
import setup from "./chdb.setup.ts";
import {ChDb} from "./chdb.ts";
import {Remote} from "./remote.ts";

const {values} = parseArgs({
  options: {
    /** So many generated orders; a company that is built already is taken by `project` instead. */
    orders: {type: "string", default: "1000000"},
    project: {type: "string"},
    /** Where generated companies are kept. */
    dir: {type: "string", default: join(tmpdir(), "perennial-equality")},
    /** A ClickHouse to compare with, by its first node; chDB in this process when absent. */
    url: {type: "string"},
    /** Names by commas; all models with a query when absent. */
    models: {type: "string"}
  }
});

/** Compares every cell of every model with a query on ClickHouse with DuckDB's; each from the same inputs, so that no difference spreads. */
setup();
if (!values.url && process.env.PERENNIAL_NO_CHDB) throw new Error(process.env.PERENNIAL_NO_CHDB);
const project = await openProject(values.project ?? (await builtCompany(Number(values.orders), values.dir)));
const warehouse = await Warehouse.open(project.warehouse, {readOnly: true, temp: join(values.dir, "spill")});
const both = new BothEngines(warehouse, settingsOf(project), values.url ? await Remote.open(values.url) : new ChDb());
const chosen = values.models?.split(",");
const asked = inBuildOrder(models as readonly Model[]).filter(
  ({name, query}) => query && (chosen?.includes(name) ?? true)
);
let [cells, unequal] = [0, 0];
for (const model of asked) {
  const started = performance.now();
  const verdict = await both.compare(model).then(
    ({rows, missing, surplus}) => {
      cells += rows * Object.keys(model.columns.shape).length;
      return missing.length + surplus.length ? {rows, missing, surplus} : {rows};
    },
    (error: unknown) => ({failed: messageOf(error)})
  );
  const isEqual = "rows" in verdict && !("missing" in verdict);
  if (!isEqual) unequal++;
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  const rows = "rows" in verdict ? `${verdict.rows} rows` : "";
  console.log(
    `${isEqual ? "equal  " : "UNEQUAL"} ${model.name.padEnd(30)} ${rows.padStart(14)} ${seconds.padStart(7)} s`
  );
  if (!isEqual) console.dir(verdict, {depth: 4});
}
await both.close();
warehouse.close();
const memory = (process.resourceUsage().maxRSS / 2 ** 20).toFixed(1);
console.log(
  `${asked.length - unequal} of ${asked.length} models equal, ${cells} cells; at most ${memory} GiB resident`
);
process.exitCode = unequal ? 1 : 0;
