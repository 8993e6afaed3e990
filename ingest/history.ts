import {UserError} from "../warehouse/error.ts";
import type {Warehouse} from "../warehouse/warehouse.ts";
import {dropUnkept, exposeRaw, loads, pastLoads, type Load, type PastLoad, type PastStatus} from "./ledger.ts";
import type {Source} from "./source.ts";

/**
 * Takes a load out of those that count. Its rows stay in the store where it was retired, or replaced by a load that can be undone;
 * its rejects and rules stay in the ledger where its rows do. Within a transaction.
 */
export async function passAway(warehouse: Warehouse, loadId: string, status: PastStatus): Promise<void> {
  await warehouse.connection.run(
    "insert into ledger.past_loads by name select *, $2 as status from ledger.loads where load_id = $1",
    [loadId, status]
  );
  await warehouse.connection.run("delete from ledger.loads where load_id = $1", [loadId]);
}

/** Makes a load count again whose rows are still there. Within a transaction. */
async function bringBack(warehouse: Warehouse, loadId: string): Promise<void> {
  await warehouse.connection.run(
    "insert into ledger.loads by name select * exclude (status, message) from ledger.past_loads where load_id = $1",
    [loadId]
  );
  await warehouse.connection.run("delete from ledger.past_loads where load_id = $1", [loadId]);
}

/**
 * In a source of full exports only the latest file counts: retires the others, and brings back the latest. Says whether a load came
 * or went. Within a transaction.
 */
export async function retireOlder(warehouse: Warehouse, source: string, mode: Source["mode"]): Promise<boolean> {
  const live = (await loads(warehouse)).filter((load) => load.source === source);
  const retired = (await pastLoads(warehouse)).filter((load) => load.source === source && load.status === "retired");
  const all: Load[] = [...live, ...retired];
  const last = all.reduce((best, load) => (load.precedence > best.precedence ? load : best), all[0]!);
  const counts = ({container}: Load) => mode === "append" || container === last.container;
  const [gone, back] = [live.filter((load) => !counts(load)), retired.filter(counts)];
  for (const {load_id} of gone) await passAway(warehouse, load_id, "retired");
  for (const {load_id} of back) await bringBack(warehouse, load_id);
  return gone.length + back.length > 0;
}

/** Forgets that a file could not be loaded. Within a transaction. */
export async function forgetFailures(warehouse: Warehouse, source: string, file: string): Promise<void> {
  await warehouse.connection.run(
    "delete from ledger.past_loads where status = 'failed' and source = $1 and file = $2",
    [source, file]
  );
}

/** Notes that a file has several parts for a source, until all of them are taken: what a killed run leaves is taken up again. */
export async function begin(warehouse: Warehouse, source: string, container: string): Promise<void> {
  await warehouse.connection.run("insert into ledger.unfinished values ($1, $2)", [source, container]);
}

/** Forgets that a file has parts that are not taken. */
export async function finish(warehouse: Warehouse, source: string, container: string): Promise<void> {
  await warehouse.connection.run("delete from ledger.unfinished where source = $1 and container = $2", [
    source,
    container
  ]);
}

/** What taking a load back did. */
export interface Undone {
  load: Load;
  /** The earlier load of the same file that counts again. */
  restored: Load | null;
}

/**
 * Takes a load back: its rows are gone, and those that it replaced are there again. The same bytes are not loaded again
 * until `redo`. Throws a UserError where there is no such load.
 */
export async function undo(
  warehouse: Warehouse,
  id: string,
  modeOf: (source: string) => Source["mode"]
): Promise<Undone> {
  const loadId = id.padStart(6, "0");
  const known: (Load | PastLoad)[] = [...(await loads(warehouse)), ...(await pastLoads(warehouse))];
  const load = known.find((load) => load.load_id === loadId);
  const status = load && "status" in load ? load.status : "loaded";
  if (!load || status === "failed" || status === "replaced" || status === "undone") {
    const why = !load ? "no load" : `load ${loadId} (${load.file}) is ${status} already, not`;
    throw new UserError(
      `ingest: ${why} ${load ? "loaded" : loadId}; the loads are listed by "perennial ingest --history"`
    );
  }
  await warehouse.transaction(async () => {
    if (status === "retired") {
      await warehouse.connection.run("update ledger.past_loads set status = 'undone' where load_id = $1", [loadId]);
    } else await passAway(warehouse, loadId, "undone");
    if (load.replaced) {
      await bringBack(warehouse, load.replaced);
      // What that one had replaced is long gone.
      await warehouse.connection.run("update ledger.loads set replaced = null where load_id = $1", [load.replaced]);
    }
    await retireOlder(warehouse, load.source, modeOf(load.source));
    await exposeRaw(warehouse, [load.kind]);
    await dropUnkept(warehouse);
  });
  return {load, restored: (await loads(warehouse)).find(({load_id}) => load_id === load.replaced) ?? null};
}

/** Forgets an undone load, so that its bytes are loaded again. Throws a UserError where it is not undone. */
export async function redo(warehouse: Warehouse, id: string): Promise<PastLoad> {
  const loadId = id.padStart(6, "0");
  const load = (await pastLoads(warehouse)).find((load) => load.load_id === loadId && load.status === "undone");
  if (!load) {
    throw new UserError(`ingest: no undone load ${loadId}; the loads are listed by "perennial ingest --history"`);
  }
  await warehouse.connection.run("delete from ledger.past_loads where load_id = $1", [loadId]);
  return load;
}

/** Writes down that a file could not be loaded, and why. */
export async function recordFailure(
  warehouse: Warehouse,
  load: Pick<Load, "source" | "kind" | "preset" | "file" | "container" | "sha256" | "mapping" | "precedence">,
  message: string
): Promise<void> {
  await warehouse.transaction(async () => {
    await forgetFailures(warehouse, load.source, load.file);
    const {source, kind, preset, file, container, sha256, mapping, precedence} = load;
    await warehouse.connection.run(
      `insert into ledger.past_loads by name select lpad(nextval('ledger.load_number')::varchar, 6, '0') as load_id, $1 as source, $2 as kind,
       $3 as preset, $4 as file, $5 as container, '' as format, '' as delimiter, $6 as sha256, $7 as mapping, '[]' as headers, '' as schema_print, null as head,
       $8 as precedence, 0 as rows_read, 0 as rows_loaded, 0 as rows_rejected, 0 as rows_set_aside, null as first_event_at, null as last_event_at,
       current_timestamp::timestamp as loaded_at, 0 as seconds, null as replaced, 'failed' as status, $9 as message`,
      [source, kind, preset, file, container, sha256, mapping, precedence, message]
    );
  });
}
