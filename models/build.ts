import {UserError, messageOf} from "../warehouse/error.ts";
import type {Cluster} from "../warehouse/clickhouse/cluster.ts";
import type {Warehouse} from "../warehouse/warehouse.ts";
import {ClusterStore} from "./building/clusterStore.ts";
import {EmbeddedStore} from "./building/embedded.ts";
import {modelPrint, printOf, sourcePrints} from "./building/prints.ts";
import type {BuiltTable, Planned, TableStore} from "./building/tableStore.ts";
import {inBuildOrder} from "./compile.ts";
import type {Model} from "./model.ts";
import type {Settings} from "./settings.ts";

export interface BuiltModel {
  name: string;
  rows: number;
  seconds: number;
  /** False where nothing that it depends on has changed. */
  rebuilt: boolean;
}

export interface BuildOptions {
  progress?: (step: string, done: number, total: number) => void;
  /** In how many slices models are built that are local to a customer; by rows and memory when absent. */
  slices?: number;
  /** Builds on this ClickHouse, and takes over into the warehouse what procedures read and what is `served`. */
  cluster?: Cluster;
  /** Names of the relations that pages and commands read from the warehouse. */
  served?: ReadonlySet<string>;
  /** Folder of files on their way between the engines. */
  scratch?: string;
}

/**
 * Builds the models whose query or inputs have changed, checks contract and grain on the real rows, and then makes all of them
 * visible in one transaction.
 *
 * A table of the store is named after its fingerprint: what is already there is not built again, a killed build goes on where it
 * stopped, and readers see either the last good set of marts or the new one. Throws a UserError where a check fails.
 */
export async function build(
  warehouse: Warehouse,
  models: readonly Model[],
  settings: Settings,
  options: BuildOptions = {}
): Promise<BuiltModel[]> {
  const {progress = () => undefined, cluster, slices} = options;
  const plan = inBuildOrder(models);
  const prints = await sourcePrints(warehouse);
  const embedded = await EmbeddedStore.begin(warehouse, settings, slices);
  try {
    const store = cluster
      ? await ClusterStore.begin(embedded, {warehouse, settings, cluster, prints, ...options})
      : embedded;
    const built: BuiltTable[] = [];
    for (const [i, model] of plan.entries()) {
      progress(`build ${model.name}`, i, plan.length);
      built.push(await one(model, {store, warehouse, settings, prints}));
    }
    progress("publish marts", plan.length, plan.length);
    await store.publish(built);
    return built.map(({model: {name}, rows, seconds, rebuilt}) => ({name, rows, seconds, rebuilt}));
  } catch (error) {
    // What went wrong on the way to a node says nothing of the marts.
    if (cluster && error instanceof UserError && !error.message.includes("last good marts"))
      throw new UserError(`${error.message}; the last good marts stay in place`);
    throw error;
  } finally {
    await embedded.end();
  }
}

interface Building {
  store: TableStore;
  warehouse: Warehouse;
  settings: Settings;
  prints: Map<string, string>;
}

/** Makes one model where it is not there yet, and adds its print for those that read it. */
async function one(model: Model, {store, warehouse, settings, prints}: Building): Promise<BuiltTable> {
  const started = performance.now();
  const saying = model.procedure
    ? JSON.stringify([model.procedure.version(settings), (await model.procedure.state?.(warehouse)) ?? ""])
    : store.saying(model);
  const print = modelPrint(model, saying, prints);
  const planned: Planned = {model, print, table: `${model.name}@${print}`};
  const rebuilt = !store.holds(planned);
  if (rebuilt) await make(planned, store);
  const rows = await store.offer(planned);
  // A relation of one row counts by its content, so that an unchanged answer rebuilds nothing.
  prints.set(model.name, model.grain.length ? print : printOf(await store.rowsOf(planned)));
  return {...planned, rows, seconds: (performance.now() - started) / 1000, rebuilt};
}

/** How the engines say that a value does not fit a decimal. */
const isTooLarge =
  /to type DECIMAL\(\d+,\d+\) failed: value is out of range|Overflow in \w+ of DECIMAL|Overflow in HUGEINT|Decimal \w+ overflow/i;

async function make(planned: Planned, store: TableStore): Promise<void> {
  const {name} = planned.model;
  try {
    await store.make(planned);
  } catch (error) {
    if (error instanceof UserError) throw error;
    const message = messageOf(error);
    throw isTooLarge.test(message)
      ? new UserError(
          `build: ${name}: an amount has more than 14 digits before the point: ${message.split("\n")[0]}; ` +
            "look for a barcode or a key among quantities and prices; the last good marts stay in place"
        )
      : new Error(`build: ${name}: ${message}`, {cause: error});
  }
}
